package de.kreislaufstadt.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.workshop.link.InvitationLinks;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Those who took part say how it was; nobody can find out who said what. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class AnonymousFeedbackTest {

    private static final Map<String, String> GOOD =
            Map.of("CONTENT", "VERY_GOOD", "MODERATION", "GOOD", "again", "YES", "strengths", "Gute Mischung");

    @Autowired
    private Office office;

    @Autowired
    private InvitationLinks links;

    @LocalServerPort
    private int port;

    private InvitedPeople people;

    @BeforeEach
    void invited() {
        people = new InvitedPeople(office, links, port).invite(36);
    }

    @Test
    void feedbackIsCountedAndOnlyCounted(CapturedOutput output) {
        people.hold();
        String path = people.feedbackPath();
        assertThat(people.get(path).body())
                .contains("Wie war der Workshop?", "Ihre Rückmeldung ist anonym", "Austausch untereinander")
                .doesNotContain("<script");

        HttpResponse<String> sent = people.post(path, GOOD);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(people.get(sent.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("Danke für Ihre Rückmeldung")
                .doesNotContain("<form");
        people.post(path, Map.of("CONTENT", "POOR", "again", "NO", "improvements", "Zu wenig Zeit\r\nfür Fragen"));

        assertThat(people.one("select responses || ' ' || attend_again from workshop_feedback where " + own()))
                .isEqualTo("2 1");
        assertThat(people.one(
                        "select string_agg(aspect || ' ' || very_good || good || fair || poor, ', ' order by aspect)"
                                + " from workshop_feedback_mark where " + own()))
                .isEqualTo("CONTENT 1001, MODERATION 0100");
        assertThat(people.one("select string_agg(kind || ' ' || text, '; ' order by text) from workshop_feedback_remark"
                        + " where " + own()))
                .isEqualTo("STRENGTH Gute Mischung; IMPROVEMENT Zu wenig Zeit\nfür Fragen");
        assertThat(output.getAll()).doesNotContain(path, "Gute Mischung", "Zu wenig Zeit");
    }

    @Test
    void noTableOfTheFeedbackKeepsTimeOrderOrPerson() {
        assertThat(office.jdbc().sql("""
                                select table_name || '.' || column_name from information_schema.columns
                                where table_schema = 'kreislaufstadt' and table_name like 'workshop\\_feedback%'
                                  and (data_type like 'timestamp%' or is_identity = 'YES' or column_default is not null
                                       or column_name like '%invitation%' or column_name like '%\\_by')
                                """).query(String.class).list()).isEmpty();
    }

    @Test
    void asManyAnswersAreTakenAsPeopleWereThere() throws Exception {
        people.hold();
        String path = people.feedbackPath();
        ExecutorService threads = Executors.newFixedThreadPool(12);
        List<Integer> answers = new ArrayList<>();
        try {
            List<Future<Integer>> sent = new ArrayList<>();
            for (int i = 0; i < 36; i++) {
                sent.add(threads.submit(() -> people.post(path, GOOD).statusCode()));
            }
            for (Future<Integer> answer : sent) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(answers.stream().filter(status -> status == 303)).hasSize(31);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(5);
        assertThat(people.one("select responses from workshop_feedback where " + own()))
                .isEqualTo("31");
        assertThat(people.get(path).body()).contains("Es haben so viele geantwortet, wie da waren");
    }

    @Test
    void theSumsAreThereWhenTheWorkshopIsEvaluatedAndTheRemarksAreGoneAfterwards() {
        people.writeMinutes();
        String path = people.feedbackPath();
        for (int i = 0; i < 6; i++) {
            people.post(path, GOOD);
        }
        finishMinutes();
        JsonNode form = shown();

        assertThat(form.get("responses").asInt()).isEqualTo(6);
        assertThat(form.get("wouldAttendAgain").asInt()).isEqualTo(6);
        assertThat(form.get("ratings")).hasSize(5);
        assertThat(form.at("/ratings/0/veryGood").asInt()).isEqualTo(6);
        assertThat(form.at("/ratings/4/poor").asInt()).isZero();
        assertThat(form.get("overview").asText()).contains("die Summen stehen schon im Formular", "Gute Mischung");
        office.as("wfm-sachbearbeitung").completes(people.measure, "evaluate-workshop");
        assertThat(people.one("select (select count(*) from workshop_feedback_remark where " + own()
                        + ") + (select count(*) from workshop_feedback where " + own()
                        + ") + (select count(*) from workshop_feedback_mark where " + own() + ")"))
                .isEqualTo("0");
        assertThat(people.post(path, GOOD).statusCode()).isEqualTo(409);
        assertThat(people.get(path).body()).contains("Der Workshop ist schon ausgewertet");
    }

    @Test
    void aFewAnswersShowNoMarksToTheClerk() {
        people.writeMinutes();
        people.post(people.feedbackPath(), GOOD);
        finishMinutes();
        JsonNode form = shown();

        assertThat(form.get("responses").asInt()).isEqualTo(1);
        assertThat(form.has("wouldAttendAgain")).isFalse();
        assertThat(form.get("ratings")).isEmpty();
        assertThat(form.get("overview").asText()).contains("erst ab 5 gezeigt").doesNotContain("Gute Mischung");
    }

    @Test
    void beforeTheWorkshopThereIsNothingToSay() {
        assertThat(people.get(people.feedbackPath()).body()).contains("Der Workshop hat noch nicht stattgefunden");
        assertThat(people.post(people.feedbackPath(), GOOD).statusCode()).isEqualTo(409);
    }

    @Test
    void emptyOrEndlessFeedbackIsRefusedAndKept() {
        people.hold();
        HttpResponse<String> empty = people.post(people.feedbackPath(), Map.of("CONTENT", "EXCELLENT"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("href=\"#CONTENT\"", "Bitte beantworten Sie mindestens eine Frage.");
        HttpResponse<String> endless =
                people.post(people.feedbackPath(), Map.of("RESULTS", "FAIR", "improvements", "x".repeat(1001)));
        assertThat(endless.statusCode()).isEqualTo(422);
        assertThat(endless.body())
                .contains("href=\"#improvements\"", "höchstens 1.000 Zeichen", "x".repeat(1001))
                .containsPattern("id=\"RESULTS-FAIR\"[^>]*checked");
        assertThat(people.one("select count(*) from workshop_feedback where " + own()))
                .isEqualTo("0");
    }

    @Test
    void theClerkHasTheLinkForWhoeverGetsNoMail() {
        people.hold();
        assertThat(overview("write-minutes")).contains(people.feedbackPath());
        office.as("wfm-sachbearbeitung").completes(people.measure, "write-minutes");
        office.as("difu-sachbearbeitung").completes(people.measure, "check-minutes");
        finishMinutes();
        assertThat(overview("evaluate-workshop")).contains(people.feedbackPath());
    }

    private String own() {
        return "workshop_id = '" + people.workshop + "'";
    }

    private void finishMinutes() {
        office.fire(people.measure, "objection-period-over");
        office.as("wfm-sachbearbeitung").completes(people.measure, "handle-objections");
        office.as("wfm-leitung").completes(people.measure, "release-minutes");
    }

    /** @return what the clerk reads above the form, without the marks that keep it literal */
    private String overview(String task) {
        return shown(task).get("overview").asText().replace("\\", "");
    }

    private JsonNode shown() {
        return shown("evaluate-workshop");
    }

    private JsonNode shown(String name) {
        Http browser = new Http(port);
        browser.signIn("wfm-sachbearbeitung", "tasklist");
        String task = office.open(people.measure, name).get(0).getId();
        return browser.get("/camunda/api/kreislaufstadt/form/task/" + task)
                .json()
                .get("data");
    }
}
