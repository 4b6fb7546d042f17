package de.kreislaufstadt.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.measure.CircularField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workshop from planning to evaluation, on every path of its process. */
class WorkshopPathTest {

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
    void clear() {
        room.clear();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void aMeasureGetsTwoWorkshopsAndOneMoreWhenTheyAreOver() {
        List<UUID> first = room.plan();
        assertThat(first).hasSize(2);
        assertThat(room.plan()).as("repeated job").isEqualTo(first);
        room.jdbc.sql("update workshop set state = 'CANCELLED'").update();
        assertThat(room.plan()).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(room.one("select max(number) from workshop")).isEqualTo(3);
    }

    @Test
    void thirtyOnePeopleComeAndLeaveIdeasMinutesAndNumbers() {
        List<UUID> ids = room.plan();
        untilHeld();
        assertThat(room.one("select count(*) from workshop_invitation where attended"))
                .isEqualTo(31L);
        assertThat(room.one("select count(*) from workshop_warning")).isEqualTo(0L);
        assertThat(room.bean(Ideas.class).of(WorkshopRoom.CITY, room.measure))
                .extracting(Ideas.Idea::field, Ideas.Idea::points)
                .startsWith(tuple(CircularField.BUILDING, 14));
        assertThat(room.bean(Ideas.class).of("bottrop", room.measure)).isEmpty();
        room.completes(CLERK, "write-minutes");
        room.completes(MODERATION, "check-minutes");
        assertThat(room.one("select objections_until from workshop_minutes"))
                .hasToString(DAY.plusWeeks(2).toString());
        room.completes(CLERK, "handle-objections");
        assertThat(room.one("select objections_until from workshop_minutes"))
                .as("decided: nobody can object any more")
                .hasToString(DAY.minusDays(1).toString());
        room.clock.set(LocalDate.of(2099, 6, 2));
        assertThat(room.prefill("release-minutes").get("overview").toString())
                .contains("Wirtschaft:** 10 eingeladen, 10 zugesagt, 10 anwesend");
        room.completes(HEAD, "release-minutes");
        assertThat(room.jdbc
                        .sql("select distinct delete_on from workshop_invitation")
                        .query(LocalDate.class)
                        .list())
                .containsExactly(LocalDate.of(2099, 9, 2));
        room.completes(CLERK, "evaluate-workshop");
        assertThat(room.one("select state from workshop where number = 1")).isEqualTo("EVALUATED");
        assertThat(room.plan()).as("only the open one").containsExactly(ids.get(1));
    }

    @Test
    void theAgendaGoesBackWithWhatIsToChange() {
        room.plan();
        Map<String, ?> proposal = room.prefill("prepare-workshop");
        assertThat(proposal.get("moderation")).isEqualTo("Difu (Moderation)");
        assertThat(proposal.get("targetParticipants")).isEqualTo(30);
        assertThat(proposal.get("privacyNotice").toString()).contains("3 Monate");
        assertThat(ReadersLanguage.in(Locale.ENGLISH, () -> room.prefill("prepare-workshop"))
                        .get("privacyNotice"))
                .as("what goes into the record, proposed to an English reader")
                .isEqualTo(proposal.get("privacyNotice"));
        room.completes(CLERK, "prepare-workshop");
        room.completes(
                MODERATION,
                "agree-agenda",
                data -> data.put("agendaResult", "CHANGES").put("comment", "Bitte <b>mehr</b> Pausen"));
        Map<String, ?> again = room.prefill("prepare-workshop");
        assertThat(again.get("overview").toString()).contains("mehr").doesNotContain("<b>");
        assertThat(again.get("begin")).isEqualTo("10:00");
        assertThat((List<?>) again.get("agenda")).hasSize(4);
    }

    @Test
    void aPostponedWorkshopKeepsItsInvitationsAndItsOldDay() {
        room.plan();
        untilRegistered();
        var outcome = room.completes(CLERK, "confirm-workshop", data -> {
            data.removeAll();
            data.put("confirmResult", "POSTPONED").put("reason", "Saal gesperrt");
            data.put("newDate", "2099-06-18").put("newRegistrationUntil", "2099-06-04");
        });
        assertThat(outcome.values())
                .containsEntry("workshopDate", "2099-06-18")
                .containsEntry("registrationUntil", "2099-06-04");
        assertThat(room.one("select from_date || ' ' || to_date from workshop_postponement"))
                .isEqualTo("2099-05-14 2099-06-18");
        Map<String, ?> again = room.prefill("invite-participants");
        assertThat(again.get("overview").toString()).contains("Saal gesperrt", "18\\.06\\.2099");
        assertThat((List<?>) again.get("invitations")).hasSize(31);
        Object ids = room.one("select string_agg(id::text, ',' order by number) from workshop_invitation");
        room.completes(CLERK, "invite-participants", data -> number((ArrayNode) data.get("invitations")));
        assertThat(room.one("select string_agg(id::text, ',' order by number) from workshop_invitation"))
                .as("links that people hold name the row")
                .isEqualTo(ids);
        assertThat(room.one("select count(*) from workshop_invitation where answer = 'ACCEPTED'"))
                .as("answers stay")
                .isEqualTo(31L);
        assertThat(room.one("select min(delete_on)::text from workshop_invitation"))
                .isEqualTo("2100-06-18");
    }

    @Test
    void aCancelledWorkshopDeletesItsInvitationsSooner() {
        room.plan();
        untilRegistered();
        room.completes(CLERK, "confirm-workshop", data -> {
            data.removeAll();
            data.put("confirmResult", "CANCELLED").put("reason", "Zu wenig Personal");
        });
        assertThat(room.one("select state from workshop where number = 1")).isEqualTo("CANCELLED");
        assertThat(room.one("select max(delete_on)::text from workshop_invitation"))
                .isEqualTo(WorkshopRoom.TODAY.plusMonths(3).toString());
    }

    @Test
    void whoCameWithoutInvitationIsAddedAndWhoWasTakenFromTheListCountsAsAbsent() {
        room.plan();
        untilRegistered();
        room.clock.set(DAY);
        room.completes(CLERK, "confirm-workshop", data -> {
            ArrayNode attendance = (ArrayNode) data.get("attendance");
            attendance.remove(0);
            attendance
                    .addObject()
                    .put("organisation", "Gastverein")
                    .put("participantGroup", "CLUB")
                    .put("attended", true);
        });
        assertThat(room.one("select number || organisation from workshop_invitation where participant_group = 'CLUB'"))
                .isEqualTo("32Gastverein");
        assertThat(
                        room.one(
                                "select invited || '/' || attended from workshop_group_count where participant_group = 'BUSINESS'"))
                .isEqualTo("10/9");
    }

    @Test
    void acceptedObjectionsReachTheAuthorOfTheMinutes() {
        room.plan();
        untilHeld();
        room.completes(CLERK, "write-minutes");
        room.completes(MODERATION, "check-minutes");
        room.completes(CLERK, "handle-objections", data -> {
            data.put("objectionResult", "REVISE").put("comment", "Punkt 2 richtigstellen");
            objection(data, "ACCEPTED");
        });
        Map<String, ?> again = room.prefill("write-minutes");
        assertThat(again.get("overview").toString()).contains("Punkt 2 richtigstellen", "Handwerkskammer");
        assertThat((List<?>) again.get("minutes")).hasSize(4);
        room.completes(HEAD, "write-minutes");
        assertThat(room.one("select written_by || ' ' || edited_by from workshop_minutes"))
                .isEqualTo(CLERK + " " + HEAD);
    }

    private void untilRegistered() {
        room.completes(CLERK, "prepare-workshop");
        room.completes(MODERATION, "agree-agenda");
        room.completes(CLERK, "invite-participants");
        room.completes(CLERK, "check-registrations");
    }

    private void untilHeld() {
        untilRegistered();
        room.clock.set(DAY);
        assertThat((List<?>) room.prefill("confirm-workshop").get("attendance")).hasSize(31);
        room.completes(CLERK, "confirm-workshop");
    }

    private static void number(ArrayNode rows) {
        for (int i = 0; i < rows.size(); i++) {
            ((ObjectNode) rows.get(i)).put("number", i + 1);
        }
    }

    static void objection(ObjectNode data, String decision) {
        ((ArrayNode) data.get("objections"))
                .addObject()
                .put("organisation", "Handwerkskammer")
                .put("agendaItem", "2")
                .put("text", "Die Lagerflächen wurden anders beschrieben.")
                .put("receivedOn", "2099-05-14")
                .put("decision", decision)
                .put("answer", "Wir ändern den Eintrag.");
    }
}
