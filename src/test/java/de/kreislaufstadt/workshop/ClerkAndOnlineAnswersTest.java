package de.kreislaufstadt.workshop;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.workshop.link.InvitationLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clerk types registrations while invited people answer: both are seen, neither is overwritten unseen. */
@ApplicationTest
class ClerkAndOnlineAnswersTest {

    private static final String CLERK = "wfm-sachbearbeitung";
    private static final String TASK = "check-registrations";

    @Autowired
    private Office office;

    @Autowired
    private InvitationLinks links;

    @Autowired
    private ObjectMapper json;

    @LocalServerPort
    private int port;

    private InvitedPeople people;

    @BeforeEach
    void invited() {
        people = new InvitedPeople(office, links, port).invite(36);
    }

    @Test
    void theClerkSeesWhatWasAnsweredWhoNeedsAssistanceAndEverybodysLink() {
        people.post(people.path(1), Map.of("choice", "ACCEPT", "assistance", "true"));
        people.post(people.path(2), Map.of("choice", "SUBSTITUTE", "substitute", "Kim Berg"));
        ObjectNode form = shown();

        assertThat(form.get("overview").asText())
                .contains(
                        "2 kommen, 0 auf der Warteliste, 0 abgesagt, 29 offen; 2 haben online geantwortet",
                        "Unterstützung gewünscht",
                        "Bauunternehmen, Geschäftsführung");
        JsonNode first = row(form, 1);
        assertThat(first.get("answer").asText()).isEqualTo("ACCEPTED");
        assertThat(first.get("assistance").asBoolean()).isTrue();
        assertThat(first.get("online").asText()).matches("\\d\\d\\.\\d\\d\\.\\d{4}, \\d\\d:\\d\\d:\\d\\d Uhr");
        assertThat(row(form, 2).get("online").asText()).endsWith(": Kim Berg");
        assertThat(row(form, 3).has("online")).isFalse();
        String link = row(form, 3).get("link").asText();
        assertThat(people.post(link.substring(link.indexOf("/einladung/")), Map.of("choice", "DECLINE"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(people.answer(3)).isEqualTo("DECLINED");
    }

    @Test
    void anAnswerThatCameWhileTheClerkTypedIsNotOverwrittenUnseen() {
        ObjectNode form = opened();
        people.post(people.path(1), Map.of("choice", "DECLINE"));
        everybodyComes(form);

        assertThat(refusal(() -> office.as(CLERK).completes(people.measure, TASK, form)))
                .containsExactly("registrations[0].answer workshop.registrations.online");
        assertThat(people.answer(1)).isEqualTo("DECLINED");
        assertThat(office.openTasks(people.measure)).contains(TASK);

        row(form, 1).put("overrule", true);
        office.as(CLERK).completes(people.measure, TASK, form);
        assertThat(people.answer(1)).isEqualTo("ACCEPTED");
        assertThat(people.one(
                        "select answered_at is null from workshop_invitation where id = '" + people.seat(1) + "'"))
                .as("now it is the clerk's")
                .isEqualTo("true");
    }

    @Test
    void theRefusalSaysBothAnswersInGerman() {
        ObjectNode form = opened();
        people.post(people.path(1), Map.of("choice", "DECLINE"));
        everybodyComes(form);
        Http browser = new Http(port);
        browser.signIn(CLERK, "tasklist");
        String task = office.open(people.measure, TASK).get(0).getId();
        browser.post("/camunda/api/engine/engine/default/task/" + task + "/claim", "{\"userId\":\"" + CLERK + "\"}");
        ObjectNode variable = json.createObjectNode();
        variable.putObject("variables")
                .putObject("form")
                .put("type", "Json")
                .put("value", form.toString())
                .putObject("valueInfo")
                .put("transient", true);

        Http.Answer refused =
                browser.post("/camunda/api/engine/engine/default/task/" + task + "/submit-form", variable.toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Inzwischen wurde online geantwortet: „Abgesagt“. Im Formular steht „Zugesagt“.");
    }

    @Test
    void theNewerAnswerStandsWhereTheClerkTouchedNothing() {
        people.post(people.path(1), Map.of("choice", "SUBSTITUTE", "substitute", "Kim Berg"));
        ObjectNode form = opened();
        people.post(people.path(1), Map.of("choice", "DECLINE"));
        people.post(people.path(2), Map.of("choice", "ACCEPT"));
        form.put("proceedReason", "Es reicht trotzdem.");

        office.as(CLERK).completes(people.measure, TASK, form);

        assertThat(people.answer(1) + " " + people.answer(2)).isEqualTo("DECLINED ACCEPTED");
        assertThat(people.one(
                        "select count(*) from workshop_invitation where answered_at is not null and workshop_id = '"
                                + people.workshop + "'"))
                .isEqualTo("2");
    }

    @Test
    void whatTheClerkHasSeenMayBeChanged() {
        people.post(people.path(1), Map.of("choice", "DECLINE"));
        ObjectNode form = opened();
        everybodyComes(form);

        office.as(CLERK).completes(people.measure, TASK, form);

        assertThat(people.answer(1)).isEqualTo("ACCEPTED");
    }

    @Test
    void whoHasAnsweredIsNotDroppedFromTheListInPassing() {
        people.post(people.path(1), Map.of("choice", "ACCEPT"));
        ObjectNode form = opened();
        everybodyComes(form);
        form.withArray("registrations").remove(0);

        assertThat(refusal(() -> office.as(CLERK).completes(people.measure, TASK, form)))
                .containsExactly("registrations workshop.registrations.removed");
    }

    @Test
    void whoTheClerkPutsInTheWaitingListWhilePlacesAreLeftDoesNotMoveUp() {
        ObjectNode form = opened();
        everybodyComes(form);
        row(form, 1).put("answer", "WAITING_LIST");
        form.put("proceedReason", "Es reicht.");
        office.as(CLERK).completes(people.measure, TASK, form);
        people.post(people.path(2), Map.of("choice", "DECLINE"));
        assertThat(people.answer(1))
                .as("places were left: the clerk has kept this one back")
                .isEqualTo("WAITING_LIST");
    }

    @Test
    void peopleAndClerkAtTheSameTimeNeitherFailNorLoseAnything() throws Exception {
        ObjectNode form = opened();
        form.put("registrationResult", "INVITE_MORE").put("comment", "Es fehlen noch welche.");
        ExecutorService threads = Executors.newFixedThreadPool(9);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            IntStream.rangeClosed(1, 8)
                    .mapToObj(people::path)
                    .map(path -> threads.submit(
                            () -> people.post(path, Map.of("choice", "ACCEPT")).statusCode()))
                    .forEach(answers::add);
            Future<?> clerk = threads.submit(() -> office.as(CLERK).completes(people.measure, TASK, form));
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(303);
            }
            clerk.get();
        } finally {
            threads.shutdown();
        }
        assertThat(people.one("select count(*) from workshop_invitation where answer = 'ACCEPTED' and workshop_id = '"
                        + people.workshop + "'"))
                .isEqualTo("8");
    }

    /** What the clerk would send now without typing anything but the decision. */
    private ObjectNode opened() {
        ObjectNode data = shown();
        data.remove("overview");
        return data.put("registrationResult", "PROCEED");
    }

    private ObjectNode shown() {
        Http browser = new Http(port);
        browser.signIn(CLERK, "tasklist");
        String task = office.open(people.measure, TASK).get(0).getId();
        return (ObjectNode) browser.get("/camunda/api/kreislaufstadt/form/task/" + task)
                .json()
                .get("data");
    }

    private static void everybodyComes(ObjectNode form) {
        form.get("registrations").forEach(row -> {
            ((ObjectNode) row).put("answer", "ACCEPTED");
            ((ObjectNode) row).remove("substitute");
        });
    }

    private static ObjectNode row(ObjectNode form, int number) {
        return (ObjectNode) form.get("registrations").get(number - 1);
    }
}
