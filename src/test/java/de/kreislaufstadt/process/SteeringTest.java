package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Heads of the lead and managers step in at tasks of others; everybody else looks on, or does not even see it. */
class SteeringTest extends SteeredMeasure {

    @ParameterizedTest
    @EnumSource(names = {"HEAD", "MANAGER"})
    void headsOfTheLeadAndManagersGiveATaskToAnotherDepartmentAndThePeopleThereHearOfIt(Role role) {
        assertThat(does(role, "REASSIGN", task.getId(), TO_UMWELT).status()).isEqualTo(204);

        assertThat(groups(now())).containsExactly("muenster-umwelt");
        assertThat(notices.about(task.getId()))
                .containsExactly("HANDED_OVER muenster-umwelt-head null", "HANDED_OVER muenster-umwelt null");
        assertThat(events()).containsExactly("HANDED_OVER " + cast.name(role) + " Urlaub");
    }

    @Test
    void aTaskGoesToAPersonThereOrToAnotherOfItsOwnDepartment() {
        does(Role.HEAD, "REASSIGN", task.getId(), "{'person': 'klima-sachbearbeitung', 'reason': 'Kennt den Fall'}");
        assertThat(now().getAssignee()).isEqualTo("klima-sachbearbeitung");

        does(Role.HEAD, "REASSIGN", task.getId(), TO_UMWELT.replace("'reason'", "'person': '" + OTHER + "', 'reason'"));

        assertThat(now().getAssignee()).isEqualTo(OTHER);
        assertThat(groups(now())).containsExactly("muenster-umwelt");
        assertThat(notices.about(task.getId())).contains("HANDED_OVER muenster-umwelt " + OTHER);
    }

    @Test
    void aTaskOfOthersGetsMoreTimeAndComesBackLaterToWhoHasIt() {
        LocalDate later = days.sameOrNext(Office.MUNICIPALITY, due().plusDays(14));
        LocalDate soon =
                days.sameOrNext(Office.MUNICIPALITY, LocalDate.now(clock).plusDays(3));
        does(Role.HEAD, "REASSIGN", task.getId(), "{'person': 'klima-sachbearbeitung', 'reason': 'Kennt den Fall'}");

        assertThat(does(Role.HEAD, "EXTEND", task.getId(), "{'date': '" + later + "', 'reason': 'Gutachten fehlt'}")
                        .status())
                .isEqualTo(204);
        assertThat(does(Role.MANAGER, "FOLLOW_UP", task.getId(), "{'date': '" + soon + "', 'reason': 'Sommerpause'}")
                        .status())
                .isEqualTo(204);

        assertThat(actions()).contains("TASK_ASSIGNED", "TASK_EXTENDED", "TASK_PUT_OFF");
        assertThat(due()).isEqualTo(later);
        assertThat(day(now().getFollowUpDate())).isEqualTo(soon);
        assertThat(now().getAssignee()).isEqualTo("klima-sachbearbeitung");
    }

    @Test
    void nobodyGivesThemselvesMoreTime() {
        office.as("klima-sachbearbeitung").completes(number, "review-proposal");
        Task decision = office.open(number, "decide-measure").get(0);

        Http.Answer answer = does(
                Role.HEAD,
                "EXTEND",
                decision.getId(),
                "{'date': '" + LocalDate.now(clock).plusMonths(5) + "', 'reason': 'Keine Zeit'}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("message").asText()).startsWith("Die eigene Frist");
    }

    @Test
    void anEarlierStepIsRepeatedTheOpenOneWithdrawnAndEveryGateIsPassedAgain() {
        String wish = "{'step': 'rework-proposal', 'reason': 'Kosten fehlen'}";
        assertThat(does(Role.HEAD, "REPEAT", task.getId(), wish).status()).isEqualTo(204);

        assertThat(office.openTasks(number)).containsExactly("rework-proposal");
        assertThat(events())
                .containsExactly(
                        "REVOKED " + cast.name(Role.HEAD) + " Kosten fehlen",
                        "REOPENED " + cast.name(Role.HEAD) + " Kosten fehlen");
        office.as("klima-sachbearbeitung").completes(number, "rework-proposal", data -> data.remove("changes"));
        assertThat(office.openTasks(number)).containsExactly("review-proposal");
        office.as("klima-leitung").completes(number, "review-proposal");
        assertThat(office.openTasks(number)).containsExactly("decide-measure");
    }

    @Test
    void aStepThatTheModelLetsBeSkippedIsOverAndTheHistorySaysSo() {
        Task change = changeOfDetails();

        assertThat(does(Role.MANAGER, "SKIP", change.getId(), "{'reason': 'Hat sich erledigt'}")
                        .status())
                .isEqualTo(204);

        assertThat(office.openTasks(number)).containsExactly("review-proposal");
        JsonNode history = browser(Role.MONITOR)
                .get("/camunda/api/kreislaufstadt/measures/" + number)
                .json();
        JsonNode step = history.get("history").get(history.get("history").size() - 1);
        assertThat(step.get("name").asText()).isEqualTo("Angaben ändern");
        assertThat(step.get("origin").asText()).isEqualTo("SKIPPED");
        assertThat(step.get("by").asText()).isEqualTo("Rolle MANAGER");
        assertThat(history.get("taskEvents").get(0).get("kind").asText()).isEqualTo("SKIPPED");
        assertThat(actions()).containsOnlyOnce("STEP_SKIPPED");
        assertThat(office.jdbc()
                        .sql("select ended_how from monitored_task where task_id = :task")
                        .param("task", change.getId())
                        .query(String.class)
                        .single())
                .as("counts as no step that somebody took their time for")
                .isEqualTo("SKIPPED");
        assertThat(history.toString()).as("the reason is internal").doesNotContain("Hat sich erledigt");
    }

    @Test
    void theTabShowsOpenTasksAndWhatCanBeDoneWithThem() {
        Task change = changeOfDetails();

        JsonNode head = view(Role.HEAD).json();
        JsonNode monitor = view(Role.MONITOR).json();

        assertThat(head.get("maySteer").asBoolean()).isTrue();
        assertThat(ids(head)).containsExactlyInAnyOrder(task.getId(), change.getId());
        JsonNode review = of(head, task);
        assertThat(review.get("name").asText()).isEqualTo("Vorschlag prüfen");
        assertThat(review.get("skippable").asBoolean()).isFalse();
        assertThat(review.get("earlier").get(0).get("value").asText()).isEqualTo("rework-proposal");
        assertThat(of(head, change).get("skippable").asBoolean()).isTrue();
        assertThat(head.get("people")).isNotEmpty();
        assertThat(monitor.get("maySteer").asBoolean()).isFalse();
        assertThat(ids(monitor)).hasSize(2);
        assertThat(monitor.get("people")).isEmpty();
    }

    @Test
    void ofTwoWhoStepInAtOnceOneIsTooLate() {
        Task change = changeOfDetails();
        Stream.of(Role.HEAD, Role.MANAGER).forEach(this::browser);

        List<Integer> answers = Stream.of(Role.HEAD, Role.MANAGER)
                .parallel()
                .map(role -> does(role, "SKIP", change.getId(), "{'reason': 'Hat sich erledigt'}")
                        .status())
                .sorted()
                .toList();

        assertThat(answers).containsExactly(204, 409);
        assertThat(events()).hasSize(1);
    }
}
