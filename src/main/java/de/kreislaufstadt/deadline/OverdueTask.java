package de.kreislaufstadt.deadline;

import de.kreislaufstadt.deadline.ExtensionTable.Extension;
import de.kreislaufstadt.deadline.ExtensionTable.Subject;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.process.WatchedTask;
import de.kreislaufstadt.process.WatchedTasks;
import de.kreislaufstadt.process.WatchedTasks.Decision;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The task that a clarification is about: what its form shows, and what becomes of it. */
@Component
class OverdueTask {

    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Texts texts = Texts.of("deadline");
    private final WatchedTasks tasks;
    private final ExtensionTable extensions;
    private final Clarifications clarifications;
    private final WorkingDays workingDays;
    private final DepartmentDirectory departments;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OverdueTask(
            WatchedTasks tasks,
            ExtensionTable extensions,
            Clarifications clarifications,
            WorkingDays workingDays,
            DepartmentDirectory departments,
            Accounts accounts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.extensions = extensions;
        this.clarifications = clarifications;
        this.workingDays = workingDays;
        this.departments = departments;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    Map<String, ?> shown(TaskContext scope) {
        List<Extension> changes = extensions.of(scope.municipality(), scope.text(Clarifications.TASK));
        String lines = find(scope)
                .map(task -> Markdown.list(List.of(
                        texts.get("deadline.overdue.task", task.name()),
                        texts.get(
                                "deadline.overdue.department",
                                departments.nameOf(task.municipality(), task.department())),
                        task.assignee() == null
                                ? texts.get("deadline.overdue.unclaimed")
                                : texts.get("deadline.overdue.claimedBy", accounts.nameOf(task.assignee())),
                        texts.get("deadline.overdue.due", ReadersLanguage.day(task.due())))))
                .orElseGet(() -> texts.get("deadline.overdue.done"));
        String dates = changes.isEmpty()
                ? texts.get("deadline.overdue.original")
                : Markdown.table(
                        List.of(texts.get("deadline.overdue.head").split(";")),
                        changes.stream()
                                .map(change -> List.of(
                                        ReadersLanguage.day(change.on()),
                                        ReadersLanguage.day(change.original()),
                                        ReadersLanguage.day(change.previous()),
                                        ReadersLanguage.day(change.due()),
                                        Objects.toString(change.reason(), "–")))
                                .toList());
        return Map.of("overdue", lines, "extensions", dates);
    }

    Map<String, List<Option>> options(TaskContext scope) {
        return Map.of("people", find(scope).map(tasks::people).orElse(List.of()));
    }

    /** @throws FormRefused if the new date lies in the past or the reason is blank */
    Outcome clarified(TaskContext scope, ClarifyForm form) {
        LocalDate today = LocalDate.now(clock);
        if (form.due().isBefore(today)) {
            throw FormRefused.at("due", "deadline.due.past");
        }
        if (form.reason().isBlank()) {
            throw FormRefused.at("reason", "deadline.reason.blank");
        }
        return find(scope).map(task -> goesOn(scope, task, form, today)).orElseGet(Outcome::none);
    }

    private Outcome goesOn(TaskContext scope, WatchedTask task, ClarifyForm form, LocalDate today) {
        LocalDate due = workingDays.sameOrNext(task.municipality(), form.due());
        LocalDate original = extensions.original(task.municipality(), task.id()).orElse(task.due());
        Extension change = new Extension(
                original, task.due(), due, form.result(), form.reason().strip(), today);
        extensions.add(Subject.of(task), change, scope.actor());
        boolean changesHands = form.result() != ClarifyResult.EXTEND;
        String person = form.result() == ClarifyResult.REASSIGN ? form.person() : null;
        UUID event = tasks.decide(task, new Decision(due, changesHands, person, change.reason(), scope.actor()));
        if (changesHands) {
            events.publishEvent(handedOver(task, person, due, event));
        }
        clarifications.clarified(task);
        return Outcome.none().noting(note(task, change));
    }

    private static TaskNotice handedOver(WatchedTask task, String person, LocalDate due, UUID event) {
        return new TaskNotice(
                TaskNotice.Kind.HANDED_OVER,
                task.municipality(),
                task.id(),
                task.key(),
                task.measureId(),
                task.measureNumber(),
                task.group(),
                person,
                due,
                event.toString());
    }

    /** Without the reason, which is internal and forgotten one day; the history of steps stays. */
    private static String note(WatchedTask task, Extension change) {
        String step = switch (change.step()) {
            case EXTEND -> "mehr Zeit";
            case REASSIGN -> "einer anderen Person übertragen";
            case RETURN -> "an den Fachbereich zurückgegeben";
        };
        return "„%s“: %s, Frist %s statt %s (ursprünglich %s)."
                .formatted(
                        task.name(),
                        step,
                        GERMAN.format(change.due()),
                        GERMAN.format(change.previous()),
                        GERMAN.format(change.original()));
    }

    private Optional<WatchedTask> find(TaskContext scope) {
        return tasks.find(scope.municipality(), scope.text(Clarifications.TASK));
    }
}
