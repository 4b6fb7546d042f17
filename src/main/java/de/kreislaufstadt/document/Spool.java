package de.kreislaufstadt.document;

import de.kreislaufstadt.process.EveryNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Where a file waits until it has arrived whole: on disk, so that neither memory nor a database connection is bound to how
 * fast the other side sends.
 */
@Component
class Spool {

    private static final int BUFFER = 64 * 1024;
    private static final String PREFIX = "upload-";
    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    private final Path folder;
    private final long largest;
    private final Clock clock;

    Spool(
            @Value("${kreislaufstadt.documents.spool:${java.io.tmpdir}/kreislaufstadt}") Path folder,
            DocumentSettings settings,
            Clock clock) {
        this.folder = folder;
        this.largest = settings.largest().toBytes();
        this.clock = clock;
    }

    /** A file that has arrived; closing it removes it. */
    record Arrived(Path file, long size, String sha256) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Takes a file in.
     *
     * @param declared length the sender announced in bytes, negative if it announced none; never trusted beyond what arrives
     * @throws DocumentRefused if the file is empty or too large, or the connection breaks
     */
    Arrived receive(InputStream in, long declared) throws IOException {
        if (declared > largest) {
            throw tooLarge();
        }
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, PREFIX, null);
        try {
            return receive(in, declared, file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private Arrived receive(InputStream in, long declared, Path file) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = next(in, buffer); read >= 0; read = next(in, buffer)) {
                size += read;
                if (size > largest) {
                    throw tooLarge();
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (declared >= 0 && size < declared) {
            throw cut();
        }
        if (size == 0) {
            throw new DocumentRefused(HttpStatus.BAD_REQUEST, "document.empty");
        }
        return new Arrived(file, size, HexFormat.of().formatHex(digest.digest()));
    }

    /** Removes what a crash has left on this node: every night, and once at the start. */
    @EveryNode
    @Scheduled(cron = "0 30 3 * * *", zone = "Europe/Berlin")
    @EventListener(ApplicationReadyEvent.class)
    void tidy() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant old = clock.instant().minus(LONGEST_UPLOAD);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static int next(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw cut();
        }
    }

    /** Takes the rest of a file that is refused and throws it away: a browser reads the answer only after it has sent all. */
    void discard(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = 2 * largest;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = in.read(buffer);
        }
    }

    private DocumentRefused tooLarge() {
        return new DocumentRefused(HttpStatus.PAYLOAD_TOO_LARGE, "document.tooLarge", largest / (1024 * 1024));
    }

    private static DocumentRefused cut() {
        return new DocumentRefused(HttpStatus.BAD_REQUEST, "document.cut");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
