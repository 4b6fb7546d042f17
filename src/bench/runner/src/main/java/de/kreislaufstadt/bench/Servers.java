package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Starts candidates, each on a database of its own, and stops them. */
final class Servers implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final String USUAL_HEAP = "-Xmx768m";

    private final JdbcTemplate superuser;
    private final String server;
    private final String secret = UUID.randomUUID().toString();
    private final List<Server> running = new CopyOnWriteArrayList<>();

    Servers(EmbeddedPostgres postgres) {
        this.server = "jdbc:postgresql://localhost:" + postgres.getPort() + "/";
        this.superuser = new JdbcTemplate(new DriverManagerDataSource(server + "postgres", "postgres", "postgres"));
        superuser.execute("create role bench_owner login password '" + secret + "'");
        superuser.execute("create role kreislaufstadt_app login password '" + secret + "'");
    }

    /** Password of everybody, for this run. */
    String secret() {
        return secret;
    }

    JdbcTemplate superuser() {
        return superuser;
    }

    Database newDatabase(String name, String schema) {
        superuser.execute("create database " + name + " owner bench_owner");
        return new Database(server + name, name, "postgres", "postgres", schema);
    }

    Server stock(Database database) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "SPRING_DATASOURCE_URL",
                database.url(),
                "SPRING_DATASOURCE_USERNAME",
                "bench_owner",
                "SPRING_DATASOURCE_PASSWORD",
                secret,
                "ADMIN_PASSWORD",
                secret);
        List<String> java = List.of(USUAL_HEAP, "-jar", jar("stock.jar"));
        return start(database.name(), java, environment, "/engine-rest/version");
    }

    /** A candidate of another maker, or the engine's own starter told something more. */
    Server other(String name, String jar, Database database, List<String> java, Map<String, String> more, String probe)
            throws IOException, InterruptedException {
        Map<String, String> environment = new TreeMap<>(more);
        environment.put("SPRING_DATASOURCE_URL", database.url());
        environment.put("SPRING_DATASOURCE_USERNAME", "bench_owner");
        environment.put("SPRING_DATASOURCE_PASSWORD", secret);
        environment.put("ADMIN_PASSWORD", secret);
        List<String> command =
                Stream.concat(java.stream(), Stream.of("-jar", jar(jar))).toList();
        return start(name, command, environment, probe);
    }

    /** The engine's own starter in front of the engine's tables of the product, to be asked only: it deploys and executes nothing. */
    Server stockBeside(Database database) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "SPRING_DATASOURCE_URL",
                database.url() + "?currentSchema=" + database.schema(),
                "SPRING_DATASOURCE_USERNAME",
                database.user(),
                "SPRING_DATASOURCE_PASSWORD",
                database.password(),
                "ADMIN_PASSWORD",
                secret,
                "CAMUNDA_BPM_AUTO_DEPLOYMENT_ENABLED",
                "false",
                "CAMUNDA_BPM_JOB_EXECUTION_ENABLED",
                "false",
                "CAMUNDA_BPM_DATABASE_SCHEMA_UPDATE",
                "false");
        List<String> java = List.of(USUAL_HEAP, "-jar", jar("stock.jar"));
        return start("stock-beside-" + database.name(), java, environment, "/engine-rest/version");
    }

    /** A database that is what another one is now; nobody may be connected to that one. */
    Database copyOf(Database other, String name) {
        superuser.execute("create database " + name + " template " + other.name() + " owner bench_owner");
        return new Database(server + name, name, other.user(), other.password(), other.schema());
    }

    Server product(Database database, List<Path> municipalities) throws IOException, InterruptedException {
        List<String> java = List.of(USUAL_HEAP, "-jar", jar("product.jar"));
        return product(database.name(), java, environment(database, municipalities));
    }

    Server product(String name, List<String> java, Map<String, String> environment)
            throws IOException, InterruptedException {
        return start(name, java, environment, "/actuator/health/readiness");
    }

    /** What an operator tells the product. */
    Map<String, String> environment(Database database, List<Path> municipalities) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("SPRING_DATASOURCE_URL", database.url());
        environment.put("SPRING_DATASOURCE_USERNAME", "kreislaufstadt_app");
        environment.put("SPRING_DATASOURCE_PASSWORD", secret);
        environment.put("SPRING_FLYWAY_URL", database.url());
        environment.put("SPRING_FLYWAY_USER", "bench_owner");
        environment.put("SPRING_FLYWAY_PASSWORD", secret);
        environment.put("KREISLAUFSTADT_ADMIN_PASSWORD", secret);
        environment.put("KREISLAUFSTADT_INITIAL_PASSWORD", secret);
        // Programs administer here, and nobody can ask them for a second factor.
        environment.put("KREISLAUFSTADT_SIGN_IN_SECOND_FACTOR_FOR_ADMINISTRATORS", "false");
        environment.put(
                "KREISLAUFSTADT_MUNICIPALITIES",
                municipalities.stream().map(file -> file.toUri().toString()).collect(Collectors.joining(",")));
        return environment;
    }

    /** Not among those that {@link #stop} stops: whoever starts it closes it. */
    Server started(String name, List<String> java, Map<String, String> environment, String probe)
            throws IOException, InterruptedException {
        return Server.start(name, java, environment, probe);
    }

    private Server start(String name, List<String> java, Map<String, String> environment, String probe)
            throws IOException, InterruptedException {
        Server application = Server.start(name, java, environment, probe);
        running.add(application);
        return application;
    }

    static String jar(String property) {
        return Path.of(System.getProperty(property))
                .toAbsolutePath()
                .normalize()
                .toString();
    }

    /** Writes the file of a municipality with so many departments, {@code d01} and on. */
    static Path municipality(String id, String name, int number, int departments) throws IOException {
        return municipality("/bench-city.yaml", id, name, number, departments);
    }

    /** @param template with everything but id, name, key and the departments from the sixth on */
    static Path municipality(String template, String id, String name, int number, int departments) throws IOException {
        String more = IntStream.rangeClosed(6, departments)
                .mapToObj(department -> String.format("  - {key: d%02d, name: Amt %02d}%n", department, department))
                .collect(Collectors.joining());
        String text = resource(template)
                .replace("${ID}", id)
                .replace("${NAME}", name)
                .replace("${KEY}", String.format(Locale.ROOT, "05%06d", number))
                .replace("${MORE_DEPARTMENTS}\n", more);
        Path file = Files.createTempFile("bench-" + id, ".yaml");
        file.toFile().deleteOnExit();
        return Files.writeString(file, text);
    }

    static List<String> groups(String municipality, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> String.format("%s-d%02d", municipality, number))
                .toList();
    }

    /** The clerk proposes a measure, and the engine makes the task to review it. */
    static void propose(Client clerk) throws IOException {
        propose(clerk, Prototypes.TITLE);
    }

    static void propose(Client clerk, String title) throws IOException {
        clerk.post(
                "/engine-rest/process-definition/key/measure-lifecycle/submit-form",
                form(resource("/proposal.json").replace(Prototypes.TITLE, title)));
    }

    /** What a proposal that has everything is sent with. */
    static Map<String, Object> proposal() throws IOException {
        return form(resource("/proposal.json"));
    }

    /** The one variable that the application takes with a completion: a form, of which the engine keeps nothing. */
    static Map<String, Object> form(String data) {
        return Map.of(
                "variables",
                Map.of("form", Map.of("type", "Json", "value", data, "valueInfo", Map.of("transient", true))));
    }

    static String json(Map<String, Object> form) {
        try {
            return JSON.writeValueAsString(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String resource(String name) throws IOException {
        try (var file = Servers.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Stops all that are running; others may be started after that. */
    void stop() {
        running.parallelStream().forEach(Server::close);
        running.clear();
    }

    @Override
    public void close() {
        stop();
    }
}
