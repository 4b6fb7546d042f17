package de.kreislaufstadt.knowledge;

import de.kreislaufstadt.form.Distinct;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The goal's department answers its question, defers it or leaves it open, and records the sources it found. */
@Component
class CollectKnowledge implements TaskHandler<CollectKnowledge.Form> {

    private final KnowledgeTable table;
    private final KnowledgeView view;
    private final Clock clock;

    CollectKnowledge(KnowledgeTable table, KnowledgeView view, Clock clock) {
        this.table = table;
        this.view = view;
        this.clock = clock;
    }

    record Form(
            GoalState state,
            String answer,
            String deferredReason,
            @Size(max = 50) List<KnowledgeItem> items) {}

    @Override
    public String task() {
        return "collect-knowledge";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        KnowledgeGoal goal = table.goal(task, task.id("goalId"));
        Map<String, Object> data = new HashMap<>();
        data.put("goal", view.goal(goal) + view.taken(table.taken(task, goal.id())));
        data.put("returned", view.returned(table.lastReview(task)));
        data.put("items", table.items(task, goal.id()));
        if (goal.answer() != null) {
            data.put("answer", goal.answer());
        }
        return data;
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        UUID goal = table.goal(task, task.id("goalId")).id();
        check(form, table.taken(task, goal).isEmpty());
        table.replaceItems(task, goal, form.items());
        table.answer(task, goal, form.state(), form.answer(), form.deferredReason());
        return Outcome.none();
    }

    private void check(Form form, boolean nothingTaken) {
        Problems problems = new Problems();
        problems.check(
                form.state() != GoalState.DONE || !form.items().isEmpty() || !nothingTaken,
                "items",
                "knowledge.item.noneForDoneGoal");
        int thisYear = LocalDate.now(clock).getYear();
        for (int i = 0; i < form.items().size(); i++) {
            Integer year = form.items().get(i).year();
            problems.check(year == null || year <= thisYear, "items[" + i + "].year", "knowledge.item.yearInFuture");
        }
        Distinct.check(
                problems,
                "items",
                "title",
                form.items().stream().map(KnowledgeItem::title).toList(),
                "knowledge.item.duplicate");
        problems.throwIfAny();
    }
}
