package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Http;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Phase 3: every workshop is an instance of its own. The tests plan them for today, so that they can be held; the second
 * workshop of a measure is called off where a test is about the first one only.
 */
class WorkshopPathsTest extends MeasurePaths {

    @LocalServerPort
    int port;

    @Test
    void twoWorkshopsAreHeldIndependentlyOfEachOther() {
        String measure = approved("WORKSHOPS");
        assertThat(state(measure)).isEqualTo("WORKSHOPS");
        assertThat(waiting(measure)).containsExactly("prepare-workshop@wfm", "prepare-workshop@wfm");
        assertThat(rows(measure, "workshop")).isEqualTo(2);

        clerk("wfm").completes(measure, "prepare-workshop", forToday());
        assertThat(waiting(measure)).containsExactly("agree-agenda@difu", "prepare-workshop@wfm");
        clerk("difu").completes(measure, "agree-agenda");
        assertThat(waiting(measure)).containsExactly("invite-participants@wfm", "prepare-workshop@wfm");
    }

    @Test
    void aWorkshopGoesFromTheFirstIdeaToItsEvaluation() {
        String measure = oneWorkshop();
        clerk("wfm").completes(measure, "prepare-workshop", forToday());
        clerk("difu").completes(measure, "agree-agenda");
        clerk("wfm").completes(measure, "invite-participants");
        clerk("wfm").completes(measure, "check-registrations");
        assertThat(waiting(measure)).as("nothing to do before the day").isEmpty();
        assertThat(timer(measure, "workshop-day")).isEqualTo(today());

        office.fire(measure, "workshop-day");
        assertThat(waiting(measure)).containsExactly("confirm-workshop@wfm");
        clerk("wfm").completes(measure, "confirm-workshop");
        assertThat(one(
                        measure,
                        "select count(*) from workshop_invitation i join workshop w on w.id = i.workshop_id"
                                + " where w.measure_id = :measure and i.attended"))
                .isEqualTo("31");
        clerk("wfm").completes(measure, "write-minutes");
        assertThat(waiting(measure)).containsExactly("check-minutes@difu");
        clerk("difu").completes(measure, "check-minutes");
        assertThat(waiting(measure)).as("participants may object").isEmpty();
        assertThat(timer(measure, "objection-period-over"))
                .as("this city's file sets the period to no days")
                .isEqualTo(today());

        office.fire(measure, "objection-period-over");
        clerk("wfm").completes(measure, "handle-objections");
        assertThat(waiting(measure)).containsExactly("release-minutes@wfm-head");
        assertThat(clerk("wfm").sees(measure)).isEmpty();
        head("wfm").completes(measure, "release-minutes");
        clerk("wfm").completes(measure, "evaluate-workshop");
        assertThat(firstState(measure)).isEqualTo("EVALUATED");
        assertThat(waiting(measure)).containsExactly("evaluate-measure@wfm");
    }

    @Test
    void theModerationAsksForAnotherAgenda() {
        String measure = oneWorkshop();
        clerk("wfm").completes(measure, "prepare-workshop", forToday());
        clerk("difu")
                .completes(
                        measure,
                        "agree-agenda",
                        data -> data.put("agendaResult", "CHANGES").put("comment", "Mehr Zeit für die Gruppen"));
        assertThat(waiting(measure)).containsExactly("prepare-workshop@wfm");
        clerk("wfm").completes(measure, "prepare-workshop", forToday());
        clerk("difu").completes(measure, "agree-agenda");
        assertThat(firstState(measure)).isEqualTo("AGREED");
    }

    @Test
    void tooFewRegistrationsLeadToMoreInvitationsOrToAReason() {
        String measure = invited();
        assertThat(refusal(() -> clerk("wfm").completes(measure, "check-registrations", registered(3))))
                .containsExactly("proceedReason workshop.registrations.reason");
        clerk("wfm")
                .completes(
                        measure,
                        "check-registrations",
                        registered(3)
                                .andThen(data -> data.put("registrationResult", "INVITE_MORE")
                                        .put("comment", "Hochschulen fehlen")));
        assertThat(waiting(measure)).containsExactly("invite-participants@wfm");
        clerk("wfm").completes(measure, "invite-participants", keptInvitations());
        clerk("wfm").completes(measure, "check-registrations");
        assertThat(firstState(measure)).isEqualTo("CONFIRMED");
    }

