package de.kreislaufstadt.knowledge;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.Distinct;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The lead says what must be known, who finds out and by when. After a review it adds goals to those already there. */
@Component
class DefineKnowledgeGoals implements TaskHandler<DefineKnowledgeGoals.Form> {

    /** Each goal becomes a parallel task; more than these nobody follows, and their ids would outgrow a routing value. */
    private static final int MAX_GOALS = 25;

    private final KnowledgeTable table;
    private final Departments departments;
    private final KnowledgeView view;
    private final Clock clock;

    DefineKnowledgeGoals(KnowledgeTable table, Departments departments, KnowledgeView view, Clock clock) {
        this.table = table;
        this.departments = departments;
        this.view = view;
        this.clock = clock;
    }

    record Form(@Size(min = 1, max = MAX_GOALS) List<Goal> goals) {}

    record Goal(String question, String responsible, LocalDate due) {}

    @Override
    public String task() {
        return "define-knowledge-goals";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        return Map.of(
                "earlierGoals", view.goals(task, table.goals(task)),
                "returned", view.returned(table.lastReview(task)));
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        return Map.of("departmentOptions", departments.options(task.municipality()));
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        List<KnowledgeGoal> earlier = table.goals(task);
        check(form.goals(), earlier);
        List<KnowledgeGoal> added = new ArrayList<>();
        for (Goal goal : form.goals()) {
            int position = earlier.size() + added.size() + 1;
            added.add(new KnowledgeGoal(
                    UUID.randomUUID(),
                    position,
                    goal.question().strip(),
                    goal.responsible(),
                    goal.due(),
                    GoalState.OPEN,
                    null,
                    null,
                    task.actor()));
        }
        table.add(task, added);
        List<ItemRef> open = new ArrayList<>();
        earlier.stream().filter(KnowledgeGoal::isOpen).map(KnowledgeGoal::ref).forEach(open::add);
        added.stream().map(KnowledgeGoal::ref).forEach(open::add);
        return Outcome.of("goalIds", open);
    }

    private void check(List<Goal> goals, List<KnowledgeGoal> earlier) {
        Problems problems = new Problems();
        LocalDate today = LocalDate.now(clock);
        List<String> known =
                earlier.stream().map(goal -> Distinct.key(goal.question())).toList();
        long open = earlier.stream().filter(KnowledgeGoal::isOpen).count();
        problems.check(open + goals.size() <= MAX_GOALS, "goals", "knowledge.goal.tooMany", MAX_GOALS);
        for (int i = 0; i < goals.size(); i++) {
            Goal goal = goals.get(i);
            String row = "goals[" + i + "].";
            problems.check(goal.due().isAfter(today), row + "due", "knowledge.goal.dueNotAfterToday")
                    .check(!known.contains(Distinct.key(goal.question())), row + "question", "knowledge.goal.known");
        }
        Distinct.check(
                problems,
                "goals",
                "question",
                goals.stream().map(Goal::question).toList(),
                "knowledge.goal.duplicate");
        problems.throwIfAny();
    }
}
