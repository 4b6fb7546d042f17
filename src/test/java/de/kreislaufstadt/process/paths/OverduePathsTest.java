package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Office.MUNICIPALITY;
import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.deadline.MorningLook;
import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.support.TaskPage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What becomes of a task that stays undone. */
class OverduePathsTest extends MorningPaths {

    private static final String CLARIFY = "clarify-overdue-task";
    private static final String FOR_HEAD = "clarify-for-head";

    @LocalServerPort
    private int port;

    @Autowired
    private Lifecycles lifecycles;

    @Autowired
    private MorningLook look;

    @Test
    void theHeadGivesMoreTimeAndTheStagesBeginAnew() {
        String measure = overdue();
        assertThat(waiting(measure)).containsExactly("clarify-overdue-task@klima-head", "review-proposal@klima");
        assertThat(told(measure, TaskNotice.Kind.ESCALATED))
                .containsExactly("clarify-overdue-task to muenster-klima-head");
        assertThat(office.open(measure, REVIEW).get(0).getPriority()).isEqualTo(75);
        LocalDate original = due(measure, REVIEW);
        LocalDate saturday = nextSaturday(workingDays.after(MUNICIPALITY, original, 20));

        head("klima").completes(measure, CLARIFY, decision("EXTEND", saturday));
        assertThat(waiting(measure)).containsExactly("review-proposal@klima");
        LocalDate due = due(measure, REVIEW);
        assertThat(due).as("moved to a working day").isEqualTo(workingDays.sameOrNext(MUNICIPALITY, saturday));
        assertThat(office.open(measure, REVIEW).get(0).getPriority()).isEqualTo(50);
        assertThat(one(
                        measure,
                        "select original_due || ' ' || new_due || ' ' || decided_by from deadline_extension"
                                + " where measure_id = :measure"))
                .isEqualTo(original + " " + due + " klima-leitung");
        assertThat(one(measure, "select note from step where measure_id = :measure and task_key = '" + CLARIFY + "'"))
                .contains("Vorschlag prüfen", "mehr Zeit")
                .as("the reason is internal and forgotten one day")
                .doesNotContain("Ein Grund");
        assertThat(happened(measure)).containsExactly("EXTENDED klima-leitung null null Ein Grund " + due);

        morningOf(workingDays.before(MUNICIPALITY, due, 3));
        assertThat(all(measure, "select stage from reminder where measure_id = :measure order by anchor"))
                .containsExactly("DUE+5", "DUE-3");
        morningOf(workingDays.after(MUNICIPALITY, due, 5));
        assertThat(waiting(measure)).contains("clarify-overdue-task@klima-head");
        head("klima").completes(measure, CLARIFY, decision("EXTEND", workingDays.after(MUNICIPALITY, due, 20)));
        assertThat(all(measure, "select original_due from deadline_extension where measure_id = :measure"))
                .as("the original date is kept")
                .containsExactly(original.toString(), original.toString());
    }

    @Test
    void aDateInThePastIsRefusedAtTheFieldAndChangesNothing() {
        String measure = overdue();
        Map<String, Object> before = everything(measure);
        LocalDate due = due(measure, REVIEW);
        assertThat(refusal(() -> head("klima")
                        .completes(
                                measure,
                                CLARIFY,
                                decision("EXTEND", LocalDate.now(clock).minusDays(1)))))
                .containsExactly("due deadline.due.past");
        assertThat(refusal(() -> head("klima")
                        .completes(
                                measure,
                                CLARIFY,
                                decision("EXTEND", LocalDate.now(clock)).andThen(form -> form.put("reason", "  ")))))
                .hasSize(1);
        assertThat(refusal(() -> head("klima")
                        .completes(
                                measure,
                                CLARIFY,
                                decision("REASSIGN", LocalDate.now(clock))
                                        .andThen(form -> form.put("person", "wfm-sachbearbeitung")))))
                .hasSize(1);
        assertThat(everything(measure)).isEqualTo(before);
        assertThat(due(measure, REVIEW)).isEqualTo(due);
        assertThat(rows(measure, "deadline_extension")).isZero();
    }

