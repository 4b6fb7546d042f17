package de.kreislaufstadt.process.engine.desk;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentChoice;
import de.kreislaufstadt.process.Drafts;
import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.process.engine.desk.TaskActionRefused.Cause;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.people.Colleagues;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import de.kreislaufstadt.process.engine.record.TaskEvent.Kind;
import de.kreislaufstadt.process.engine.task.CompletedForms;
import de.kreislaufstadt.process.engine.task.TaskDesk;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questions about open tasks (Rückfragen): whoever is asked sees the task, fills what they know and answers; then it lies
 * again before who asked. Nobody can complete or move it meanwhile.
 */
@Component
public class QuestionDesk {

    private final DeskTasks tasks;
    private final HandOverDesk desk;
    private final TaskMoves moves;
    private final TaskDesk forms;
    private final CompletedForms checks;
    private final Colleagues colleagues;
    private final DepartmentChoice departments;
    private final Drafts drafts;
    private final Accounts accounts;

    QuestionDesk(
            DeskTasks tasks,
            HandOverDesk desk,
            TaskMoves moves,
            TaskDesk forms,
            CompletedForms checks,
            Colleagues colleagues,
            DepartmentChoice departments,
            Drafts drafts,
            Accounts accounts) {
        this.tasks = tasks;
        this.desk = desk;
        this.moves = moves;
        this.forms = forms;
        this.checks = checks;
        this.colleagues = colleagues;
        this.departments = departments;
        this.drafts = drafts;
        this.accounts = accounts;
    }

    /**
     * What somebody wants to know.
     *
     * @param person engine user id of who is asked; null where a department is
     * @param department key of the department that is asked; null where a person is
     */
    public record Question(String person, String department, String question) {}

    /**
     * What somebody answers.
     *
     * @param data the form as they have filled it; null if they have left it as it was
     */
    public record Answer(String answer, JsonNode data) {}

    /**
     * Asks a person or a department of the municipality.
     *
     * @throws de.kreislaufstadt.form.FormRefused if nobody or two are named, whom nobody knows, or nothing is asked
     * @throws TaskActionRefused if the task is not the person's to work on
     */
    @Transactional
    public UUID ask(String id, Question wish, Login who) {
        DeskTask task = desk.movable(id, who);
        if (!task.isWorkOf(who)) {
            throw notWorkOf(task);
        }
        Problems problems = new Problems();
        String text = Wording.text(problems, "question", wish.question(), true);
        boolean person = isGiven(wish.person());
        boolean department = isGiven(wish.department());
        // An empty department was looked for in the list of departments: that is the field to point at.
        problems.check(person || department, wish.department() == null ? "person" : "department", "form.required")
                .check(!person || !department, "department", "task.question.one");
        problems.check(!person || isSomebodyElse(task, wish.person(), who), "person", "task.question.nobody");
        problems.check(!department || isAnother(task, wish.department()), "department", "task.question.department");
        problems.throwIfAny();
        String group = department ? Candidates.group(task.municipality(), wish.department(), false) : null;
        TaskEvent event = moves.ask(task, who, person ? wish.person() : null, group, text);
        moves.tell(TaskNotice.Kind.ASKED, task, event, group, event.givenTo());
        return event.id();
    }

    /**
     * Answers: with a text, and with the form if the person has filled it. A form passes the check that completing it would
     * make; it becomes the draft of who asked.
     *
     * @throws de.kreislaufstadt.form.FormRefused if the text is missing or the form would be refused
     * @throws TaskActionRefused if the person is not asked
     */
    @Transactional
    public UUID answer(String id, Answer wish, Login who) {
        DeskTask task = asked(id, who);
        if (!task.isAskedOf(who)) {
            throw new TaskActionRefused(Cause.FORBIDDEN, "task.question.notYours");
        }
        Problems problems = new Problems();
        String text = Wording.text(problems, "answer", wish.answer(), true);
        problems.throwIfAny();
        boolean filled = wish.data() != null && !wish.data().isNull();
        if (filled) {
            checks.check(forms.context(task.task(), who.user()), wish.data());
        }
        String asker = task.question().by();
        TaskEvent event = moves.endQuestion(task, who, Kind.ANSWERED, text);
        if (filled) {
            drafts.put(task.municipality(), id, asker, wish.data());
            moves.filled(event);
        }
        moves.tell(TaskNotice.Kind.ANSWERED, task, event, task.group(), asker);
        return event.id();
    }

    /** Withdraws a question: by who asked, for somebody absent by the head of the department or an administrator. */
    @Transactional
    public UUID withdraw(String id, Login who) {
        DeskTask task = asked(id, who);
        if (!who.user().equals(task.question().by()) && !task.isSuperior(who)) {
            throw new TaskActionRefused(Cause.FORBIDDEN, "task.question.notAsker");
        }
        return moves.endQuestion(task, who, Kind.WITHDRAWN, null).id();
    }

    private DeskTask asked(String id, Login who) {
        DeskTask task = tasks.seenBy(who, id);
        if (task.question() == null) {
            throw new TaskActionRefused(Cause.CONFLICT, "task.question.none");
        }
        return task;
    }

    private TaskActionRefused notWorkOf(DeskTask task) {
        String holder = task.task().getAssignee();
        return holder == null
                ? new TaskActionRefused(Cause.FORBIDDEN, "process.forbidden")
                : new TaskActionRefused(Cause.CONFLICT, "task.heldBy", accounts.nameOf(holder));
    }

    private boolean isSomebodyElse(DeskTask task, String user, Login who) {
        return !user.equals(who.user())
                && colleagues.of(task.municipality()).stream()
                        .anyMatch(person -> person.id().equals(user));
    }

    private boolean isAnother(DeskTask task, String department) {
        return departments.isCurrent(task.municipality(), department)
                && !department.equals(departments.currentOf(task.municipality(), task.department()));
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
