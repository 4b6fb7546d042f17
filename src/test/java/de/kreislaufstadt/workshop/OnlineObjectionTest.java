package de.kreislaufstadt.workshop;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.workshop.answer.ObjectionDesk;
import de.kreislaufstadt.workshop.link.InvitationLinks;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Invited people read the checked minutes and object; the lead department finds what they wrote. */
@ApplicationTest
class OnlineObjectionTest {

    private static final String CLERK = "wfm-sachbearbeitung";
    private static final String TASK = "handle-objections";
    private static final Map<String, String> OBJECTION = Map.of("item", "2", "text", "Die Lager\r\nliegen im Süden.");

    @Autowired
    private Office office;

    @Autowired
    private InvitationLinks links;

    @LocalServerPort
    private int port;

    private InvitedPeople people;

    @BeforeEach
    void minutesAreChecked() {
        people = new InvitedPeople(office, links, port).invite(36).writeMinutes();
    }

    @Test
    void theMinutesAreReadWithoutNames() {
        HttpResponse<String> page = people.get(people.minutesPath(1));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Protokoll des Workshops", "Ergebnisse in Kürze", "Einwand erheben", "Ende des Tages")
                .contains(office.valid("write-minutes").get("summary").asText())
                .contains(office.valid("write-minutes").at("/minutes/0/text").asText())
                .doesNotContain("wfm-sachbearbeitung", "Geschäftsführung", "<script");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(people.get(people.minutesPath(1) + "?sprache=en").body()).contains("Object to the minutes");
    }

