package de.kreislaufstadt.knowledge;

import de.kreislaufstadt.form.FilledForm;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.knowledge.KnowledgeReview.Result;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.publication.PublicContentChanged;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The climate staff unit checks what is known. Knowledge building ends when every goal is done or deferred and each
 * component of the model approach has an item; until then it goes back to the goals or to new ones.
 */
@Component
class ReviewKnowledge implements TaskHandler<ReviewKnowledge.Form> {

    private final KnowledgeTable table;
    private final KnowledgeView view;
    private final FourEyes fourEyes;
    private final FilledForm filled;
    private final ApplicationEventPublisher events;

    ReviewKnowledge(
            KnowledgeTable table,
            KnowledgeView view,
            FourEyes fourEyes,
            FilledForm filled,
            ApplicationEventPublisher events) {
        this.table = table;
        this.view = view;
        this.fourEyes = fourEyes;
        this.filled = filled;
        this.events = events;
    }

    record Form(Result result, Set<UUID> goals, String comment, String summary) {}

    @Override
    public String task() {
        return "review-knowledge";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        List<KnowledgeGoal> goals = table.goals(task);
        return Map.of(
                "goalTable", view.goals(task, goals),
                "itemTable", view.items(table.items(task), table.coveredComponents(task)),
                "entries", entries(task, goals),
                "goals",
                        goals.stream()
                                .filter(KnowledgeGoal::isOpen)
                                .map(KnowledgeGoal::id)
                                .toList());
    }

    /** Every item as it was entered, goal by goal. */
    private String entries(TaskContext task, List<KnowledgeGoal> goals) {
        return goals.stream()
                .map(goal -> view.goal(goal) + view.taken(table.taken(task, goal.id())) + "\n\n"
                        + filled.of("collect-knowledge", Map.of("items", table.items(task, goal.id())))
                                .markdown())
                .collect(Collectors.joining("\n\n"));
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        return Map.of(
                "goalOptions",
                table.goals(task).stream()
                        .map(goal -> new Option(goal.id().toString(), goal.position() + ". " + goal.question()))
                        .toList());
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        fourEyes.check(task, "result", "define-knowledge-goals", "collect-knowledge");
        List<KnowledgeGoal> goals = table.goals(task);
        if (form.result() == Result.COMPLETE) {
            checkComplete(task, goals);
            events.publishEvent(new KnowledgeCompleted(task.municipality(), task.measureId()));
        }
        table.add(task, new KnowledgeReview(form.result(), form.comment(), form.summary()));
        if (form.result() == Result.COMPLETE) {
            events.publishEvent(new PublicContentChanged(
                    task.municipality(), task.measureId(), PublicContentChanged.Cause.PHASE_SUMMARY, false));
        }
        Outcome outcome = Outcome.of("reviewResult", form.result());
        return form.result() == Result.COLLECT_MORE ? outcome.and("goalIds", reopened(task, goals, form)) : outcome;
    }

    private List<ItemRef> reopened(TaskContext task, List<KnowledgeGoal> goals, Form form) {
        table.reopen(task, form.goals());
        return goals.stream()
                .filter(goal -> form.goals().contains(goal.id()))
                .map(KnowledgeGoal::ref)
                .toList();
    }

    private void checkComplete(TaskContext task, List<KnowledgeGoal> goals) {
        Problems problems = new Problems();
        for (KnowledgeGoal goal : goals) {
            problems.check(!goal.isOpen(), "result", "knowledge.review.goalOpen", goal.position());
        }
        Set<ModelComponent> covered = table.coveredComponents(task);
        problems.check(
                covered.size() == ModelComponent.values().length,
                "result",
                "knowledge.review.componentsMissing",
                view.missing(covered));
        problems.throwIfAny();
    }
}
