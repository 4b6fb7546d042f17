package de.kreislaufstadt.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL that keeps its word: it writes to disk before it answers, and comes up again with what it had. */
final class OrdinaryDisk extends DatabaseServer {

    private final Path data;
    private EmbeddedPostgres server;

    OrdinaryDisk() {
        try {
            data = Files.createTempDirectory("faults-database");
            server = start(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        createRoles();
    }

    private EmbeddedPostgres start(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", "200")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    @Override
    int port() {
        return server.getPort();
    }

    /** @return where PostgreSQL's programs are */
    Path programs() throws IOException {
        return ProcessHandle.of(postmaster())
                .flatMap(process -> process.info().command())
                .map(command -> Path.of(command).getParent())
                .orElseThrow();
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    /** Ends running transactions, writes everything, starts again on the same port. */
    void restartFast() throws IOException {
        int port = port();
        server.close();
        server = start(port);
    }

    /** Ends at once and writes nothing, as if the power were cut; comes up again out of its log. */
    void restartImmediately() throws IOException, InterruptedException {
        int port = port();
        long postmaster = postmaster();
        new ProcessBuilder("kill", "-QUIT", String.valueOf(postmaster)).start().waitFor();
        ProcessHandle.of(postmaster)
                .ifPresent(process ->
                        process.onExit().orTimeout(60, TimeUnit.SECONDS).join());
        server.close();
        server = start(port);
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(data);
    }
}
