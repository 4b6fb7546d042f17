package de.kreislaufstadt.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/** A real Keycloak with realms of its own, in memory. It starts while the caller does other things. */
public final class Keycloak implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
    private static final Path LOG = Path.of("target", "keycloak.log");
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String administratorPassword = UUID.randomUUID().toString();
    private final int port;
    private final int shown;
    private final Process process;
    private final Thread stopOnExit = new Thread(this::stop);

    private Keycloak(int port, int shown, List<KeycloakRealm> realms) throws IOException {
        this.port = port;
        this.shown = shown;
        String home = System.getProperty("keycloak.home");
        assertThat(home).as("system property keycloak.home").isNotBlank();
        Path imported = Path.of(home, "data", "import");
        FileSystemUtils.deleteRecursively(imported);
        Files.createDirectories(imported);
        for (KeycloakRealm realm : realms) {
            Files.writeString(imported.resolve(realm.name() + ".json"), realm.json());
        }
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/bash",
                        Path.of(home, "bin", "kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=http://localhost:" + shown,
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile());
        // What is meant for the Java of the build would contradict what the script sets.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // It lives for minutes: a quick start is worth more than quick code.
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", administratorPassword);
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(stopOnExit);
    }

    /** Starts it and does not wait for it. */
    public static Keycloak starting(int port, List<KeycloakRealm> realms) {
        return starting(port, port, realms);
    }

    /** @param shown the port by which others know it, whose way leads to its own */
    public static Keycloak starting(int port, int shown, List<KeycloakRealm> realms) {
        try {
            return new Keycloak(port, shown, realms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String issuer(KeycloakRealm realm) {
        return "http://localhost:" + shown + "/realms/" + realm.name();
    }

    public Keycloak awaitReady() {
        HttpRequest ready = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/realms/master/.well-known/openid-configuration"))
                .build();
        await("Keycloak")
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(250))
                .failFast(() -> assertThat(process.isAlive())
                        .as("running Keycloak, see " + LOG)
                        .isTrue())
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> client.send(ready, BodyHandlers.discarding()).statusCode() == 200);
        return this;
    }

    /** @return an access token of somebody, for a program that has their password */
    public String accessToken(KeycloakRealm realm, String user) {
        return token(
                realm.name(),
                Map.of(
                        "client_id",
                        KeycloakRealm.CLIENT,
                        "client_secret",
                        realm.secret(),
                        "username",
                        user,
                        "password",
                        realm.password(),
                        "scope",
                        "openid"));
    }

    public void disable(KeycloakRealm realm, String user) {
        administer(realm, "PUT", "/users/" + id(realm, user), "{\"enabled\": false}");
    }

    /** Ends all sessions of somebody, of which clients are told by back channel. */
    public void signOut(KeycloakRealm realm, String user) {
        administer(realm, "POST", "/users/" + id(realm, user) + "/logout", "{}");
    }

    public void leavesGroup(KeycloakRealm realm, String user, String group) {
        String person = id(realm, user);
        administer(realm, "GET", "/users/" + person + "/groups", null).forEach(member -> {
            if (member.path("name").asText().equals(group)) {
                administer(
                        realm,
                        "DELETE",
                        "/users/" + person + "/groups/" + member.path("id").asText(),
                        null);
            }
        });
    }

    private String id(KeycloakRealm realm, String user) {
        return administer(realm, "GET", "/users?exact=true&username=" + user, null)
                .path(0)
                .path("id")
                .asText();
    }

    private JsonNode administer(KeycloakRealm realm, String method, String path, String body) {
        String token = token(
                "master", Map.of("client_id", "admin-cli", "username", "admin", "password", administratorPassword));
        return send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/admin/realms/" + realm.name() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private String token(String realm, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "grant_type=password&", ""));
        return send(HttpRequest.newBuilder(URI.create(
                                "http://localhost:" + port + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .path("access_token")
                .asText();
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as("%s: %s", answer.request().uri(), answer.body())
                    .isBetween(200, 299);
            return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(stopOnExit);
        stop();
    }

    /** The script has the server as its child. */
    private void stop() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
