package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FormRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Takes files in: on disk until they have arrived whole, so that neither memory nor a database connection is bound to how fast
 * the other side sends.
 */
@Component
class ImportUploads {

    /** What else waits in this folder is called so, and what a crash leaves is tidied away by its name. */
    static final String PREFIX = "upload-";

    private static final int BUFFER = 64 * 1024;
    private static final long MEGABYTE = 1024L * 1024;

    /** A browser reads an answer only after it has sent all; whoever sends more than this loses the connection. */
    private static final long MOST_DISCARDED = 512 * MEGABYTE;

    private final Path folder;
    private final Limits limits = Limits.USUAL;

    /** @param folder where other files wait, too; what a crash leaves there is tidied away */
    ImportUploads(@Value("${kreislaufstadt.documents.spool:${java.io.tmpdir}/kreislaufstadt}") Path folder) {
        this.folder = folder;
    }

    /**
     * Takes the body of a request in.
     *
     * @param arrived gets the name and the file, which is gone afterwards
     * @throws ImportRefused if it is too large
     * @throws FormRefused if it is empty
     */
    void receive(HttpServletRequest request, BiConsumer<String, Path> arrived) throws IOException {
        String name = nameIn(request);
        InputStream in = request.getInputStream();
        if (request.getContentLengthLong() > limits.bytes()) {
            discard(in);
            throw tooLarge(name);
        }
        Path file = Files.createTempFile(folder(), PREFIX, null);
        try {
            write(in, file, name);
            if (Files.size(file) == 0) {
                throw FormRefused.at("file", "imports.file.empty", String.valueOf(name));
            }
            arrived.accept(name, file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** @return where files wait on disk; it is there */
    Path folder() throws IOException {
        return Files.createDirectories(folder);
    }

    private void write(InputStream in, Path file, String name) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > limits.bytes()) {
                    discard(in);
                    throw tooLarge(name);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static void discard(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = MOST_DISCARDED;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = in.read(buffer);
        }
    }

    private ImportRefused tooLarge(String name) {
        return ImportRefused.tooLarge(String.valueOf(name), limits.bytes() / MEGABYTE);
    }

    private static String nameIn(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        if (header == null) {
            return null;
        }
        try {
            return ContentDisposition.parse(header).getFilename();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
