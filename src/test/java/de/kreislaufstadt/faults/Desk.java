package de.kreislaufstadt.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.faults.Command.Kind;
import de.kreislaufstadt.faults.Command.Outcome;
import de.kreislaufstadt.journey.Forms;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A person at work through whichever node answers, as behind a reverse proxy. Everything asked for is recorded with what the
 * person is told; who is told nothing looks whether it happened before asking again.
 */
final class Desk {

    /** A browser waits for longer, a person hardly. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int LONGEST_SAYING = 300;
    private static final int MOST_ATTEMPTS = 200;
    private static final long PAUSE_MILLIS = 250;
    private static final JsonMapper JSON = new JsonMapper();

    /** A connection of its own for each request: what breaks is this request and no other. */
    private static final HttpClient HTTP = client();

    private final Cluster cluster;
    private final Recorder recorder;
    private final JdbcClient page;
    private final String user;

    Desk(Cluster cluster, Recorder recorder, String user) {
        this.cluster = cluster;
        this.recorder = recorder;
        this.page = cluster.server().superuser(cluster.database());
        this.user = user;
    }

    private static HttpClient client() {
        System.setProperty("jdk.httpclient.keepalive.timeout", "0");
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    private record Answer(int node, int status, String body) {

        boolean isDone() {
            return status >= 200 && status < 300;
        }
    }

    /** @return number of the measure */
    String proposes(String title) {
        ObjectNode form = Forms.valid(
                "propose-measure", data -> data.withObject("/outline").put("title", title));
        String path = "/engine-rest/process-definition/key/measure-lifecycle/submit-form";
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Command command = send(Kind.PROPOSE, title, "propose-measure", null, path, body(form));
            if (command.outcome() == Outcome.UNKNOWN) {
                look(command, numberOf(title).isPresent());
            }
            Optional<String> number = numberOf(title);
            if (number.isPresent()) {
                return number.get();
            }
            assertThat(command.outcome()).as("%s", command).isNotEqualTo(Outcome.ACKNOWLEDGED);
            pause();
        }
        throw new IllegalStateException(title + " cannot be proposed");
    }

    /** The page of measures, by title; the forms put a mark of their own behind it. */
    private Optional<String> numberOf(String title) {
        while (true) {
            try {
                return page
                        .sql(
                                "select distinct m.number from kreislaufstadt.measure m join kreislaufstadt.measure_version v"
                                        + " on v.measure_id = m.id where v.title like ? || ' %'")
                        .param(title)
                        .query(String.class)
                        .list()
                        .stream()
                        .findFirst();
            } catch (RuntimeException e) {
                pause();
            }
        }
    }

    /** @return id of the open task of a kind, waited for */
    String finds(String number, String step) {
        String path = "/engine-rest/task?processInstanceBusinessKey=" + number + "&taskDefinitionKey=" + step;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Answer answer = get(path);
            if (answer.isDone()) {
                JsonNode tasks = parse(answer.body());
                if (!tasks.isEmpty()) {
                    return tasks.get(0).path("id").asText();
                }
            }
            pause();
        }
        throw new IllegalStateException(number + " has no " + step + " for " + user);
    }

    /** Claims and completes; asks again until it is done, but only where it has not happened. */
    void does(String title, String step, String task, ObjectNode form) {
        until(title, Kind.CLAIM, step, task, "claim", "{\"userId\":\"" + user + "\"}");
        until(title, Kind.COMPLETE, step, task, "submit-form", body(form));
    }

    private void until(String title, Kind kind, String step, String task, String how, String body) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Command command = send(kind, title, step, task, "/engine-rest/task/" + task + "/" + how, body);
            if (command.outcome() == Outcome.ACKNOWLEDGED) {
                return;
            }
            if (command.outcome() == Outcome.UNKNOWN || command.outcome() == Outcome.REFUSED) {
                boolean done = happened(kind, task);
                if (command.outcome() == Outcome.UNKNOWN) {
                    look(command, done);
                }
                if (done) {
                    return;
                }
            }
            pause();
        }
        throw new IllegalStateException(user + " cannot " + how + " " + task + " of " + title);
    }

    /** Asks once, and is content with any answer. */
    Command once(Kind kind, String title, String step, String task, ObjectNode form) {
        String body = kind == Kind.CLAIM ? "{\"userId\":\"" + user + "\"}" : body(form);
        String how = kind == Kind.CLAIM ? "claim" : "submit-form";
        return send(kind, title, step, task, "/engine-rest/task/" + task + "/" + how, body);
    }

    /** Reloads: a task that was completed is not in the list any more, a claimed one says by whom. */
    private boolean happened(Kind kind, String task) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Answer answer = get("/engine-rest/task/" + task);
            if (answer.status() == 404) {
                return true;
            }
            if (answer.isDone()) {
                return kind == Kind.CLAIM
                        && parse(answer.body()).path("assignee").asText().equals(user);
            }
            pause();
        }
        throw new IllegalStateException("Nobody says where task " + task + " is");
    }

    private void look(Command asked, boolean done) {
        Instant now = Instant.now();
        recorder.note(new Command(
                asked.kind(),
                asked.measure(),
                asked.step(),
                asked.task(),
                user,
                asked.node(),
                now,
                now,
                done ? Outcome.FOUND_DONE : Outcome.FOUND_OPEN,
                0,
                null));
    }

    private Command send(Kind kind, String title, String step, String task, String path, String body) {
        Instant sent = Instant.now();
        Outcome outcome;
        Answer answer = new Answer(cluster.proxy().next(), 0, null);
        try {
            answer = ask(answer.node(), request(answer.node(), path).POST(BodyPublishers.ofString(body)));
            outcome =
                    answer.isDone() ? Outcome.ACKNOWLEDGED : answer.status() < 500 ? Outcome.REFUSED : Outcome.UNKNOWN;
        } catch (ConnectException e) {
            outcome = Outcome.UNREACHED;
        } catch (IOException e) {
            outcome = Outcome.UNKNOWN;
        } finally {
            cluster.proxy().answered(answer.node());
        }
        String said = outcome == Outcome.ACKNOWLEDGED || answer.body() == null
                ? null
                : answer.body()
                        .substring(0, Math.min(LONGEST_SAYING, answer.body().length()));
        Command command = new Command(
                kind, title, step, task, user, answer.node(), sent, Instant.now(), outcome, answer.status(), said);
        recorder.note(command);
        return command;
    }

    private Answer get(String path) {
        int node = cluster.proxy().next();
        Answer answer = new Answer(node, 0, null);
        try {
            answer = ask(node, request(node, path).GET());
        } catch (IOException e) {
            // Whoever asks looks again.
        } finally {
            cluster.proxy().answered(node);
        }
        recorder.read(answer.status() > 0 && answer.status() < 500);
        return answer;
    }

    private HttpRequest.Builder request(int node, String path) {
        byte[] login = (user + ":" + cluster.password()).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(cluster.address(node) + path))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
                .header("Content-Type", "application/json");
    }

    private static Answer ask(int node, HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(node, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String body(ObjectNode form) {
        return de.kreislaufstadt.journey.Desk.form(form);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
