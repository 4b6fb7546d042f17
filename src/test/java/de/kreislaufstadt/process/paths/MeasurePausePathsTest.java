package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.deadline.WorkingDays;
import de.kreislaufstadt.process.IncomingMessages;
import de.kreislaufstadt.process.WatchedTask;
import de.kreislaufstadt.process.WatchedTasks;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A measure rests and goes on: tasks and timers stand still, and deadlines move by the working days it rested. */
class MeasurePausePathsTest extends InterruptionPaths {

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private WatchedTasks watched;

    @Autowired
    private IncomingMessages messages;

    @ParameterizedTest
    @EnumSource
    void aMeasureRestsAndGoesOnTheSameDayAsIfNothingHadHappened(Place place) {
        String measure = place.reachedBy(this);
        List<String> waiting = waiting(measure);
        String state = state(measure);
        List<String> days = dues(measure);

        JsonNode paused = does(measure, "pause");

        assertThat(state(measure)).isEqualTo("PAUSED");
        assertThat(waiting(measure)).isEqualTo(waiting);
        assertThat(paused.get("tasks")).hasSize(waiting.size());
        assertThat(active(measure)).as("tasks and timers that could still act").isZero();

        JsonNode resumed = does(measure, "resume");

        assertThat(resumed.at("/done/workingDays").asInt()).isZero();
        assertThat(state(measure)).isEqualTo(state);
        assertThat(waiting(measure)).isEqualTo(waiting);
        assertThat(dues(measure)).isEqualTo(days);
        assertThat(active(measure)).isPositive();
        assertThat(all(
                        measure,
                        "select kind from task_event where measure_id = :measure and kind in ('PAUSED', 'RESUMED')"))
                .hasSize(2 * waiting.size());
    }

    @Test
    void theDeferredDayAndItsReasonComeBackWithTheState() {
        String measure = deferred();
        String reason = one(measure, "select state_reason from measure where id = :measure");

        does(measure, "pause");
        assertThat(one(measure, "select state_reason from measure where id = :measure"))
                .isEqualTo(REASON);
        does(measure, "resume");

        assertThat(one(measure, "select state_reason from measure where id = :measure"))
                .isEqualTo(reason);
        assertThat(timer(measure, "resubmission-date")).isEqualTo(LocalDate.of(2099, 2, 2));
    }

    @Test
    void aPauseOfWeeksMovesDeadlinesAndTimersByItsWorkingDays() {
        LocalDate begin = workingDays.sameOrNext(Office.MUNICIPALITY, today());
        laterOn(begin);
        String measure = deferred();
        String other = approved("KNOWLEDGE");
        LocalDate due = due(other, "define-knowledge-goals");
        LocalDate recurring = timer(other, "exchange-due");
        LocalDate resubmission = timer(measure, "resubmission-date");
        does(measure, "pause");
        does(other, "pause");

        laterOn(workingDays.after(Office.MUNICIPALITY, begin, 12));
        does(measure, "resume");
        JsonNode resumed = does(other, "resume");

        assertThat(resumed.at("/done/workingDays").asInt()).isEqualTo(12);
        assertThat(due(other, "define-knowledge-goals"))
                .isEqualTo(workingDays.after(Office.MUNICIPALITY, due, 12))
                .isEqualTo(LocalDate.parse(resumed.at("/tasks/0/due").asText()));
        assertThat(timer(other, "exchange-due"))
                .as("what recurs keeps its rhythm")
                .isEqualTo(recurring);
        assertThat(timer(measure, "resubmission-date"))
                .isEqualTo(workingDays
                        .after(Office.MUNICIPALITY, resubmission.minusDays(1), 12)
                        .plusDays(1));
        assertThat(
                        one(
                                other,
                                "select due_before || ' ' || due from task_event where measure_id = :measure and kind = 'RESUMED'"))
                .isEqualTo(due + " " + due(other, "define-knowledge-goals"));
    }

    @Test
    void theDayOfAWorkshopAndWhatHangsOnItStay() {
        LocalDate begin = workingDays.sameOrNext(Office.MUNICIPALITY, today());
        LocalDate day = begin.plusDays(60);
        laterOn(begin);
        String measure = agreed(day);
        invite(measure, FIRST);
        LocalDate check = due(measure, "check-registrations");
        does(measure, "pause");

        laterOn(workingDays.after(Office.MUNICIPALITY, begin, 5));
        does(measure, "resume");

        assertThat(due(measure, "check-registrations")).isEqualTo(check);
        clerk("wfm").completes(measure, "check-registrations", with(List.of(FIRST)));
        assertThat(timer(measure, "workshop-day")).isEqualTo(day);
        does(measure, "pause");
        laterOn(workingDays.after(Office.MUNICIPALITY, begin, 9));
        does(measure, "resume");
        assertThat(timer(measure, "workshop-day")).isEqualTo(day);
    }

