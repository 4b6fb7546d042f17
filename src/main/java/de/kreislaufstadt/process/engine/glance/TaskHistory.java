package de.kreislaufstadt.process.engine.glance;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import de.kreislaufstadt.process.engine.record.TaskEventTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What happened to tasks beside their completion, in words that pages show: who gave what to whom, and when. */
@Component
public class TaskHistory {

    private final TaskEventTable events;
    private final DoneSteps steps;
    private final DepartmentDirectory departments;
    private final Accounts accounts;

    TaskHistory(TaskEventTable events, DoneSteps steps, DepartmentDirectory departments, Accounts accounts) {
        this.events = events;
        this.steps = steps;
        this.departments = departments;
        this.accounts = accounts;
    }

    /**
     * A line of the history.
     *
     * @param kind {@code FOLLOW_UP}, {@code FOLLOW_UP_ENDED}, {@code ASSIGNED}, {@code HANDED_OVER}, {@code RETURNED},
     *     {@code RELEASED}, {@code ASKED}, {@code ANSWERED}, {@code WITHDRAWN}, {@code EXTENDED}, {@code UNDONE}, {@code SKIPPED},
     *     {@code REVOKED} or {@code REOPENED}
     * @param task name of the task
     * @param fromDepartment name of the department that had the task
     * @param toDepartment name of the department that has it then, or is asked; null where a person is asked
     * @param heldBy name of the person who had it, null = nobody
     * @param givenTo name of the person who has it then, or is asked; null = nobody
     * @param followUp day it was put off to
     * @param dueBefore last day it had before; absent where the last day stayed
     * @param due last day it got; absent where the last day stayed
     * @param reason internal: reason, question or answer; absent on pages that not only the people of the task see
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID id,
            String kind,
            String task,
            Instant at,
            String by,
            String fromDepartment,
            String toDepartment,
            String heldBy,
            String givenTo,
            LocalDate followUp,
            LocalDate dueBefore,
            LocalDate due,
            String reason) {}

    /** @return what happened to the tasks of a measure, oldest first, without the internal reasons */
    public List<Line> ofMeasure(String municipality, UUID measure) {
        return lines(events.ofMeasure(municipality, measure), false);
    }

    /** @return what happened to a task, oldest first, for people who may see it */
    public List<Line> ofTask(String municipality, String task) {
        return lines(events.ofTask(municipality, task), true);
    }

    private List<Line> lines(List<TaskEvent> past, boolean withReasons) {
        Map<String, String> names = new HashMap<>();
        UnaryOperator<String> person = user -> user == null ? null : names.computeIfAbsent(user, accounts::nameOf);
        return past.stream()
                .map(event -> new Line(
                        event.id(),
                        event.kind().name(),
                        steps.taskName(event.process(), event.taskKey()),
                        event.at(),
                        person.apply(event.by()),
                        department(event, event.fromGroup()),
                        department(event, event.toGroup()),
                        person.apply(event.heldBy()),
                        person.apply(event.givenTo()),
                        event.followUp(),
                        event.dueBefore(),
                        event.due(),
                        withReasons ? event.reason() : null))
                .toList();
    }

    private String department(TaskEvent event, String group) {
        return group == null
                ? null
                : departments.nameOf(event.municipality(), Candidates.departmentOf(group, event.municipality()));
    }
}
