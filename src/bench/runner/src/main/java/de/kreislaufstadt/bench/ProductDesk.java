package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The product as programs of people use it: with a login, rights and forms, and a four-eyes principle where the model has one. */
final class ProductDesk implements Desk {

    static final String CITY = "city";

    private static final String REST = "/engine-rest";

    /** What is found has to be about all of them before a review may say that nothing is missing. */
    private static final List<String> COMPONENTS =
            List.of("VISION_GOALS", "STRATEGY", "PROCESSES", "STRUCTURES", "INSTRUMENTS", "PRODUCTS");

    private final Client clerk;
    private final Client head;

    ProductDesk(int port, String secret) {
        this.clerk = new Client(port).as(CITY + "-clerk", secret);
        this.head = new Client(port).as(CITY + "-head", secret);
    }

    @Override
    public String begin() {
        try {
            return clerk.post(REST + "/process-definition/key/measure-lifecycle/submit-form", Servers.proposal())
                    .path("businessKey")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Open> open(String measure) {
        JsonNode tasks = head.get(REST + "/task?maxResults=100&processInstanceBusinessKey=" + measure);
        return StreamSupport.stream(tasks.spliterator(), false)
                .map(task -> new Open(
                        task.path("id").asText(), task.path("taskDefinitionKey").asText()))
                .toList();
    }

    /** The clerk does the work, the head reviews and decides. */
    private boolean clerks(Open task) {
        return List.of("define-knowledge-goals", "collect-knowledge", "evaluate-measure", "offer-to-archive")
                .contains(task.key());
    }

    @Override
    public void take(Open task) {
        boolean clerks = clerks(task);
        (clerks ? clerk : head)
                .post(REST + "/task/" + task.id() + "/claim", Map.of("userId", CITY + (clerks ? "-clerk" : "-head")));
    }

    @Override
    public void complete(Open task) {
        complete(task, form(task.key()));
    }

    private void complete(Open task, Map<String, Object> form) {
        (clerks(task) ? clerk : head).post(REST + "/task/" + task.id() + "/complete", Servers.form(Servers.json(form)));
    }

    @Override
    public void defer() {
        String measure = begin();
        complete(open(measure).get(0));
        complete(
                open(measure).get(0),
                Map.of(
                        "result", "DEFER",
                        "body", "Leitung",
                        "decidedOn", LocalDate.now().toString(),
                        "reason", "Der Haushalt ist noch nicht beschlossen.",
                        "deferredUntil", LocalDate.now().plusDays(30).toString()));
    }

    @Override
    public int page() {
        return head.post(REST + "/task?firstResult=0&maxResults=" + Candidate.PAGE, EngineDesk.OF_DEPARTMENT)
                .size();
    }

    @Override
    public int count() {
        return head.post(REST + "/task/count", Map.of("candidateGroup", CITY + "-d01", "includeAssignedTasks", true))
                .path("count")
                .asInt();
    }

    private static Map<String, Object> form(String task) {
        String today = LocalDate.now().toString();
        String later = LocalDate.now().plusDays(60).toString();
        return switch (task) {
            case "review-proposal" -> Map.of("result", "FORWARD", "body", "HEAD");
            case "decide-measure" ->
                Map.of("result", "APPROVE", "body", "Leitung", "decidedOn", today, "phases", List.of("KNOWLEDGE"));
            case "define-knowledge-goals" ->
                Map.of(
                        "goals",
                        List.of(
                                Map.of("question", "Welche Baustoffe fallen an?", "responsible", "d02", "due", later),
                                Map.of("question", "Wer nimmt sie ab?", "responsible", "d02", "due", later)));
            case "collect-knowledge" ->
                Map.of(
                        "state", "DONE",
                        "answer", "Die Mengen sind für die letzten drei Jahre bekannt.",
                        "items",
                                List.of(Map.of(
                                        "title",
                                        "Leitfaden für kommunale Kreislaufstrategien",
                                        "kind",
                                        "GUIDE",
                                        "publisher",
                                        "Städteverbund",
                                        "year",
                                        2024,
                                        "url",
                                        "https://example.org/leitfaden",
                                        "circularFields",
                                        List.of("BUILDING"),
                                        "components",
                                        COMPONENTS,
                                        "keyStatements",
                                        "Ohne Mengengerüst keine Ziele.",
                                        "relevance",
                                        4,
                                        "transferability",
                                        3)));
            case "review-knowledge" ->
                Map.of("result", "COMPLETE", "summary", "Die Stadt kennt ihre wichtigsten Stoffströme.");
            case "evaluate-measure" ->
                Map.of(
                        "goals",
                        List.of(Map.of(
                                "goal", "Wiederverwendete Bauteile",
                                "result", "PARTLY",
                                "explanation", "250 von 400 Bauteilen wurden wieder eingesetzt.")),
                        "summary",
                        "Der Bauteilkreislauf läuft.");
            case "release-evaluation" -> Map.of("result", "RELEASE");
            case "offer-to-archive" ->
                Map.of("offeredOn", today, "answeredOn", today, "answer", "TAKEN", "reference", "Abgabe 12");
            default -> throw new IllegalStateException("Nobody reckoned with " + task);
        };
    }
}
