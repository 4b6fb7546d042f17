package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** Flowable's REST with the plain model of the path. */
final class FlowableDesk implements Desk {

    private static final String REST = "/process-api";
    private static final AtomicInteger NUMBERS = new AtomicInteger(10);
    private static final AtomicInteger REFUSED = new AtomicInteger();
    private static final int MOST_ATTEMPTS = 5;

    private static final Map<String, List<Map<String, Object>>> RESULTS = Map.of(
            "review-proposal", List.of(text("reviewResult", "FORWARD"), text("body", "HEAD")),
            "decide-measure", List.of(text("decision", "APPROVE")),
            "review-knowledge", List.of(text("reviewResult", "COMPLETE")),
            "release-evaluation", List.of(text("releaseResult", "RELEASE")));

    private final Client client;

    FlowableDesk(Client client) {
        this.client = client;
    }

    private static Map<String, Object> text(String name, String value) {
        return Map.of("name", name, "value", value, "type", "string");
    }

    @Override
    public String begin() {
        String number = "WW-" + NUMBERS.incrementAndGet();
        client.post(
                REST + "/runtime/process-instances",
                Map.of("processDefinitionKey", "life", "businessKey", number, "returnVariables", false));
        return number;
    }

    @Override
    public List<Open> open(String measure) {
        JsonNode tasks = client.get(REST + "/runtime/tasks?size=100&processInstanceBusinessKey=" + measure);
        return StreamSupport.stream(tasks.path("data").spliterator(), false)
                .map(task -> new Open(
                        task.path("id").asText(), task.path("taskDefinitionKey").asText()))
                .toList();
    }

    @Override
    public void take(Open task) {
        act(task, Map.of("action", "claim", "assignee", "clerk"));
    }

    @Override
    public void complete(Open task) {
        act(task, Map.of("action", "complete", "variables", RESULTS.getOrDefault(task.key(), List.of())));
    }

    /** Now and then it refuses the second of two tasks of a step since the first was just completed; whoever tries again gets on. */
    private void act(Open task, Map<String, Object> action) {
        for (int attempt = 1; ; attempt++) {
            try {
                client.post(REST + "/runtime/tasks/" + task.id(), action);
                return;
            } catch (IllegalStateException e) {
                if (attempt == MOST_ATTEMPTS || !e.getMessage().contains("another transaction concurrently")) {
                    throw e;
                }
                REFUSED.incrementAndGet();
            }
        }
    }

    /** @return how often a step had to be sent again */
    static int refused() {
        return REFUSED.get();
    }

    @Override
    public void defer() {
        String measure = begin();
        complete(open(measure).get(0));
        act(open(measure).get(0), Map.of("action", "complete", "variables", List.of(text("decision", "DEFER"))));
    }

    @Override
    public int page() {
        return list(Candidate.PAGE).path("data").size();
    }

    /** Flowable says with every page how many there are; whoever wants to know only that asks for a page of one. */
    @Override
    public int count() {
        return list(1).path("total").asInt();
    }

    private JsonNode list(int size) {
        return client.get(REST + "/runtime/tasks?candidateGroup=city-d01&sort=dueDate&order=asc&start=0&size=" + size);
    }
}
