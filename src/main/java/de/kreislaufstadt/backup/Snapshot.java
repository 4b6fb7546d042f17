package de.kreislaufstadt.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.backup.Catalogue.Shape;
import de.kreislaufstadt.backup.Manifest.Migration;
import de.kreislaufstadt.backup.Manifest.Table;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Writes the rows of one moment to a file. One transaction that reads what was committed when it began, however long it takes
 * and whatever people do meanwhile: rows and the pieces of documents are of the same moment. It locks nothing anybody waits for
 * but changes of tables.
 */
final class Snapshot {

    private static final ObjectMapper JSON = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final Connection connection;
    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    /**
     * @param connection of the role that owns the tables, in a transaction that is {@code repeatable read}; not closed
     */
    Snapshot(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.catalogue = new Catalogue(jdbc);
    }

    /**
     * @param file does not exist yet; only who runs this may read it
     * @param appRole role that runs the application
     * @return what was written
     * @throws BackupRefused if the file is there already or the database holds nothing of ours
     */
    Manifest write(Path file, String appRole) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new BackupRefused("exists", file);
        }
        List<Migration> migrations = catalogue.migrations();
        if (migrations.isEmpty()) {
            throw new BackupRefused("nothing");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Manifest manifest;
            try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(forOurselves(part)))) {
                zip.setLevel(Deflater.BEST_SPEED);
                manifest = new Manifest(
                        Manifest.FORMAT,
                        Product.version(),
                        takenAt(),
                        migrations,
                        tables(zip),
                        catalogue.sequences(),
                        catalogue.rightsOf(appRole));
                zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
                JSON.writerWithDefaultPrettyPrinter().writeValue(zip, manifest);
                zip.closeEntry();
            }
            // Under its name there is only what is whole.
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** @return the database's clock when the transaction began, ISO 8601 in UTC, to the second */
    String takenAt() {
        return jdbc.sql("select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
                .query(String.class)
                .single();
    }

    private List<Table> tables(ZipOutputStream zip) throws IOException, SQLException {
        List<Table> written = new ArrayList<>();
        for (Shape table : catalogue.tables()) {
            zip.putNextEntry(new ZipEntry(BackupFile.partName(table.name())));
            MessageDigest digest = Sha256.digest();
            RowSum sum = Rows.copyOut(connection, table.name(), table.columns(), new DigestOutputStream(zip, digest));
            zip.closeEntry();
            written.add(new Table(table.name(), table.columns(), sum.rows(), sum.hex(), Sha256.hex(digest)));
        }
        return written;
    }

    /** There are personal data of everybody in it. */
    private static OutputStream forOurselves(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        return Files.newOutputStream(file, StandardOpenOption.WRITE);
    }
}