    @Test
    void theHeadGivesTheTaskToAnotherPersonOrBackToTheDepartment() {
        String measure = overdue();
        LocalDate later = workingDays.after(MUNICIPALITY, LocalDate.now(clock), 3);
        head("klima")
                .completes(
                        measure,
                        CLARIFY,
                        decision("REASSIGN", later).andThen(form -> form.put("person", "klima-sachbearbeitung")));
        assertThat(office.open(measure, REVIEW).get(0).getAssignee()).isEqualTo("klima-sachbearbeitung");
        assertThat(told(measure, TaskNotice.Kind.HANDED_OVER))
                .containsExactly("review-proposal to klima-sachbearbeitung");
        assertThat(rightsOfPeople(measure))
                .as("they work by the right of their group, which ends with their membership")
                .isEmpty();

        morningOf(workingDays.after(MUNICIPALITY, later, 5));
        head("klima").completes(measure, CLARIFY, decision("RETURN", LocalDate.now(clock)));
        assertThat(office.open(measure, REVIEW).get(0).getAssignee()).isNull();
        assertThat(told(measure, TaskNotice.Kind.HANDED_OVER)).contains("review-proposal to muenster-klima");
        assertThat(happened(measure))
                .containsExactly(
                        "ASSIGNED klima-leitung null klima-sachbearbeitung Ein Grund " + later,
                        "RELEASED klima-leitung klima-sachbearbeitung null Ein Grund " + due(measure, REVIEW));
    }

    @Test
    void aTaskThatChangesHandsLeavesTheQuestionThatWasOpen() {
        String measure = proposed();
        Task task = office.open(measure, REVIEW).get(0);
        TaskPage page = new TaskPage(port, task.getId());
        page.succeeds("klima-sachbearbeitung", "question", "{'department': 'umwelt', 'question': 'Welche Gewässer?'}");
        morningOf(workingDays.after(MUNICIPALITY, due(measure, REVIEW), 5));

        head("klima").completes(measure, CLARIFY, decision("RETURN", LocalDate.now(clock)));

        assertThat(page.isSeenBy("umwelt-sachbearbeitung")).isFalse();
        assertThat(office.open(measure, REVIEW).get(0).getDelegationState()).isNull();
        clerk("klima").completes(measure, REVIEW);
    }

    @Test
    void anExtensionFromTheTaskAnswersTheQuestionAndTakingItBackAsksAgain() {
        String measure = overdue();
        LocalDate before = due(measure, REVIEW);
        TaskPage page = new TaskPage(port, office.open(measure, REVIEW).get(0).getId());
        LocalDate later = workingDays.after(MUNICIPALITY, LocalDate.now(clock), 5);

        String event = page.succeeds("klima-leitung", "extend", "{'date': '" + later + "', 'reason': 'Ein Grund'}");

        assertThat(waiting(measure)).containsExactly("review-proposal@klima");
        assertThat(office.open(measure, REVIEW).get(0).getPriority()).isEqualTo(50);
        assertThat(all(measure, "select state from clarification where measure_id = :measure"))
                .containsExactly("CLARIFIED");

        page.succeeds("klima-leitung", "undo/" + event, "{}");

        assertThat(due(measure, REVIEW)).isEqualTo(before);
        assertThat(office.open(measure, REVIEW).get(0).getPriority()).isEqualTo(75);
        assertThat(waiting(measure)).containsExactly("clarify-overdue-task@klima-head", "review-proposal@klima");
        head("klima").completes(measure, CLARIFY, decision("EXTEND", later));
        assertThat(waiting(measure)).containsExactly("review-proposal@klima");
    }

