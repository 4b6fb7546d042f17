package de.kreislaufstadt.process.engine.steer;

import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.engine.model.ModelWords;
import de.kreislaufstadt.process.engine.model.Scopes;
import de.kreislaufstadt.process.engine.steer.MeasureTree.TreeTask;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Where open tasks stand, and whose the routing says they are. */
@Component
class TreeScopes {

    private final TaskService tasks;
    private final ModelWords words;

    TreeScopes(TaskService tasks, ModelWords words) {
        this.tasks = tasks;
        this.words = words;
    }

    TaskContext of(String municipality, String number, TreeTask task) {
        Map<String, Object> values = tasks.getVariables(task.id());
        return new TaskContext(
                municipality,
                UUID.fromString(values.get(Scopes.MEASURE_ID).toString()),
                number,
                (String) values.get(Scopes.LEAD),
                task.process(),
                task.key(),
                task.id(),
                null,
                values);
    }

    /** @return the same place under another lead, or with other routing values */
    static TaskContext with(TaskContext scope, String lead, Map<String, Object> values) {
        return new TaskContext(
                scope.municipality(),
                scope.measureId(),
                scope.measureNumber(),
                lead,
                scope.processKey(),
                scope.taskKey(),
                scope.taskId(),
                scope.actor(),
                values);
    }

    /**
     * @return the group that the routing would give the task to if another department led; empty if it does not ask who leads,
     *     or the task lies elsewhere, having been handed over
     */
    Optional<String> groupUnder(String lead, TaskContext now, String group) {
        String before = words.groupsOf(now);
        String after = words.groupsOf(with(now, lead, now.values()));
        boolean liesThere = Arrays.asList(before.split(",")).contains(group);
        return liesThere && !before.equals(after) ? Optional.of(after.split(",")[0]) : Optional.empty();
    }
}
