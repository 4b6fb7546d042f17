package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** REST of the engines that come from one trunk, with the plain model of the path. */
final class EngineDesk implements Desk {

    private static final String REST = "/engine-rest";
    private static final AtomicInteger NUMBERS = new AtomicInteger(10);

    private static final Map<String, Map<String, Object>> RESULTS = Map.of(
            "review-proposal", text("reviewResult", "FORWARD", "body", "HEAD"),
            "decide-measure", text("decision", "APPROVE"),
            "review-knowledge", text("reviewResult", "COMPLETE"),
            "release-evaluation", text("releaseResult", "RELEASE"));

    private final Client client;
    private final String user;

    EngineDesk(Client client, String user) {
        this.client = client;
        this.user = user;
    }

    private static Map<String, Object> text(String... namesAndValues) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put(namesAndValues[i], Map.of("value", namesAndValues[i + 1], "type", "String"));
        }
        return variables;
    }

    @Override
    public String begin() {
        String number = "WW-" + NUMBERS.incrementAndGet();
        client.post(REST + "/process-definition/key/life/start", Map.of("businessKey", number));
        return number;
    }

    @Override
    public List<Open> open(String measure) {
        JsonNode tasks = client.get(REST + "/task?maxResults=100&processInstanceBusinessKey=" + measure);
        return StreamSupport.stream(tasks.spliterator(), false)
                .map(task -> new Open(
                        task.path("id").asText(), task.path("taskDefinitionKey").asText()))
                .toList();
    }

    @Override
    public void take(Open task) {
        client.post(REST + "/task/" + task.id() + "/claim", Map.of("userId", user));
    }

    @Override
    public void complete(Open task) {
        client.post(
                REST + "/task/" + task.id() + "/complete",
                Map.of("variables", RESULTS.getOrDefault(task.key(), Map.of())));
    }

    @Override
    public void defer() {
        String measure = begin();
        complete(open(measure).get(0));
        client.post(
                REST + "/task/" + open(measure).get(0).id() + "/complete",
                Map.of("variables", text("decision", "DEFER")));
    }

    /** Of one department, the most urgent first: what every list of tasks asks. */
    static final Map<String, Object> OF_DEPARTMENT = Map.of(
            "candidateGroup",
            "city-d01",
            "includeAssignedTasks",
            true,
            "sorting",
            List.of(Map.of("sortBy", "dueDate", "sortOrder", "asc")));

    @Override
    public int page() {
        return client.post(REST + "/task?firstResult=0&maxResults=" + Candidate.PAGE, OF_DEPARTMENT)
                .size();
    }

    @Override
    public int count() {
        return client.post(REST + "/task/count", Map.of("candidateGroup", "city-d01", "includeAssignedTasks", true))
                .path("count")
                .asInt();
    }
}
