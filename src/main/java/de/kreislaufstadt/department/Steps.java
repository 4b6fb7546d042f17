package de.kreislaufstadt.department;

import de.kreislaufstadt.process.Decisions;
import de.kreislaufstadt.process.TaskHandler;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The steps a municipality's file can set something for: user tasks and the rows of the decision tables. */
@Component
class Steps {

    private final ObjectProvider<TaskHandler<?>> handlers;
    private final Decisions decisions;
    private final Environment settings;

    Steps(ObjectProvider<TaskHandler<?>> handlers, Decisions decisions, Environment settings) {
        this.handlers = handlers;
        this.decisions = decisions;
        this.settings = settings;
    }

    Set<String> tasks() {
        return handlers.stream().map(TaskHandler::task).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean hasDeadline(String municipality, String taskOrPeriod) {
        return !decisions
                .evaluate(municipality, "working-days", Map.of("task", taskOrPeriod, "municipality", municipality))
                .isEmpty();
    }

    boolean recurs(String municipality, String name) {
        return !decisions
                .evaluate(municipality, "recurrence", Map.of("name", name, "municipality", municipality))
                .isEmpty();
    }

    /** @return whether data of this kind is kept for a time that the installation sets */
    boolean isRetained(String kind) {
        return settings.containsProperty("kreislaufstadt.retention." + kind);
    }

    /**
     * @return keys of the fields of a measure that fewer people may read than the decision table {@code field-visibility} says, in
     *     its order
     */
    Set<String> publishedFields(String municipality) {
        return Stream.of("RECORD", "PROCESS")
                .flatMap(part -> decisions.evaluate(municipality, "field-visibility", Map.of("part", part)).stream())
                .filter(row -> Boolean.TRUE.equals(row.get("narrow")))
                .map(row -> row.get("field").toString())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @return role whose task it is and no other's, whatever a file says; empty where a file may give the task to another */
    Optional<String> fixedRole(String municipality, String task) {
        return roles(municipality, task).filter(Role.FIXED::contains).findFirst();
    }

    /**
     * The association's tasks are not asked of cities, nor theirs of it; and what the association asks of a city has nobody to
     * go to where none coordinates.
     *
     * @return the roles that departments of a city must hold so that every task of cities finds its owner, sorted
     */
    Set<String> rolesNeeded(String municipality, Map<String, String> routing) {
        return tasks().stream()
                .flatMap(task -> routing.containsKey(task)
                        ? Stream.of(routing.get(task))
                        : roles(municipality, task).filter(role -> !Role.FIXED.contains(role)))
                .map(role -> role.equals("DECISION_BODY") ? Role.COUNCIL_SERVICE.name() : role)
                .filter(role -> !Role.OF_THE_MEASURE.contains(role))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> roles(String municipality, String task) {
        return Stream.of("COUNCIL", "HEAD").flatMap(body -> roles(municipality, task, body));
    }

    private Stream<String> roles(String municipality, String task, String body) {
        return decisions
                .evaluate(
                        municipality, "task-routing", Map.of("task", task, "municipality", municipality, "body", body))
                .stream()
                .map(row -> row.get("role").toString());
    }
}
