package de.kreislaufstadt.faults;

import static org.awaitility.Awaitility.await;

import de.kreislaufstadt.support.TestMail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.dao.DataAccessException;

/**
 * A PostgreSQL on a disk that can be full: a file system in memory which only its processes see. A shell has it mounted in
 * namespaces of its own, which need no rights, and does in there what it is told.
 */
final class SmallDisk extends DatabaseServer {

    private static final String SIZE = "400m";
    private static final String DONE = "@done ";

    private final int port = TestMail.freePort();
    private final Path mount;
    private final String programs;
    private final Process shell;
    private final Writer in;
    private final BufferedReader out;

    /**
     * @param programs where PostgreSQL's programs are
     * @throws NoDiskOfItsOwn if this machine gives nobody a file system of their own, with its words
     */
    SmallDisk(Path programs, Path folder) throws IOException, NoDiskOfItsOwn {
        this.mount = Files.createDirectory(folder.resolve("small-disk"));
        // PostgreSQL refuses to be run by root, which is what a user is called where they may mount something.
        this.programs = "unshare --user --map-user=1000 " + programs + "/";
        shell = shell();
        in = shell.outputWriter(StandardCharsets.UTF_8);
        out = new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8));
        try {
            run("mount -t tmpfs -o size=" + SIZE + ",mode=0777 tmpfs " + mount);
        } catch (IOException e) {
            shell.destroy();
            throw new NoDiskOfItsOwn(e.getMessage());
        }
        run("cd " + mount);
        run(this.programs
                + "initdb -D data -U postgres -A trust -E UTF8 --no-locale --no-sync --wal-segsize=1 >/dev/null");
        run("trap '" + this.programs + "pg_ctl -D data -m immediate stop >/dev/null' EXIT");
        startServer();
        createRoles();
    }

    private static Process shell() throws NoDiskOfItsOwn {
        try {
            return new ProcessBuilder("unshare", "--user", "--map-root-user", "--mount", "bash")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new NoDiskOfItsOwn(e.getMessage());
        }
    }

    private void startServer() throws IOException {
        run(programs + "pg_ctl -D data -l " + log() + " -w -o '-c port=" + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200"
                + " -c min_wal_size=4MB -c max_wal_size=32MB' start >/dev/null </dev/null");
    }

    /** Not on the small disk. */
    private Path log() {
        return mount.resolveSibling("small-disk.log");
    }

    private void run(String command) throws IOException {
        StringBuilder said = new StringBuilder();
        in.write(command + "; echo \"" + DONE + "$?\"\n");
        in.flush();
        for (String line = out.readLine(); !(DONE + 0).equals(line); line = out.readLine()) {
            if (line == null || line.startsWith(DONE)) {
                throw new IOException(command + ": " + said.toString().strip());
            }
            said.append(line).append(' ');
        }
    }

    @Override
    int port() {
        return port;
    }

    /** Somebody fills the disk to its last byte. */
    void fill() throws IOException {
        run("dd if=/dev/zero of=ballast bs=64k 2>/dev/null || test -s ballast");
    }

    /** @return how often PostgreSQL has said that there is no room */
    long complaints() throws IOException {
        try (var lines = Files.lines(log())) {
            return lines.filter(line -> line.contains("No space left on device"))
                    .count();
        }
    }

    /**
     * Makes room, and starts PostgreSQL again if it has ended, as an operator does.
     *
     * @return whether it had ended
     */
    boolean makeRoom() throws IOException {
        run("rm ballast");
        boolean ended = !answersSoon();
        if (ended) {
            startServer();
        }
        return ended;
    }

    /** Where nothing but its own recovery keeps it from answering, it does within a moment. */
    private boolean answersSoon() {
        try {
            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptionsInstanceOf(DataAccessException.class)
                    .until(() -> superuser("postgres")
                                    .sql("select 1")
                                    .query(Integer.class)
                                    .single()
                            == 1);
            return true;
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            return false;
        }
    }

    /** Its end ends the server, too, and with it the file system goes. */
    @Override
    public void close() throws IOException {
        in.close();
        shell.onExit().join();
        Files.deleteIfExists(mount);
    }
}