    @Test
    void aSilentHeadIsFollowedByTheDezernatAndWhoeverIsFirstClarifiesForBoth() {
        String measure = overdue();
        assertThat(timer(measure, "head-silent"))
                .isEqualTo(
                        workingDays.after(MUNICIPALITY, LocalDate.now(clock), 5).plusDays(1));
        office.fire(measure, "head-silent");
        assertThat(waiting(measure))
                .containsExactly(
                        "clarify-for-head@dezernat-bau", "clarify-overdue-task@klima-head", "review-proposal@klima");

        head("dezernat-bau")
                .completes(
                        measure,
                        FOR_HEAD,
                        decision("EXTEND", LocalDate.now(clock).plusDays(30)));
        assertThat(waiting(measure)).containsExactly("review-proposal@klima");
    }

    @Test
    void aTaskOfTheHeadGoesToTheDezernatAtOnce() {
        String measure = reviewed();
        morningOf(workingDays.after(MUNICIPALITY, due(measure, "decide-measure"), 5));
        assertThat(waiting(measure)).containsExactly("clarify-for-head@managers", "decide-measure@wfm-head");
    }

    @Test
    void aTaskThatIsDoneNeedsNoClarification() {
        String measure = overdue();
        clerk("klima").completes(measure, REVIEW);
        assertThat(waiting(measure)).containsExactly("decide-measure@wfm-head");
        assertThat(one(measure, "select state from clarification where measure_id = :measure"))
                .isEqualTo("SETTLED");
    }

    @Test
    void aTaskThatIsNoLongerNeededNeedsNoClarification() {
        String measure = approved("STATUS_QUO");
        clerk("wfm").completes(measure, "prepare-survey");
        morningOf(workingDays.after(MUNICIPALITY, due(measure, "answer-survey"), 5));
        assertThat(waiting(measure))
                .filteredOn(task -> task.startsWith(CLARIFY))
                .hasSize(3);
        office.fire(measure, "answers-due");
        clerk("wfm").completes(measure, "clarify-missing-answers");
        assertThat(waiting(measure)).containsExactly("analyse-stakeholders@wfm");
    }

    @Test
    void aTaskThatWasTakenOverCountsFromTheDayItCameUpElsewhere() {
        String measure = proposed();
        LocalDate today = LocalDate.now(clock);
        LocalDate due = workingDays.before(MUNICIPALITY, today, 6);

        lifecycles.waitSince(MUNICIPALITY, measure, "umwelt", due.minusDays(30), due.minusDays(1));
        lifecycles.waitSince(MUNICIPALITY, measure, "klima", due.minusDays(30), due);
        look.look(MUNICIPALITY);
        look.look(MUNICIPALITY);

        assertThat(due(measure, REVIEW)).isEqualTo(due);
        assertThat(waiting(measure)).containsExactly("clarify-overdue-task@klima-head", "review-proposal@klima");
        assertThat(all(measure, "select stage from reminder where measure_id = :measure"))
                .containsExactly("DUE+5");
    }

    private List<String> rightsOfPeople(String measure) {
        return all(
                measure,
                "select distinct a.user_id_ from camunda.act_ru_authorization a join task_event e on a.resource_id_ = e.task_id"
                        + " where e.measure_id = :measure and a.user_id_ is not null");
    }

    /** @return kind, who did it, who had the task, who has it, the reason and the new last day of all that happened */
    private List<String> happened(String measure) {
        return all(
                measure,
                "select concat_ws(' ', kind, done_by, coalesce(held_by, 'null'), coalesce(given_to_by, 'null'), reason, due)"
                        + " from task_event where measure_id = :measure order by position");
    }

    /** A measure whose proposal should have been reviewed five working days ago, on that morning. */
    private String overdue() {
        String measure = proposed();
        morningOf(workingDays.after(MUNICIPALITY, due(measure, REVIEW), 5));
        return measure;
    }

    private static Consumer<ObjectNode> decision(String result, LocalDate due) {
        return form -> form.put("result", result).put("due", due.toString()).put("reason", "Ein Grund");
    }
}
