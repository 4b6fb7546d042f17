package de.kreislaufstadt.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.backup.Manifest.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A backup on disk: a ZIP archive with the rows of every table as PostgreSQL's COPY writes them, and a manifest. Opening it
 * reads it to its end: what is damaged is refused before anything else happens.
 */
final class BackupFile implements AutoCloseable {

    static final String MANIFEST = "manifest.json";

    /** More would be no manifest of ours; it is read into memory. */
    private static final int LARGEST_MANIFEST = 16 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * @throws BackupRefused if it is not there, no backup, of a newer release or not as it was written
     */
    static BackupFile open(Path file) {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new BackupRefused(file.toFile().isFile() ? "damaged" : "unreadable", file);
        }
        try {
            Manifest manifest = manifest(zip, file);
            for (Table table : manifest.tables()) {
                if (!Sha256.of(part(zip, table)).equals(table.sha256())) {
                    throw new BackupRefused("damaged", file);
                }
            }
            return new BackupFile(zip, manifest);
        } catch (IOException e) {
            closeQuietly(zip);
            throw new BackupRefused("damaged", file);
        } catch (RuntimeException e) {
            closeQuietly(zip);
            throw e;
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new BackupRefused("damaged", file);
        }
        try (InputStream content = zip.getInputStream(entry)) {
            var read = JSON.readTree(content.readNBytes(LARGEST_MANIFEST));
            if (read.path("format").asInt() != Manifest.FORMAT) {
                throw new BackupRefused("format", read.path("product").asText("?"));
            }
            return JSON.treeToValue(read, Manifest.class);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** @return the rows of a table, as COPY takes them */
    InputStream rows(Table table) throws IOException {
        return part(zip, table);
    }

    private static InputStream part(ZipFile zip, Table table) throws IOException {
        ZipEntry entry = zip.getEntry(partName(table.name()));
        if (entry == null) {
            throw new IOException("Missing: " + table.name());
        }
        return zip.getInputStream(entry);
    }

    /** @return where in the archive the rows of a table are */
    static String partName(String table) {
        return "rows/" + table;
    }

    private static void closeQuietly(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            // It was only read; why it is refused is what counts.
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