    @Test
    void anObjectionReachesTheFormThatEndsTheRoundWordForWord() {
        HttpResponse<String> sent = people.post(people.minutesPath(1), OBJECTION);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(people.get(sent.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("Ihr Einwand ist eingegangen", "Die Lager\nliegen im Süden.", "noch nicht entschieden");
        assertThat(people.get(people.minutesPath(2)).body())
                .as("others do not see it")
                .doesNotContain("liegen im Süden");

        ObjectNode form = opened();
        assertThat(form.at("/objections/0/organisation").asText()).isEqualTo("Bauunternehmen");
        assertThat(form.at("/objections/0/text").asText()).isEqualTo("Die Lager\nliegen im Süden.");
        assertThat(form.at("/objections/0/agendaItem").asText()).isEqualTo("2");
        decide(form, "KEEP", "REJECTED");
        office.as(CLERK).completes(people.measure, TASK, form);

        assertThat(people.one("select decision || ' ' || decided_by || ' ' || (invitation_id is not null)"
                        + " from workshop_objection where workshop_id = '" + people.workshop + "'"))
                .isEqualTo("REJECTED wfm-sachbearbeitung true");
        assertThat(people.get(people.minutesPath(1)).body())
                .contains("Nicht berechtigt", "Der Standort stimmt.", "Die Frist für Einwände ist vorbei");
        assertThat(people.post(people.minutesPath(1), OBJECTION).statusCode()).isEqualTo(409);
    }

    @Test
    void theClerkNeitherPassesOverNorRewritesWhatCameInTheMeantime() {
        ObjectNode early = opened();
        people.post(people.minutesPath(1), OBJECTION);
        early.put("objectionResult", "KEEP");
        assertThat(refusal(() -> office.as(CLERK).completes(people.measure, TASK, early)))
                .containsExactly("objections workshop.objection.missed");

        ObjectNode form = shown();
        decide(form, "KEEP", "REJECTED");
        ((ObjectNode) form.at("/objections/0")).put("text", "Etwas anderes.");
        assertThat(refusal(() -> office.as(CLERK).completes(people.measure, TASK, form)))
                .containsExactly("objections[0].text workshop.objection.wording");
        ((ObjectNode) form.at("/objections/0")).put("number", 999_999);
        assertThat(refusal(() -> office.as(CLERK).completes(people.measure, TASK, form)))
                .containsExactlyInAnyOrder(
                        "objections[0].number workshop.objection.unknown", "objections workshop.objection.missed");
        assertThat(people.one("select count(*) from workshop_objection where decision is not null and workshop_id = '"
                        + people.workshop + "'"))
                .isEqualTo("0");
    }

    @Test
    void anAcceptedObjectionSendsTheMinutesBackAndThePageSaysSo() {
        people.post(people.minutesPath(1), OBJECTION);
        ObjectNode form = opened();
        decide(form, "REVISE", "ACCEPTED");
        form.put("comment", "Punkt 2 richtigstellen");
        office.as(CLERK).completes(people.measure, TASK, form);
        office.as(CLERK).completes(people.measure, "write-minutes");

        assertThat(people.get(people.minutesPath(1)).body())
                .contains("Das Protokoll ist in Arbeit", "Berechtigt, das Protokoll wird geändert")
                .doesNotContain("<form");
        assertThat(people.post(people.minutesPath(1), OBJECTION).statusCode()).isEqualTo(409);
    }

    @Test
    void afterThePeriodNothingIsTakenAndTheTextIsNotLost() {
        office.jdbc()
                .sql("update workshop_minutes set objections_until = ? where workshop_id = ?")
                .params(InvitedPeople.today().minusDays(1), people.workshop)
                .update();

        assertThat(people.get(people.minutesPath(1)).body())
                .contains("Die Frist für Einwände ist vorbei")
                .doesNotContain("<form");
        HttpResponse<String> late = people.post(people.minutesPath(1), OBJECTION);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("es wurde nichts gespeichert", "liegen im Süden.");
        assertThat(received()).isEqualTo("0");
    }

    @Test
    void whatIsMissingOrTooMuchIsSaidAtItsField() {
        assertRefused(Map.of("item", "2", "text", "  "), "href=\"#text\"", "Bitte schreiben Sie");
        assertRefused(Map.of("text", "x".repeat(2001)), "höchstens 2.000 Zeichen", "x".repeat(2001));
        assertRefused(Map.of("text", "Klingel\u0007"), "nicht speichern können", "aria-invalid=\"true\"");
        assertRefused(Map.of("item", "9", "text", "Bleibt stehen"), "href=\"#item\"", "Bleibt stehen");
        assertThat(received()).isEqualTo("0");
        assertThat(people.post(people.minutesPath(1), Map.of("text", "ä".repeat(2000)))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void nobodyBuriesTheClerkInObjections() {
        for (int i = 0; i < ObjectionDesk.MOST; i++) {
            people.post(people.minutesPath(1), OBJECTION);
        }
        HttpResponse<String> oneMore = people.post(people.minutesPath(1), OBJECTION);

        assertThat(oneMore.statusCode()).isEqualTo(409);
        assertThat(oneMore.body()).contains("schon viele Einwände");
        assertThat(received()).isEqualTo("" + ObjectionDesk.MOST);
    }

    @Test
    void aDeletedInvitationTakesItsLinkAlongAndLeavesTheObjection() {
        String path = people.minutesPath(1);
        people.post(path, OBJECTION);
        office.jdbc()
                .sql("delete from workshop_invitation where id = ?")
                .param(people.seat(1))
                .update();

        assertThat(people.get(path).statusCode()).isEqualTo(404);
        assertThat(people.one(
                        "select organisation from workshop_objection where invitation_id is null and workshop_id = '"
                                + people.workshop + "'"))
                .isEqualTo("Bauunternehmen");
    }

    private void assertRefused(Map<String, String> sent, String... says) {
        HttpResponse<String> refused = people.post(people.minutesPath(1), sent);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Bitte prüfen Sie Ihre Angaben").contains(says);
    }

    private String received() {
        return people.one("select count(*) from workshop_objection where workshop_id = '" + people.workshop + "'");
    }

    private static void decide(ObjectNode form, String result, String decision) {
        form.put("objectionResult", result);
        ((ObjectNode) form.at("/objections/0")).put("decision", decision).put("answer", "Der Standort stimmt.");
    }

    private ObjectNode opened() {
        office.fire(people.measure, "objection-period-over");
        return shown();
    }

    /** What the clerk's form shows now, as far as it is sent back. */
    private ObjectNode shown() {
        Http browser = new Http(port);
        browser.signIn(CLERK, "tasklist");
        String task = office.open(people.measure, TASK).get(0).getId();
        ObjectNode data = (ObjectNode) browser.get("/camunda/api/kreislaufstadt/form/task/" + task)
                .json()
                .get("data");
        data.remove("overview");
        data.remove("agendaItems");
        return data;
    }
}