    @Test
    void whatRestsCannotBeCompletedTakenMovedOrRemindedOf() {
        String measure = approved("KNOWLEDGE");
        Task task = office.open(measure, "define-knowledge-goals").get(0);
        does(measure, "pause");
        String clerk = "wfm-sachbearbeitung";
        Http tasklist = browser(clerk);

        assertThatThrownBy(() -> clerk("wfm").completes(measure, "define-knowledge-goals"))
                .isInstanceOf(SuspendedEntityInteractionException.class);
        Http.Answer claim = tasklist.post(
                "/camunda/api/engine/engine/default/task/" + task.getId() + "/claim",
                "{\"userId\": \"" + clerk + "\"}");
        assertThat(claim.status()).isEqualTo(409);
        assertThat(claim.json().get("message").asText()).startsWith("Die Maßnahme ruht zurzeit.");
        Http.Answer putOff = tasklist.post(
                "/camunda/api/kreislaufstadt/tasks/" + task.getId() + "/follow-up",
                "{\"date\": \"" + today().plusDays(7) + "\"}");
        assertThat(putOff.status()).as(putOff.body()).isEqualTo(409);
        assertThat(putOff.json().get("message").asText()).contains("ruht");
        Http.Answer change = tasklist.post("/camunda/api/kreislaufstadt/measures/" + measure + "/change-details", "{}");
        assertThat(change.status()).isEqualTo(409);
        assertThat(watched.page(Office.MUNICIPALITY, "", 100_000))
                .extracting(WatchedTask::id)
                .doesNotContain(task.getId());
    }

    @Test
    void tasklistShowsThatTheMeasureRestsSinceWhenAndWhy() {
        String measure = approved("KNOWLEDGE");
        String task = office.open(measure, "define-knowledge-goals").get(0).getId();
        does(measure, "pause");
        Http tasklist = browser("wfm-sachbearbeitung");

        JsonNode form =
                tasklist.get("/camunda/api/kreislaufstadt/form/task/" + task).json();
        assertThat(form.at("/context/paused/reason").asText()).isEqualTo(REASON);
        assertThat(form.at("/context/paused/since").asText()).isEqualTo(today().toString());
        JsonNode card = tasklist.get("/camunda/api/kreislaufstadt/tasks?ids=" + task)
                .json()
                .get(0);
        assertThat(card.get("paused").asBoolean()).isTrue();
        assertThat(card.get("phase").asText()).isEqualTo("Ruht");
        assertThat(tasklist.get("/camunda/api/kreislaufstadt/tasks/" + task + "/place")
                        .json()
                        .get("may"))
                .isEmpty();
        JsonNode page =
                tasklist.get("/camunda/api/kreislaufstadt/measures/" + measure).json();
        assertThat(page.get("stateReason").asText()).isEqualTo(REASON);
        assertThat(page.get("stateSince").asText()).isEqualTo(today().toString());
        assertThat(page.get("canChangeDetails").asBoolean()).isFalse();
    }

    @Test
    void aProposalThatRestsIsStillNoBusinessOfOtherDepartments() {
        String measure = proposed();
        does(measure, "pause");

        assertThat(browser("stadtwerke-sachbearbeitung")
                        .get("/camunda/api/kreislaufstadt/measures/" + measure)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aGuestWhoAnswersMeanwhileIsHeardByNoProcess() {
        String measure = agreed(data -> {});
        invite(measure, FIRST);
        does(measure, "pause");
        UUID workshop = UUID.fromString(one(
                measure,
                "select id from workshop where measure_id = :measure and state not in ('PLANNED', 'CANCELLED')"));

        assertThat(messages.deliver(
                        Office.MUNICIPALITY, "workshops", measure, "registration-answered", "workshopId", workshop))
                .isFalse();
    }

    private List<String> dues(String measure) {
        return office
                .tasks()
                .createTaskQuery()
                .processInstanceBusinessKey(measure)
                .orderByTaskId()
                .asc()
                .list()
                .stream()
                .map(task -> task.getTaskDefinitionKey() + " " + task.getDueDate())
                .toList();
    }

    private long active(String measure) {
        long tasks = office.tasks()
                .createTaskQuery()
                .processInstanceBusinessKey(measure)
                .active()
                .count();
        return tasks
                + office.runtime().createProcessInstanceQuery().processInstanceBusinessKey(measure).list().stream()
                        .mapToLong(instance -> office.management()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .active()
                                .count())
                        .sum();
    }
}
