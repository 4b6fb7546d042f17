package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Measures that people bring to different places of their life through REST, one of each kind, to be multiplied: proposed,
 * about to be decided, asking ten departments at once, resting, cancelled.
 */
final class Prototypes {

    /** Departments that a survey asks, each with a task of its own. */
    static final int ASKED = 10;

    /** As in the proposal that everybody here makes. */
    static final String TITLE = "Bauteile wiederverwenden";

    private static final int MOST_STEPS = 6;
    private static final String REVIEW = "review-proposal";
    private static final String DECISION = "decide-measure";

    private final Database database;
    private final String city;
    private final Client clerk;
    private final Client head;
    private final Client manager;
    private final Client clerkInTasklist;

    Prototypes(Database database, Server application, String city, String secret) {
        this.database = database;
        this.city = city;
        this.clerk = new Client(application.port()).as(city + "-clerk", secret);
        this.head = new Client(application.port()).as(city + "-head", secret);
        this.manager = new Client(application.port()).inTasklist(city + "-manager", secret);
        this.clerkInTasklist = new Client(application.port()).inTasklist(city + "-clerk", secret);
    }

    /** @return number of a measure whose proposal waits to be reviewed */
    String proposed() throws IOException {
        return proposed(TITLE);
    }

    private String proposed(String title) throws IOException {
        Servers.propose(clerk, title);
        return database.sql()
                .queryForObject(
                        "select number from measure where municipality_id = ? order by created_at desc limit 1",
                        String.class,
                        city);
    }

    /** @return number of a measure that waits for its decision */
    String aboutToBeDecided() throws IOException {
        String number = proposed();
        reviewed(number);
        return number;
    }

    /** Reviews the proposal and signs it, until it waits for its decision. */
    void reviewed(String number) {
        complete(number, REVIEW, Map.of("result", "FORWARD", "body", "HEAD"));
        for (int step = 0; step < MOST_STEPS && !open(number).equals(List.of(DECISION)); step++) {
            complete(number, open(number).get(0), signature(open(number).get(0)));
        }
    }

    /** Reviews the proposal and sends it back, so that the lead has to work on it again. */
    void sentBack(String number) {
        complete(number, REVIEW, Map.of("result", "REWORK", "note", "Bitte ergänzen, bis wann es geplant ist."));
        CityInbox.same("tasks of " + number + " after its review", List.of("rework-proposal"), open(number));
    }

    private static Map<String, Object> signature(String task) {
        return switch (task) {
            case "co-sign" -> Map.of("result", "SIGNED", "round", 1);
            case "sign-finally" -> Map.of("result", "FORWARD", "round", 1);
            default -> throw new IllegalStateException("Nobody reckoned with " + task);
        };
    }

    /** @return number of a measure whose survey waits for the answers of ten departments */
    String asking() throws IOException {
        String number = aboutToBeDecided();
        approve(number);
        complete(
                number,
                "prepare-survey",
                Map.of(
                        "aim", "Wissen, welche Kreislaufaktivitäten es gibt.",
                        "guidance", "Bitte auch nennen, was noch in Planung ist.",
                        "departments",
                                IntStream.rangeClosed(1, ASKED)
                                        .mapToObj(department -> String.format("d%02d", department))
                                        .toList(),
                        "until", LocalDate.now().plusDays(60).toString(),
                        "mailbox", "survey@bench.example.org"));
        if (open(number).size() != ASKED) {
            throw new IllegalStateException("Open tasks of the survey: " + open(number));
        }
        return number;
    }

    private void approve(String number) {
        complete(
                number,
                DECISION,
                Map.of(
                        "result",
                        "APPROVE",
                        "body",
                        "Leitung",
                        "decidedOn",
                        LocalDate.now().toString(),
                        "phases",
                        List.of("STATUS_QUO", "WORKSHOPS", "STARTER_PROJECTS", "IMPLEMENTATION")));
    }

    /** @return number of a measure that is decided and has a page of its own */
    String published(String title, String participation) throws IOException {
        String number = proposed(title);
        reviewed(number);
        approve(number);
        prepare(number, participation);
        release(number);
        return number;
    }

    /** The lead hands over a version that says how to take part; the next call makes it public. */
    void prepare(String number, String participation) {
        String address = publication(number);
        JsonNode standing = clerkInTasklist.get(address);
        if (!standing.path("pending").asBoolean()) {
            clerkInTasklist.post(address + "/begin", Map.of());
        }
        complete(
                clerk,
                "clerk",
                number,
                "prepare-publication",
                Map.of("result", "SUBMIT", "participation", Map.of("text", participation)));
    }

    /** Somebody else releases what was handed over: it is public when this returns. */
    void release(String number) {
        complete(number, "release-publication", Map.of("result", "RELEASE"));
    }

    /** Takes a measure off its page: it is not public any more when this returns. */
    void withdraw(String number) {
        manager.post(publication(number) + "/withdraw", Map.of("reason", "Die Angaben werden noch einmal geprüft."));
    }

    private static String publication(String number) {
        return "/camunda/api/kreislaufstadt/measures/" + number + "/publication";
    }

    String resting() throws IOException {
        return interrupted("pause");
    }

    String cancelled() throws IOException {
        return interrupted("cancel");
    }

    private String interrupted(String how) throws IOException {
        String number = proposed();
        steer(number, how);
        return number;
    }

    /** @param how {@code pause}, {@code resume} or {@code cancel} */
    void steer(String number, String how) {
        manager.post(
                "/camunda/api/kreislaufstadt/measures/" + number + "/steering/" + how,
                Map.of("reason", "Der Haushalt ist noch nicht beschlossen."));
    }

    /** @return keys of a measure's open tasks, as the head sees them */
    List<String> open(String number) {
        return tasks(number).findValuesAsText("taskDefinitionKey");
    }

    private JsonNode tasks(String number) {
        return head.get("/engine-rest/task?maxResults=100&processInstanceBusinessKey=" + number);
    }

    private void complete(String number, String task, Map<String, Object> form) {
        complete(head, "head", number, task, form);
    }

    private void complete(Client person, String who, String number, String task, Map<String, Object> form) {
        for (JsonNode found : tasks(number)) {
            if (found.path("taskDefinitionKey").asText().equals(task)) {
                String path = "/engine-rest/task/" + found.path("id").asText();
                person.post(path + "/claim", Map.of("userId", city + "-" + who));
                person.post(path + "/submit-form", Servers.form(Servers.json(form)));
                return;
            }
        }
        throw new IllegalStateException(number + " has no task " + task + ", but " + open(number));
    }
}
