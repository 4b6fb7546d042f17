package de.kreislaufstadt.process.engine.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentChoice;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.SingleRights;
import de.kreislaufstadt.process.engine.glance.TaskHistory;
import de.kreislaufstadt.process.engine.glance.TaskHistory.Line;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.people.Colleagues;
import de.kreislaufstadt.process.engine.people.Colleagues.Person;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import de.kreislaufstadt.process.engine.record.TaskEvent.Kind;
import de.kreislaufstadt.process.engine.record.TaskEventTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says where an open task lies, how it came there, what it waits for, and what the person who asks can do with it. */
@Component
public class TaskPlaces {

    private final DeskTasks tasks;
    private final Superiors superiors;
    private final TaskEventTable events;
    private final TaskHistory history;
    private final Colleagues colleagues;
    private final DepartmentChoice choice;
    private final DepartmentDirectory departments;
    private final Accounts accounts;

    TaskPlaces(
            DeskTasks tasks,
            Superiors superiors,
            TaskEventTable events,
            TaskHistory history,
            Colleagues colleagues,
            DepartmentChoice choice,
            DepartmentDirectory departments,
            Accounts accounts) {
        this.tasks = tasks;
        this.superiors = superiors;
        this.events = events;
        this.history = history;
        this.colleagues = colleagues;
        this.choice = choice;
        this.departments = departments;
        this.accounts = accounts;
    }

    /**
     * @param department name of the department whose task it is
     * @param assignee name of who holds it, absent = nobody
     * @param followUp day it is put off to, absent = it is not
     * @param followUpLine who put it off and why
     * @param cameFrom how it came from another department
     * @param question the open question, else the last one that was answered
     * @param may what the person can do: {@code FOLLOW_UP}, {@code BRING_BACK}, {@code HAND_OVER}, {@code ASK},
     *     {@code RELEASE}, {@code SEND_BACK}, {@code WITHDRAW}, {@code ANSWER}, {@code EXTEND}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            String department,
            String assignee,
            boolean mine,
            LocalDate due,
            LocalDate followUp,
            Line followUpLine,
            Line cameFrom,
            Question question,
            List<String> may) {}

    /**
     * A question about a task.
     *
     * @param asked what was asked, by whom, whom
     * @param answer what was answered, by whom; absent while nobody has
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Question(boolean open, Line asked, Line answer) {}

    /** Somebody to choose, with the name of their department. */
    public record Choice(String value, String label, String department) {}

    /** Who can get the task or a question about it. */
    public record Choices(List<Choice> colleagues, List<Option> departments, List<Choice> people) {}

    /** @return where the task lies, for somebody who may see it */
    @Transactional(readOnly = true)
    public Place of(String id, Login who) {
        DeskTask task = tasks.seenBy(who, id);
        List<TaskEvent> past = events.ofTask(task.municipality(), id);
        List<Line> lines = history.ofTask(task.municipality(), id);
        String holder = task.task().getAssignee();
        Optional<TaskEvent> arrival = Arrivals.of(past, task.group());
        return new Place(
                departments.nameOf(task.municipality(), task.department()),
                holder == null ? null : accounts.nameOf(holder),
                task.isHeldBy(who),
                task.due(),
                task.followUp(),
                task.followUp() == null
                        ? null
                        : last(past, lines, Kind.FOLLOW_UP).orElse(null),
                arrival.map(event -> lines.get(past.indexOf(event))).orElse(null),
                question(task, past, lines),
                possible(task, arrival.isPresent(), who));
    }

    /** @return what happened to the task, oldest first */
    @Transactional(readOnly = true)
    public List<Line> history(String id, Login who) {
        return history.ofTask(tasks.seenBy(who, id).municipality(), id);
    }

    /** @return who can get the task or a question about it */
    @Transactional(readOnly = true)
    public Choices choices(String id, Login who) {
        DeskTask task = tasks.seenBy(who, id);
        if (!SingleRights.isOwn(task.municipality(), who.groups())) {
            // Whoever does not belong to the municipality hands nothing on, and learns nothing of its people.
            return new Choices(List.of(), List.of(), List.of());
        }
        String municipality = task.municipality();
        List<String> own = WorkingGroups.of(task, choice);
        List<Person> others = colleagues.of(municipality).stream()
                .filter(person -> !person.id().equals(who.user()))
                .toList();
        String department = choice.currentOf(municipality, task.department());
        return new Choices(
                others.stream()
                        .filter(person -> own.stream().anyMatch(person::isIn))
                        .map(person -> choiceOf(municipality, person))
                        .toList(),
                choice.options(municipality).stream()
                        .filter(option -> !option.value().equals(department))
                        .toList(),
                others.stream().map(person -> choiceOf(municipality, person)).toList());
    }

    private Choice choiceOf(String municipality, Person person) {
        String department = Candidates.departmentOf(person.groups().get(0), municipality);
        return new Choice(
                person.id(),
                person.name(),
                departments.nameOf(municipality, choice.currentOf(municipality, department)));
    }

    private static Question question(DeskTask task, List<TaskEvent> past, List<Line> lines) {
        Optional<Line> asked = last(past, lines, Kind.ASKED);
        if (task.question() != null) {
            return new Question(true, asked.orElse(null), null);
        }
        return last(past, lines, Kind.ANSWERED)
                .map(answer -> new Question(false, asked.orElse(null), answer))
                .filter(question -> lines.indexOf(question.asked()) < lines.indexOf(question.answer()))
                .orElse(null);
    }

    private static Optional<Line> last(List<TaskEvent> past, List<Line> lines, Kind kind) {
        for (int i = past.size() - 1; i >= 0; i--) {
            if (past.get(i).kind() == kind) {
                return Optional.of(lines.get(i));
            }
        }
        return Optional.empty();
    }

    private List<String> possible(DeskTask task, boolean cameFromElsewhere, Login who) {
        List<String> may = new ArrayList<>();
        if (task.task().isSuspended()) {
            // It rests with its measure.
            return may;
        }
        add(may, task.due() != null && superiors.mayExtend(task, who), "EXTEND");
        if (task.question() != null) {
            add(may, task.isAskedOf(who), "ANSWER");
            add(may, who.user().equals(task.question().by()) || task.isSuperior(who), "WITHDRAW");
            return may;
        }
        boolean moves = task.isWorkOf(who) || task.isSuperior(who);
        add(may, moves, "FOLLOW_UP");
        add(may, moves && task.followUp() != null, "BRING_BACK");
        add(may, moves, "HAND_OVER");
        add(may, task.isWorkOf(who), "ASK");
        add(may, moves && task.task().getAssignee() != null, "RELEASE");
        add(may, moves && cameFromElsewhere, "SEND_BACK");
        return may;
    }

    private static void add(List<String> may, boolean holds, String action) {
        if (holds) {
            may.add(action);
        }
    }
}
