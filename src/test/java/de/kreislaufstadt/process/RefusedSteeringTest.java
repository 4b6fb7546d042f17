package de.kreislaufstadt.process;

import static de.kreislaufstadt.support.TaskPage.problem;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.OtherCity;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** What is wrong with an intervention, comes too late or from the wrong person changes nothing. */
class RefusedSteeringTest extends SteeredMeasure {

    /** Kind, wish, and how the refusal begins: {@code field: reason}. */
    private static final String WRONG = """
            EXTEND|{'date': '2020-01-01', 'reason': 'x'}|date: Die neue Frist darf nicht in der Vergangenheit liegen.
            EXTEND|{'date': 'morgen', 'reason': 'x'}|date
            EXTEND|{'date': '2099-01-01', 'reason': 'x'}|date
            EXTEND|{'date': 'LATER'}|reason: Bitte füllen Sie dieses Feld aus.
            EXTEND|{'date': 'LATER', 'reason': 'LONG'}|reason
            FOLLOW_UP|{'date': '2020-01-01', 'reason': 'x'}|date
            FOLLOW_UP|{'date': 'LATER', 'reason': 'x'}|afterDue: Der Tag liegt nach der Frist der Aufgabe.
            FOLLOW_UP|{'date': 'LATER', 'afterDue': true}|reason
            REASSIGN|{'person': 'niemand', 'reason': 'x'}|colleague
            REASSIGN|{'person': 'umwelt-sachbearbeitung', 'reason': 'x'}|colleague
            REASSIGN|{'department': 'atlantis', 'reason': 'x'}|department
            REASSIGN|{'department': 'umwelt', 'person': 'niemand', 'reason': 'x'}|person: Diese Person arbeitet nicht
            REASSIGN|{'department': 'umwelt'}|reason
            REASSIGN|{'person': 'klima-leitung', 'reason': 'LONG'}|reason
            REASSIGN|{'reason': 'x'}|colleague
            REPEAT|{'step': 'rework-proposal'}|reason
            REPEAT|{'reason': 'x'}|step
            """;

    @Test
    void whatIsWrongIsNamedAndNothingChanges() {
        Object before = everything();
        String later = due().plusDays(7).toString();
        SoftAssertions softly = new SoftAssertions();
        WRONG.lines().map(line -> line.split("\\|")).forEach(row -> {
            String wish = row[1].replace("LATER", later).replace("LONG", "x".repeat(2001));
            softly.assertThat(problem(does(Role.HEAD, row[0], task.getId(), wish)))
                    .as(row[0] + row[1])
                    .startsWith(row[2].strip());
        });
        softly.assertAll();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void noGateIsSkippedAndNoStepRepeatedThatTheModelDoesNotName() {
        Object before = everything();
        Stream.of(Role.MANAGER, Role.HEAD).forEach(role -> {
            assertThat(does(role, "SKIP", task.getId(), "{'reason': 'x'}").status())
                    .isEqualTo(403);
            assertThat(does(role, "SKIP", task.getId(), "{'reason': 'x'}").body())
                    .contains("Er kann nicht übersprungen werden");
            assertThat(does(role, "REPEAT", task.getId(), "{'step': 'decide-measure', 'reason': 'x'}")
                            .status())
                    .isEqualTo(403);
            assertThat(does(role, "REPEAT", task.getId(), "{'step': 'gibt-es-nicht', 'reason': 'x'}")
                            .status())
                    .isEqualTo(403);
            assertThat(does(role, "DELETE", task.getId(), "{'reason': 'x'}").status())
                    .isEqualTo(404);
            assertThat(does(role, "EXTEND", task.getId(), "{'date':").status()).isEqualTo(400);
        });
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aTaskThatIsOverIsAnsweredAsSuchAndThatOfAnotherCityAsNotThere() {
        OtherCity.found(office.jdbc(), accounts);
        Http stranger = new Http(port);
        stranger.signIn(OtherCity.HEAD, "tasklist");
        Object before = everything();

        KINDS.forEach(kind -> assertThat(stranger.post(STEERING + kind + "/" + task.getId(), "{\"reason\": \"x\"}")
                        .status())
                .as(kind)
                .isEqualTo(404));
        assertThat(stranger.get(STEERING + "measures/" + number).status()).isEqualTo(404);
        assertThat(everything()).isEqualTo(before);

        office.as("klima-sachbearbeitung").completes(number, "review-proposal");
        KINDS.forEach(kind -> assertThat(
                        does(Role.HEAD, kind, task.getId(), TO_UMWELT).status())
                .as(kind)
                .isEqualTo(409));
    }

    @Test
    void whoeverDoesNotSteerChangesNothing() {
        Object before = everything();

        for (Role role : List.of(
                Role.CLERK,
                Role.MONITOR,
                Role.AUDITOR,
                Role.OPERATOR,
                Role.ADMINISTRATOR,
                Role.ASSOCIATION_COORDINATOR)) {
            KINDS.forEach(
                    kind -> assertThat(does(role, kind, task.getId(), TO_UMWELT).status())
                            .as("%s %s", role, kind)
                            .isEqualTo(403));
            boolean looks = role == Role.MONITOR || role == Role.AUDITOR;
            assertThat(view(role).status()).as("%s", role).isEqualTo(looks ? 200 : 403);
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aHeadOfAnotherDepartmentThanTheLeadDoesNotStepIn() {
        String foreign = office.as("wfm-sachbearbeitung").proposes();
        Task review = office.open(foreign, "review-proposal").get(0);

        Http.Answer answer = does(Role.HEAD, "REASSIGN", review.getId(), TO_UMWELT);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("message").asText()).contains("Leitung der Federführung");
        assertThat(browser(Role.HEAD)
                        .get(STEERING + "measures/" + foreign)
                        .json()
                        .get("maySteer")
                        .asBoolean())
                .isFalse();
    }
}
