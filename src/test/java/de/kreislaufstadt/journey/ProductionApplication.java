package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kreislaufstadt.support.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged application as an operator runs it: {@code java -jar} in a directory of its own, told everything by its
 * environment. Nothing of the test's class path or environment reaches it.
 */
public final class ProductionApplication implements AutoCloseable {

    /** Which port it listens on; without it any that is free. */
    public static final String PORT = "SERVER_PORT";

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    /** Stays for whoever wants to know why a test failed. */
    private static final Path LOGS = Path.of("target", "journey");

    private static final Set<Integer> GIVEN_OUT = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final Path log;
    private final int port;
    private final int managementPort;
    private final Process process;
    private final Thread stopOnExit;

    private ProductionApplication(Path directory, Path log, int port, int managementPort, Process process) {
        this.directory = directory;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
        this.process = process;
        this.stopOnExit = new Thread(this::stop);
        Runtime.getRuntime().addShutdownHook(stopOnExit);
    }

    /** Starts the jar and does not wait for it. */
    public static ProductionApplication starting(Map<String, String> environment) {
        return starting(environment, List.of("-jar", jar().toString()));
    }

    /** @param what the end of the command line: which jar is started, and how */
    public static ProductionApplication starting(Map<String, String> environment, List<String> what) {
        try {
            Path directory = Files.createTempDirectory("kreislaufstadt-");
            Path temporary = Files.createDirectory(directory.resolve("tmp"));
            int port = environment.containsKey(PORT) ? Integer.parseInt(environment.get(PORT)) : freePort();
            int managementPort = freePort();
            Path log = Files.createDirectories(LOGS)
                    .resolve("application-" + port + ".log")
                    .toAbsolutePath();
            ProcessBuilder builder = new ProcessBuilder(command(what, "-Djava.io.tmpdir=" + temporary))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            builder.environment().put(PORT, String.valueOf(port));
            builder.environment().put("MANAGEMENT_SERVER_PORT", String.valueOf(managementPort));
            builder.environment().put("KREISLAUFSTADT_SIGN_IN_PASSWORD_ROUNDS", "1000");
            // Programs administer here, and nobody can ask them for a second factor.
            builder.environment().put("KREISLAUFSTADT_SIGN_IN_SECOND_FACTOR_FOR_ADMINISTRATORS", "false");
            // Nobody stands before it who would have to notice that it ends.
            builder.environment().putIfAbsent("KREISLAUFSTADT_SHUTDOWN_NOTICE", "0s");
            return new ProductionApplication(directory, log, port, managementPort, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return how to start the jar, with what an operator adds for a small machine and what the build adds for a short life */
    static List<String> command(String... more) {
        return command(List.of("-jar", jar().toString()), more);
    }

    private static List<String> command(List<String> what, String... more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        Stream.of(System.getProperty("kreislaufstadt.jvm", "").split(" "))
                .filter(option -> !option.isBlank())
                .forEach(command::add);
        command.addAll(List.of(more));
        command.addAll(what);
        return command;
    }

    /** @return the jar as a command, told everything by this environment, in this directory */
    static ProcessBuilder command(Path directory, Map<String, String> environment, String... arguments) {
        List<String> command = command();
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    public static Path jar() {
        String jar = System.getProperty("kreislaufstadt.jar");
        assertThat(jar).as("system property kreislaufstadt.jar").isNotBlank();
        assertThat(Path.of(jar)).as("packaged application").isRegularFile();
        return Path.of(jar).toAbsolutePath();
    }

    /** A port that is free, and that no other application was sent to which has not taken it yet. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            int port = socket.getLocalPort();
            return GIVEN_OUT.add(port) ? port : freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the application says that it serves requests. */
    public ProductionApplication awaitReady() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest readiness = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        await("readiness")
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(250))
                .failFast(() -> assertThat(process.isAlive())
                        .as("running application; it ended with:\n%s", lastLines())
                        .isTrue())
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> client.send(readiness, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200);
        return this;
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** @return what it listens on */
    public int port() {
        return port;
    }

    /** @return a new program that talks to the application */
    public Http http() {
        return new Http(port);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** @return everything the application has said so far */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastLines() {
        List<String> lines = log().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    /** Ends the application as a power cut would: {@code kill -9}. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks the application to end as an operator does, and does not wait for it: SIGTERM. */
    public void askToEnd() {
        process.destroy();
    }

    /** @return what the application ended with, within the time it has */
    int exitCode() {
        try {
            assertThat(process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS))
                    .as("ended")
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @return what readiness answers now */
    int readiness() {
        return new Http(managementPort).get("/actuator/health/readiness").status();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(stopOnExit);
        stop();
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            FileSystemUtils.deleteRecursively(directory);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