    @Test
    void anAnswerFromOutsideSettlesThePlacesBesideTheOpenTask() {
        String measure = oneWorkshop();
        clerk("wfm").completes(measure, "prepare-workshop");
        clerk("difu").completes(measure, "agree-agenda");
        clerk("wfm").completes(measure, "invite-participants");
        Http browser = new Http(port);
        browser.signIn("wfm-sachbearbeitung", "tasklist");
        String task = office.open(measure, "check-registrations").get(0).getId();
        Http.Answer form = browser.get("/camunda/api/kreislaufstadt/form/task/" + task);
        String link = form.json().at("/data/registrations/0/link").asText();
        Http guest = new Http(port).with("Content-Type", "application/x-www-form-urlencoded");

        assertThat(guest.post(link.substring(link.indexOf("/einladung/")), "choice=DECLINE")
                        .status())
                .isEqualTo(303);
        assertThat(waiting(measure)).containsExactly("check-registrations@wfm");
        assertThat(one(
                        measure,
                        "select i.answer from workshop_invitation i join workshop w on w.id = i.workshop_id"
                                + " where w.measure_id = :measure and w.state = 'INVITED' and i.number = 1"))
                .isEqualTo("DECLINED");
    }

    @Test
    void aWorkshopIsCalledOffBeforeItsDay() {
        String measure = invited();
        clerk("wfm")
                .completes(
                        measure,
                        "check-registrations",
                        data -> data.put("registrationResult", "CANCEL").put("comment", "Zu wenige Zusagen"));
        assertThat(firstState(measure)).isEqualTo("CANCELLED");
        assertThat(waiting(measure)).as("no other workshop is left").containsExactly("evaluate-measure@wfm");
    }

    @Test
    void aPostponedWorkshopInvitesAgainForItsNewDay() {
        String measure = onItsDay();
        clerk("wfm")
                .completes(
                        measure,
                        "confirm-workshop",
                        only("confirmResult", "POSTPONED", "reason", "Saal gesperrt")
                                .andThen(data ->
                                        data.put("newDate", "2099-06-16").put("newRegistrationUntil", "2099-06-02")));
        assertThat(firstState(measure)).isEqualTo("POSTPONED");
        assertThat(waiting(measure)).containsExactly("invite-participants@wfm");
        clerk("wfm").completes(measure, "invite-participants", keptInvitations());
        assertThat(due(measure, "check-registrations"))
                .as("due when registration ends")
                .isEqualTo(LocalDate.of(2099, 6, 2));
        clerk("wfm").completes(measure, "check-registrations");
        assertThat(timer(measure, "workshop-day")).isEqualTo(LocalDate.of(2099, 6, 16));
        office.fire(measure, "workshop-day");
        assertThat(refusal(() -> clerk("wfm").completes(measure, "confirm-workshop")))
                .as("the new day has not come")
                .containsExactly("confirmResult workshop.held.tooEarly");
    }

    @Test
    void aWorkshopFallsThroughOnItsDay() {
        String measure = onItsDay();
        clerk("wfm")
                .completes(
                        measure,
                        "confirm-workshop",
                        only("confirmResult", "CANCELLED", "reason", "Die Moderation ist erkrankt."));
        assertThat(firstState(measure)).isEqualTo("CANCELLED");
        assertThat(waiting(measure)).containsExactly("evaluate-measure@wfm");
    }

