package de.kreislaufstadt.process.engine.desk;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.engine.model.ModelWords;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;

/**
 * An open task with what decides who may move it.
 *
 * @param task the engine's task as it was read: writing it back fails if somebody has changed it since
 * @param group group whose task it is, not one that is only asked about it
 * @param question the question it waits for the answer to, null = none
 * @param deputies who stands in today for the person who holds it
 */
record DeskTask(
        Task task,
        String municipality,
        String group,
        String process,
        UUID measure,
        String number,
        TaskEvent question,
        List<String> deputies) {

    String id() {
        return task.getId();
    }

    String department() {
        return group == null ? null : Candidates.departmentOf(group, municipality);
    }

    LocalDate due() {
        return day(task.getDueDate());
    }

    LocalDate followUp() {
        return day(task.getFollowUpDate());
    }

    boolean isHeldBy(Login who) {
        return who.user().equals(task.getAssignee());
    }

    /** Whose group it is in; with the groups of the sign-in, hence also for those who stand in for somebody. */
    boolean isInGroupOf(Login who) {
        return group != null && who.groups().contains(group);
    }

    /** Head of the department: acts for people who are absent. */
    boolean isSuperior(Login who) {
        return group != null && who.groups().contains(Candidates.group(municipality, department(), true));
    }

    /** Works on it: holds it, stands in for who holds it, or could claim it. */
    boolean isWorkOf(Login who) {
        return isHeldBy(who) || deputies.contains(who.user()) || task.getAssignee() == null && isInGroupOf(who);
    }

    /** Has been asked about it, or stands in for who has. */
    boolean isAskedOf(Login who) {
        if (question == null) {
            return false;
        }
        return question.toGroup() == null
                ? isHeldBy(who)
                : who.groups().contains(question.toGroup()) && (isHeldBy(who) || task.getAssignee() == null);
    }

    static LocalDate day(Date moment) {
        return moment == null
                ? null
                : moment.toInstant().atZone(ModelWords.ZONE).toLocalDate();
    }
}
