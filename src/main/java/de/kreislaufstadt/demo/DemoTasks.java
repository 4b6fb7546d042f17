package de.kreislaufstadt.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Fills in forms as the people of the demo do: over HTTP, each with the own password, with the checks of the forms. */
@Component
@Profile("demo")
class DemoTasks {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Environment environment;
    private final DemoStart demo;

    DemoTasks(Environment environment, DemoStart demo) {
        this.environment = environment;
        this.demo = demo;
    }

    /** @return where the application answers people of this machine */
    String address() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    /** @return the same person in Tasklist */
    DemoBrowser inTasklist(String user) {
        return new DemoBrowser(address(), user, demo.secrets().people());
    }

    /** Starts a process with its form. */
    void starts(String user, String process, JsonNode form) {
        submit(client(user), "/process-definition/key/" + process + "/submit-form", form);
    }

    /**
     * Completes the oldest open task of this kind, once it is there: a job may have to bring it first.
     *
     * @param number of the measure, or the key of the component's round
     * @throws IllegalStateException if it does not come
     */
    void completes(String user, String number, String task, JsonNode form) {
        RestClient client = client(user);
        submit(client, "/task/" + open(client, number, task) + "/complete", form);
    }

    /**
     * Waits until somebody has this task.
     *
     * @throws IllegalStateException if it does not come
     */
    void waitsFor(String user, String number, String task) {
        open(client(user), number, task);
    }

    private RestClient client(String user) {
        return RestClient.builder()
                .baseUrl(address() + "/engine-rest")
                .defaultHeaders(
                        headers -> headers.setBasicAuth(user, demo.secrets().people()))
                .build();
    }

    private static void submit(RestClient client, String address, JsonNode form) {
        Map<String, Object> variable =
                Map.of("value", form.toString(), "type", "Json", "valueInfo", Map.of("transient", true));
        client.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("variables", Map.of("form", variable)))
                .retrieve()
                .toBodilessEntity();
    }

    private static String open(RestClient client, String number, String task) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            JsonNode found = client.get()
                    .uri(
                            "/task?processInstanceBusinessKey={number}&taskDefinitionKey={task}&sortBy=created&sortOrder=asc&maxResults=1",
                            number,
                            task)
                    .retrieve()
                    .body(JsonNode.class);
            if (!found.isEmpty()) {
                return found.path(0).path("id").asText();
            }
            pause();
        }
        throw new IllegalStateException(number + ": " + task + " does not come");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