    @Test
    void minutesAreCorrectedRevisedAndReturnedUntilTheyAreReleased() {
        String measure = onItsDay();
        clerk("wfm").completes(measure, "confirm-workshop");
        clerk("wfm").completes(measure, "write-minutes");
        clerk("difu")
                .completes(measure, "check-minutes", only("checkResult", "CHANGES", "comment", "Punkt 2 ist unklar."));
        assertThat(waiting(measure)).containsExactly("write-minutes@wfm");
        clerk("wfm").completes(measure, "write-minutes");
        clerk("difu").completes(measure, "check-minutes");

        office.fire(measure, "objection-period-over");
        clerk("wfm").completes(measure, "handle-objections", acceptedObjection());
        assertThat(waiting(measure))
                .as("an accepted objection changes the minutes")
                .containsExactly("write-minutes@wfm");
        clerk("wfm").completes(measure, "write-minutes");
        clerk("difu").completes(measure, "check-minutes");
        assertThat(timer(measure, "objection-period-over"))
                .as("the period begins anew")
                .isNotNull();
        office.fire(measure, "objection-period-over");
        clerk("wfm").completes(measure, "handle-objections");

        head("wfm")
                .completes(measure, "release-minutes", only("releaseResult", "RETURN", "comment", "Namen entfernen."));
        assertThat(waiting(measure)).containsExactly("write-minutes@wfm");
        clerk("wfm").completes(measure, "write-minutes");
        clerk("difu").completes(measure, "check-minutes");
        office.fire(measure, "objection-period-over");
        clerk("wfm").completes(measure, "handle-objections");
        head("wfm").completes(measure, "release-minutes");
        assertThat(firstState(measure)).isEqualTo("RELEASED");
    }

    @Test
    void whoWroteTheMinutesDoesNotReleaseThem() {
        String measure = onItsDay();
        clerk("wfm").completes(measure, "confirm-workshop");
        head("wfm").completes(measure, "write-minutes");
        clerk("difu").completes(measure, "check-minutes");
        office.fire(measure, "objection-period-over");
        clerk("wfm").completes(measure, "handle-objections");
        assertThat(refusal(() -> head("wfm").completes(measure, "release-minutes")))
                .containsExactly("releaseResult process.fourEyes");
        assertThat(waiting(measure)).containsExactly("release-minutes@wfm-head");
    }

    /** A measure of whose two workshops the second was called off. */
    private String invited() {
        String measure = oneWorkshop();
        clerk("wfm").completes(measure, "prepare-workshop", forToday());
        clerk("difu").completes(measure, "agree-agenda");
        clerk("wfm").completes(measure, "invite-participants");
        return measure;
    }

    private String onItsDay() {
        String measure = invited();
        clerk("wfm").completes(measure, "check-registrations");
        office.fire(measure, "workshop-day");
        return measure;
    }

    private String firstState(String measure) {
        String id = one(
                measure,
                "select w.id from workshop w where w.measure_id = :measure"
                        + " and not exists (select from workshop_step s where s.workshop_id = w.id and s.note = 'Ein Workshop reicht.')");
        return one(measure, "select state from workshop where id = '" + id + "'");
    }

    static Consumer<ObjectNode> forToday() {
        return data -> data.put("date", today().toString())
                .put("registrationUntil", today().minusDays(1).toString());
    }

    /** Only the first few of those invited have accepted. */
    private static Consumer<ObjectNode> registered(int accepted) {
        return data -> {
            var rows = data.withArray("registrations");
            for (int i = accepted; i < rows.size(); i++) {
                ((ObjectNode) rows.get(i)).put("answer", "DECLINED");
            }
        };
    }

    private static Consumer<ObjectNode> keptInvitations() {
        return data -> {
            var rows = data.withArray("invitations");
            for (int i = 0; i < rows.size(); i++) {
                ((ObjectNode) rows.get(i)).put("number", i + 1);
            }
        };
    }

    private static Consumer<ObjectNode> acceptedObjection() {
        return data -> {
            data.put("objectionResult", "REVISE").put("comment", "Punkt 2 richtigstellen");
            data.putArray("objections")
                    .addObject()
                    .put("organisation", "Handwerkskammer")
                    .put("agendaItem", "2")
                    .put("text", "Die Lagerflächen wurden anders beschrieben.")
                    .put("receivedOn", today().toString())
                    .put("decision", "ACCEPTED")
                    .put("answer", "Der Eintrag wird geändert.");
        };
    }
}
