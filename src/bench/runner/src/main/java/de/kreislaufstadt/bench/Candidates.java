package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Sets up the same city in each candidate by the candidate's own ways: thirty groups, a clerk in ten of them. */
final class Candidates {

    private static final int GROUPS = 30;
    private static final int OWN_GROUPS = 10;
    private static final String CLERK = "clerk";

    private final JdbcTemplate superuser;
    private final String server;
    private final String secret = UUID.randomUUID().toString();
    private final List<Server> running = new ArrayList<>();

    Candidates(EmbeddedPostgres postgres) {
        this.server = "jdbc:postgresql://localhost:" + postgres.getPort() + "/";
        this.superuser = new JdbcTemplate(new DriverManagerDataSource(server + "postgres", "postgres", "postgres"));
        superuser.execute("create role bench_owner login password '" + secret + "'");
        superuser.execute("create role kreislaufstadt_app login password '" + secret + "'");
    }

    Candidate product() throws IOException, InterruptedException {
        superuser.execute("create database product owner bench_owner");
        Path city = Files.writeString(Files.createTempFile("bench-city", ".yaml"), city());
        Server application = start(
                "product",
                Path.of(System.getProperty("product.jar")),
                "/actuator/health/readiness",
                Map.of(
                        "SPRING_DATASOURCE_URL",
                        server + "product",
                        "SPRING_DATASOURCE_USERNAME",
                        "kreislaufstadt_app",
                        "SPRING_DATASOURCE_PASSWORD",
                        secret,
                        "SPRING_FLYWAY_URL",
                        server + "product",
                        "SPRING_FLYWAY_USER",
                        "bench_owner",
                        "SPRING_FLYWAY_PASSWORD",
                        secret,
                        "KREISLAUFSTADT_ADMIN_PASSWORD",
                        secret,
                        "KREISLAUFSTADT_MUNICIPALITIES",
                        city.toUri().toString()));
        Client rest = new Client(application.port()).as("admin", secret);
        rest.send(
                "PUT",
                "/engine-rest/user/" + CLERK + "/credentials",
                Map.of("password", secret, "authenticatedUserPassword", secret));
        List<String> groups = groups();
        groups.stream()
                .skip(1)
                .limit(OWN_GROUPS - 1L)
                .forEach(group -> rest.send("PUT", "/engine-rest/group/" + group + "/members/" + CLERK, null));
        new Client(application.port())
                .as(CLERK, secret)
                .post(
                        "/engine-rest/process-definition/key/measure-lifecycle/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "form",
                                        Map.of(
                                                "type",
                                                "Json",
                                                "value",
                                                resource("/proposal.json"),
                                                "valueInfo",
                                                Map.of("transient", true)))));
        return candidate("product", "camunda", application, rest, groups, "Aufgaben meiner Abteilung");
    }

    Candidate stock() throws IOException, InterruptedException {
        superuser.execute("create database stock owner bench_owner");
        Server application = start(
                "stock",
                Path.of(System.getProperty("stock.jar")),
                "/engine-rest/version",
                Map.of(
                        "SPRING_DATASOURCE_URL",
                        server + "stock",
                        "SPRING_DATASOURCE_USERNAME",
                        "bench_owner",
                        "SPRING_DATASOURCE_PASSWORD",
                        secret,
                        "ADMIN_PASSWORD",
                        secret));
        Client rest = new Client(application.port());
        rest.post(
                "/engine-rest/user/create",
                Map.of(
                        "profile",
                        Map.of("id", CLERK, "firstName", "Sachbearbeitung", "lastName", "Stadt"),
                        "credentials",
                        Map.of("password", secret)));
        List<String> groups = groups();
        for (String group : groups) {
            rest.post("/engine-rest/group/create", Map.of("id", group, "name", group, "type", "WORKFLOW"));
        }
        groups.stream()
                .limit(OWN_GROUPS)
                .forEach(group -> rest.send("PUT", "/engine-rest/group/" + group + "/members/" + CLERK, null));
        rest.post(
                "/engine-rest/authorization/create",
                Map.of(
                        "type",
                        1,
                        "permissions",
                        List.of("ACCESS"),
                        "userId",
                        CLERK,
                        "resourceType",
                        0,
                        "resourceId",
                        "tasklist"));
        JsonNode filter = rest.post(
                "/engine-rest/filter/create",
                Map.of(
                        "resourceType",
                        "Task",
                        "name",
                        "Aufgaben meiner Abteilung",
                        "query",
                        Map.of(
                                "candidateGroupsExpression",
                                "${ currentUserGroups() }",
                                "includeAssignedTasks",
                                true,
                                "sorting",
                                List.of(Map.of("sortBy", "dueDate", "sortOrder", "asc"))),
                        "properties",
                        Map.of("priority", 1)));
        rest.post(
                "/engine-rest/authorization/create",
                Map.of(
                        "type",
                        1,
                        "permissions",
                        List.of("READ"),
                        "userId",
                        CLERK,
                        "resourceType",
                        5,
                        "resourceId",
                        filter.path("id").asText()));
        rest.post("/engine-rest/process-definition/key/step/start", Map.of("businessKey", "B-0"));
        return candidate("stock", "public", application, rest, groups, "Aufgaben meiner Abteilung");
    }

    void close() {
        running.forEach(Server::close);
    }

    private Candidate candidate(
            String name, String schema, Server application, Client rest, List<String> groups, String filterName) {
        String filter = rest.get("/engine-rest/filter?name=" + filterName.replace(" ", "%20"))
                .path(0)
                .path("id")
                .asText();
        String task = rest.get("/engine-rest/task").path(0).path("id").asText();
        Database database = new Database(server + name, "postgres", "postgres", schema);
        // The models differ, the rows must not.
        database.sql()
                .update(
                        "update act_ru_task set name_ = 'Aufgabe 0', due_date_ = timestamp '2026-12-31' where id_ = ?",
                        task);
        Client clerk = new Client(application.port()).inTasklist(CLERK, secret);
        return new Candidate(name, database, clerk, filter, groups, task);
    }

    private Server start(String name, Path jar, String probe, Map<String, String> environment)
            throws IOException, InterruptedException {
        Server application = Server.start(name, jar, environment, probe);
        running.add(application);
        return application;
    }

    private static List<String> groups() {
        return IntStream.rangeClosed(1, GROUPS)
                .mapToObj(number -> String.format("city-d%02d", number))
                .toList();
    }

    private static String city() throws IOException {
        String more = IntStream.rangeClosed(6, GROUPS)
                .mapToObj(number -> String.format("  - {key: d%02d, name: Amt %02d}%n", number, number))
                .collect(Collectors.joining());
        return resource("/bench-city.yaml").replace("${MORE_DEPARTMENTS}\n", more);
    }

    private static String resource(String name) throws IOException {
        try (var file = Candidates.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
