package de.kreislaufstadt.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.form.FormRefused;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the forms of a workshop refuse, and at which field. */
class WorkshopRulesTest {

    private static final String CLERK = "wfm-sachbearbeitung";
    private static final String HEAD = "wfm-leitung";
    private static final String MODERATION = "difu-sachbearbeitung";
    private static final LocalDate DAY = LocalDate.of(2099, 5, 14);

    private static WorkshopRoom room;

    @BeforeAll
    static void open() {
        room = new WorkshopRoom();
    }

    @BeforeEach
    void plan() {
        room.clear();
        room.plan();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void datesTimesAndNumbersOfAWorkshopAreInOrder() {
        assertThat(refused(CLERK, "prepare-workshop", data -> data.put("date", "2026-03-01")))
                .contains("date workshop.date.past");
        assertThat(refused(CLERK, "prepare-workshop", data -> data.put("registrationUntil", "2099-05-14")))
                .containsExactly("registrationUntil workshop.registration.afterDate");
        assertThat(refused(CLERK, "prepare-workshop", data -> data.put("end", "09:00")))
                .contains("end workshop.end.beforeBegin");
        assertThat(refused(CLERK, "prepare-workshop", data -> data.put("targetParticipants", 40)))
                .containsExactly("maxParticipants workshop.participants.order");
        assertThat(refused(CLERK, "prepare-workshop", data -> data.put("place", "")))
                .containsExactly("place workshop.place.orLink");
        assertThat(room.one("select count(*) from workshop where state <> 'PLANNED'"))
                .isEqualTo(0L);
    }

    @Test
    void anAgendaHasContentAndFitsIntoTheDay() {
        assertThat(refused(CLERK, "prepare-workshop", data -> ((ArrayNode) data.get("agenda")).removeAll()))
                .containsExactly("agenda workshop.agenda.empty");
        assertThat(refused(CLERK, "prepare-workshop", data -> data.put("end", "12:00")))
                .containsExactly("agenda workshop.agenda.tooLong");
        room.completes(CLERK, "prepare-workshop");
        assertThat(refused(
                        MODERATION,
                        "agree-agenda",
                        data -> row(data, "agenda", 0).put("minutes", 200)))
                .containsExactly("agenda workshop.agenda.tooLong");
    }

    @Test
    void changesNeedAWord() {
        room.completes(CLERK, "prepare-workshop");
        assertThat(refused(MODERATION, "agree-agenda", data -> data.put("agendaResult", "CHANGES")))
                .containsExactly("comment form.required");
        assertThat(refused(MODERATION, "agree-agenda", data -> data.put("comment", "trotzdem")))
                .containsExactly("comment form.hidden");
    }

    @Test
    void invitationsAreCompleteAndNotDoubled() {
        agreed();
        assertThat(refused(CLERK, "invite-participants", data -> data.put("invitedOn", "2026-03-03")))
                .containsExactly("invitedOn workshop.invitedOn.future");
        assertThat(refused(CLERK, "invite-participants", data -> ((ArrayNode) data.get("invitations")).removeAll()))
                .containsExactly("invitations workshop.invitations.none");
        assertThat(refused(CLERK, "invite-participants", data -> {
                    ArrayNode rows = (ArrayNode) data.get("invitations");
                    rows.add(rows.get(0).deepCopy());
                }))
                .containsExactly("invitations[31].organisation workshop.invitation.duplicate");
        assertThat(refused(
                        CLERK,
                        "invite-participants",
                        data -> row(data, "invitations", 4).put("number", 7)))
                .containsExactly("invitations[4].number workshop.invitation.unknown");
        assertThat(refused(
                        CLERK,
                        "invite-participants",
                        data -> row(data, "invitations", 2).put("email", "kein-at")))
                .containsExactly("invitations[2].email form.pattern");
    }

    @Test
    void aOneSidedRoundNeedsAReason() {
        agreed();
        room.keyPlayers.add("Wohnungsunternehmen");
        assertThat((List<?>) room.prefill("invite-participants").get("invitations"))
                .as("key players are proposed")
                .hasSize(1);
        room.completes(CLERK, "invite-participants");
        assertThat(room.prefill("check-registrations").get("overview").toString())
                .contains("Schlüsselakteur nicht eingeladen: Wohnungsunternehmen".replace(":", "\\:"));
        Consumer<ObjectNode> universitiesDecline = data -> {
            for (int i = 26; i < 31; i++) {
                row(data, "registrations", i).put("answer", "DECLINED");
            }
        };
        assertThat(refused(CLERK, "check-registrations", universitiesDecline))
                .containsExactly("proceedReason workshop.registrations.reason");
        room.completes(
                CLERK,
                "check-registrations",
                universitiesDecline.andThen(data -> data.put("proceedReason", "Zweiter Workshop mit Hochschulen")));
        assertThat(room.jdbc
                        .sql("select code || coalesce(participant_group, '') from workshop_warning order by position")
                        .query(String.class)
                        .list())
                .containsExactly("GROUP_MISSINGUNIVERSITY", "KEY_PLAYER_MISSING");
    }

    @Test
    void moreThanThePlacesMeansAWaitingList() {
        room.completes(
                CLERK,
                "prepare-workshop",
                data -> data.put("targetParticipants", 28).put("maxParticipants", 30));
        room.completes(MODERATION, "agree-agenda");
        room.completes(CLERK, "invite-participants");
        assertThat(refused(CLERK, "check-registrations", data -> {}))
                .containsExactly("proceedReason workshop.registrations.reason");
        room.completes(
                CLERK,
                "check-registrations",
                data -> row(data, "registrations", 0).put("answer", "WAITING_LIST"));
        assertThat(room.one("select count(*) from workshop_warning")).isEqualTo(0L);
    }

    @Test
    void invitingMoreShowsWhomToTheNextPerson() {
        agreed();
        room.completes(CLERK, "invite-participants");
        room.completes(
                CLERK,
                "check-registrations",
                data -> data.put("registrationResult", "INVITE_MORE")
                        .put("comment", "Bitte auch die Wohnungswirtschaft"));
        assertThat(room.prefill("invite-participants").get("overview").toString())
                .contains("Bitte auch die Wohnungswirtschaft");
    }

    @Test
    void aWorkshopIsNotHeldBeforeItsDayNorWithoutPeople() {
        registered();
        room.clock.set(DAY.minusDays(1));
        assertThat(refused(CLERK, "confirm-workshop", data -> {}))
                .containsExactly("confirmResult workshop.held.tooEarly");
        room.clock.set(DAY);
        assertThat(refused(
                        CLERK,
                        "confirm-workshop",
                        data -> data.get("attendance").forEach(row -> ((ObjectNode) row).put("attended", false))))
                .containsExactly("attendance workshop.held.nobody");
    }

    @Test
    void aPostponedWorkshopGetsADayInTheFuture() {
        registered();
        assertThat(refused(CLERK, "confirm-workshop", data -> {
                    data.removeAll();
                    data.put("confirmResult", "POSTPONED").put("reason", "Sturm");
                    data.put("newDate", "2026-03-01").put("newRegistrationUntil", "2026-03-01");
                }))
                .containsExactly("newDate workshop.date.past", "newRegistrationUntil workshop.registration.afterDate");
    }

    @Test
    void minutesCoverTheAgendaAndTasksHaveAnOwner() {
        held();
        assertThat(refused(CLERK, "write-minutes", data -> ((ArrayNode) data.get("minutes")).remove(3)))
                .containsExactly("minutes workshop.minutes.incomplete");
        assertThat(refused(
                        CLERK, "write-minutes", data -> row(data, "minutes", 2).remove("responsible")))
                .containsExactly("minutes[2].responsible workshop.minutes.responsible");
        assertThat(refused(
                        CLERK, "write-minutes", data -> row(data, "minutes", 2).put("due", "2099-05-13")))
                .containsExactly("minutes[2].due workshop.minutes.due");
        assertThat(refused(
                        CLERK, "write-minutes", data -> row(data, "minutes", 0).put("agendaItem", "9")))
                .containsExactly("minutes[0].agendaItem form.choice");
    }

    @Test
    void nobodyChecksOrReleasesTheirOwnMinutes() {
        held();
        room.completes(CLERK, "write-minutes");
        room.completes(HEAD, "write-minutes");
        assertThat(refused(CLERK, "check-minutes", data -> {})).containsExactly("checkResult process.fourEyes");
        room.completes(MODERATION, "check-minutes");
        room.completes(CLERK, "handle-objections");
        assertThat(refused(HEAD, "release-minutes", data -> {})).containsExactly("releaseResult process.fourEyes");
        assertThat(refused(CLERK, "release-minutes", data -> {})).containsExactly("releaseResult process.fourEyes");
        assertThat(room.one("select count(released_by) from workshop_minutes")).isEqualTo(0L);
    }

    @Test
    void theResultFollowsTheObjections() {
        held();
        room.completes(CLERK, "write-minutes");
        room.completes(MODERATION, "check-minutes");
        assertThat(refused(CLERK, "handle-objections", data -> WorkshopPathTest.objection(data, "ACCEPTED")))
                .containsExactly("objectionResult workshop.objection.mustRevise");
        assertThat(refused(
                        CLERK,
                        "handle-objections",
                        data -> data.put("objectionResult", "REVISE").put("comment", "neu")))
                .containsExactly("objectionResult workshop.objection.nothingAccepted");
        assertThat(refused(CLERK, "handle-objections", data -> {
                    WorkshopPathTest.objection(data, "REJECTED");
                    row(data, "objections", 0).put("receivedOn", "2099-05-15");
                }))
                .containsExactly("objections[0].receivedOn workshop.objection.received");
    }

    @Test
    void anEvaluationPointsAtNobody() {
        held();
        assertThat(refused(CLERK, "evaluate-workshop", data -> data.put("responses", 32)))
                .containsExactly("responses workshop.evaluation.tooMany");
        assertThat(refused(
                        CLERK,
                        "evaluate-workshop",
                        data -> data.put("responses", 4).put("wouldAttendAgain", 3)))
                .contains("ratings workshop.evaluation.tooFew", "wouldAttendAgain workshop.evaluation.tooFew");
        assertThat(refused(
                        CLERK,
                        "evaluate-workshop",
                        data -> row(data, "ratings", 1).put("aspect", "CONTENT")))
                .containsExactly("ratings[1].aspect workshop.evaluation.aspectTwice");
        assertThat(refused(
                        CLERK,
                        "evaluate-workshop",
                        data -> row(data, "ratings", 0).put("poor", 5)))
                .containsExactly("ratings[0].veryGood workshop.evaluation.moreThanResponses");
    }

    private void agreed() {
        room.completes(CLERK, "prepare-workshop");
        room.completes(MODERATION, "agree-agenda");
    }

    private void registered() {
        agreed();
        room.completes(CLERK, "invite-participants");
        room.completes(CLERK, "check-registrations");
    }

    private void held() {
        registered();
        room.clock.set(DAY);
        room.completes(CLERK, "confirm-workshop");
    }

    private List<String> refused(String actor, String task, Consumer<ObjectNode> change) {
        FormRefused refusal = catchThrowableOfType(FormRefused.class, () -> room.completes(actor, task, change));
        assertThat(refusal).as("refusal of %s", task).isNotNull();
        return refusal.problems().stream()
                .map(problem -> problem.field() + " " + problem.messageKey())
                .toList();
    }

    private static ObjectNode row(JsonNode data, String list, int index) {
        return (ObjectNode) data.get(list).get(index);
    }
}
