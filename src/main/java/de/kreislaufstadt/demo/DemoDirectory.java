package de.kreislaufstadt.demo;

import de.kreislaufstadt.start.StartRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the demo keeps everything, locked for one program at a time. The operating system gives the lock back however the
 * program ends, so whoever holds it may clean up what the one before left running.
 */
final class DemoDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DemoDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws StartRefused if another program uses the directory, or it cannot be written */
    static DemoDirectory lock(Path directory) {
        try {
            Path path = Files.createDirectories(directory).toRealPath();
            FileChannel channel = FileChannel.open(
                    path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                String owner = process(channel);
                channel.close();
                throw new StartRefused("Die Demo läuft schon in " + path + owner
                        + ": sie dort beenden, oder mit kreislaufstadt.demo.directory ein anderes Verzeichnis wählen.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DemoDirectory(path, channel);
        } catch (IOException e) {
            throw new StartRefused(
                    "Das Verzeichnis der Demo ist nicht beschreibbar (kreislaufstadt.demo.directory): "
                            + e.getMessage(),
                    e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The number is only a help for the reader; where a system does not let it be read, the lock itself is enough. */
    private static String process(FileChannel channel) {
        try {
            ByteBuffer text = ByteBuffer.allocate(20);
            channel.read(text, 0);
            return " (Prozess " + new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII) + ")";
        } catch (IOException e) {
            return "";
        }
    }

    Path path() {
        return path;
    }

    /** @return data directory of the database */
    Path database() {
        return path.resolve("postgres");
    }

    /** Writes a new file that only the owner may read, from its first byte on. */
    Path writePrivately(String name, String text) throws IOException {
        Path file = path.resolve(name);
        Files.deleteIfExists(file);
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.writeString(file, text);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
