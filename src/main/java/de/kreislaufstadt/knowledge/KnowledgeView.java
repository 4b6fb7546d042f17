package de.kreislaufstadt.knowledge;

import static java.util.stream.Collectors.joining;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.TaskContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the forms of knowledge building show read-only. */
@Component
class KnowledgeView {

    private final Texts texts = Texts.of("knowledge");
    private final Departments departments;

    KnowledgeView(Departments departments) {
        this.departments = departments;
    }

    /** The goals of a measure as a table, or the sentence that there are none. */
    String goals(TaskContext task, List<KnowledgeGoal> goals) {
        if (goals.isEmpty()) {
            return texts.get("knowledge.view.noGoals");
        }
        List<List<String>> rows = new ArrayList<>();
        for (KnowledgeGoal goal : goals) {
            rows.add(List.of(
                    String.valueOf(goal.position()),
                    goal.question(),
                    departments.nameOf(task.municipality(), goal.responsible()),
                    day(goal.due()),
                    texts.name("knowledge.goalState", goal.state()),
                    result(goal)));
        }
        return Markdown.table(head("number", "question", "responsible", "due", "state", "result"), rows);
    }

    /** One goal with what its department has to know about it. */
    String goal(KnowledgeGoal goal) {
        return "**" + Markdown.escape(goal.question()) + "** ("
                + texts.get("knowledge.view.dueOn", Markdown.escape(day(goal.due()))) + ")";
    }

    /** What was taken over from other municipalities for a goal: it belongs to the goal, and cannot be changed in the form. */
    String taken(List<String> taken) {
        return taken.isEmpty() ? "" : "\n\n" + texts.get("knowledge.view.taken") + "\n\n" + Markdown.list(taken);
    }

    /** What the last review asked for. */
    String returned(Optional<KnowledgeReview> review) {
        return review.map(KnowledgeReview::comment)
                .map(comment -> texts.get("knowledge.view.returned", Markdown.escape(comment)))
                .orElse("");
    }

    /** The items of a measure as a table, and which components of the model approach have none. */
    String items(List<KnowledgeItem> items, Set<ModelComponent> covered) {
        List<List<String>> rows = new ArrayList<>();
        for (KnowledgeItem item : items) {
            rows.add(List.of(
                    item.title(),
                    texts.name("knowledge.kind", item.kind()),
                    item.components().stream().map(ModelComponent::label).collect(joining(", ")),
                    item.keyStatements(),
                    item.relevance() + " / " + (item.transferability() == null ? "–" : item.transferability())));
        }
        String missing = missing(covered);
        String gap = missing.isEmpty()
                ? texts.get("knowledge.view.allComponents")
                : texts.get("knowledge.view.missingComponents", missing);
        return Markdown.table(head("title", "kind", "components", "statements", "ratings"), rows) + "\n" + gap;
    }

    /** Names of the components that no item is about, comma separated. */
    String missing(Set<ModelComponent> covered) {
        return Arrays.stream(ModelComponent.values())
                .filter(component -> !covered.contains(component))
                .map(ModelComponent::label)
                .collect(joining(", "));
    }

    private List<String> head(String... columns) {
        return Arrays.stream(columns)
                .map(column -> texts.get("knowledge.column." + column))
                .toList();
    }

    private static String result(KnowledgeGoal goal) {
        String text = goal.state() == GoalState.DEFERRED ? goal.deferredReason() : goal.answer();
        return text == null ? "–" : text;
    }

    private static String day(LocalDate date) {
        return ReadersLanguage.day(date);
    }
}
