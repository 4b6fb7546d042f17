package de.kreislaufstadt.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A candidate's packaged application, told everything by its environment. */
final class Server implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration USUAL_END = Duration.ofSeconds(30);

    /** Much shorter than anything that starts takes. */
    private static final long BETWEEN_LOOKS_MILLIS = 20;

    /** The product answers these on a port of their own. */
    private static final String MANAGEMENT = "/actuator/";

    private final Process process;
    private final int port;
    private final Path log;

    private Server(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * @param java what follows {@code java} on the command line
     * @param probe path that answers with anything but an error once the application works
     */
    static Server start(String name, List<String> java, Map<String, String> environment, String probe)
            throws IOException, InterruptedException {
        int port;
        int managementPort;
        try (ServerSocket socket = new ServerSocket(0);
                ServerSocket management = new ServerSocket(0)) {
            port = socket.getLocalPort();
            managementPort = management.getLocalPort();
        }
        Path log =
                Files.createDirectories(Path.of(System.getProperty("results"))).resolve(name + ".log");
        List<String> command = new ArrayList<>();
        String home = environment.getOrDefault("JAVA_HOME", System.getProperty("java.home"));
        command.add(Path.of(home, "bin", "java").toString());
        command.addAll(java);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // Settings for the build's own Java would be measured along.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("MANAGEMENT_SERVER_PORT", String.valueOf(managementPort));
        Server server = new Server(builder.start(), port, log);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        Instant end = Instant.now().plus(LONGEST_START);
        Client asked = new Client(probe.startsWith(MANAGEMENT) ? managementPort : port);
        while (!asked.answers(probe)) {
            if (!server.process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException(name + " does not start, see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        }
        return server;
    }

    /** @return what the application has written so far */
    List<String> log() throws IOException {
        return Files.readAllLines(log);
    }

    long pid() {
        return process.pid();
    }

    int port() {
        return port;
    }

    /** Collects garbage, all of it, so that the next line of the log of collections says what is really in use. */
    void collectGarbage() throws IOException, InterruptedException {
        Process collection = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (collection.waitFor() != 0) {
            throw new IllegalStateException("No collection of garbage");
        }
    }

    @Override
    public void close() {
        close(USUAL_END);
    }

    /** @param longest after which it is ended whatever it does, like writing down the classes it has loaded */
    void close(Duration longest) {
        process.destroy();
        try {
            if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
