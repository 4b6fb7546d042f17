package de.kreislaufstadt.process.engine.watch;

import de.kreislaufstadt.process.DueDates;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.engine.model.EngineDays;
import de.kreislaufstadt.process.engine.model.Scopes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Tasks that are already open follow a day that somebody moves, e.g. when the lead extends a survey. They belong to other
 * departments, so the engine's query, which shows people their own, would not find them.
 */
@Component
public class MovedDueDates {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final DueDates dueDates;
    private final MovingTasks moving;

    MovedDueDates(@Lazy DueDates dueDates, MovingTasks moving) {
        this.dueDates = dueDates;
        this.moving = moving;
    }

    /**
     * @param before where the completed task stood, with the routing values it found
     * @param after routing values it leaves, already set
     */
    public void follow(DelegateTask completed, TaskContext before, Map<String, Object> after) {
        Map<String, Object> moved = new HashMap<>();
        after.forEach((name, value) -> {
            if (isDay(before.text(name)) && value != null && !value.toString().equals(before.text(name))) {
                moved.put(name, before.values().get(name));
            }
        });
        if (moved.isEmpty()) {
            return;
        }
        Context.getCommandContext()
                .getTaskManager()
                .findTasksByProcessInstanceId(completed.getProcessInstanceId())
                .stream()
                .filter(task -> !task.getId().equals(completed.getId()))
                .forEach(task -> follow(task, moved));
    }

    /** A task that does not depend on the moved day keeps its own. */
    private void follow(TaskEntity task, Map<String, Object> moved) {
        TaskContext now = Scopes.of(task, null);
        LocalDate day = dueDates.dueDate(now);
        if (day != null && !day.equals(dueDates.dueDate(with(now, moved)))) {
            task.setDueDate(EngineDays.endOf(day));
            moving.changed(task);
        }
    }

    private static TaskContext with(TaskContext scope, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(scope.values());
        all.putAll(values);
        return new TaskContext(
                scope.municipality(),
                scope.measureId(),
                scope.measureNumber(),
                scope.lead(),
                scope.processKey(),
                scope.taskKey(),
                scope.taskId(),
                scope.actor(),
                all);
    }

    private static boolean isDay(String text) {
        return text != null && DAY.matcher(text).matches();
    }
}
