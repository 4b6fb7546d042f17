package de.kreislaufstadt.deadline;

import de.kreislaufstadt.deadline.ReminderTable.Planned;
import de.kreislaufstadt.department.ReminderStage;
import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.process.WatchedTask;
import de.kreislaufstadt.process.WatchedTasks;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One look at all open tasks of a municipality. It takes a page at a time and commits it: a run needs the memory of one
 * page however many tasks there are, and when a node dies, the next one plans what is missing and nothing twice.
 */
@Component
class ReminderRun {

    /** Three statements a page: the tasks, their extensions, what is planned. */
    static final int PAGE = 1000;

    private final WatchedTasks tasks;
    private final ReminderPlans plans;
    private final ReminderCalendar calendar;
    private final ReminderTable reminders;
    private final ExtensionTable extensions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate ownTransaction;

    ReminderRun(
            WatchedTasks tasks,
            ReminderPlans plans,
            ReminderCalendar calendar,
            ReminderTable reminders,
            ExtensionTable extensions,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.tasks = tasks;
        this.plans = plans;
        this.calendar = calendar;
        this.reminders = reminders;
        this.extensions = extensions;
        this.events = events;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return number of reminders and escalations that this run has planned */
    int plan(String municipality, LocalDate today) {
        Map<String, List<ReminderStage>> stages = new HashMap<>();
        int planned = 0;
        String after = "";
        while (after != null) {
            Page page = page(municipality, after, stages, today);
            planned += page.planned();
            after = page.last();
        }
        return planned;
    }

    /** @param last id of the last task; null when there are no more */
    private record Page(int planned, String last) {}

    private Page page(String municipality, String after, Map<String, List<ReminderStage>> stages, LocalDate today) {
        return ownTransaction.execute(status -> {
            List<WatchedTask> open = tasks.page(municipality, after, PAGE);
            Map<String, LocalDate> changes = extensions.lastChanges(municipality, open);
            List<Planned> due = open.stream()
                    .filter(task -> task.group() != null || task.assignee() != null)
                    .flatMap(task -> {
                        List<ReminderStage> plan =
                                stages.computeIfAbsent(task.key(), key -> plans.of(municipality, key));
                        LocalDate since = changes.getOrDefault(task.id(), task.created());
                        return calendar.latest(municipality, plan, task, since, today).stream()
                                .map(stage -> new Planned(UUID.randomUUID(), task, stage));
                    })
                    .toList();
            Set<UUID> fresh = reminders.plan(municipality, due, today);
            due.stream()
                    .filter(row -> fresh.contains(row.id()))
                    .flatMap(ReminderRun::notice)
                    .forEach(notice -> events.publishEvent(notice));
            return new Page(
                    fresh.size(),
                    open.size() < PAGE ? null : open.get(open.size() - 1).id());
        });
    }

    /** To who has claimed the task, and where nobody has or whoever had cannot act any more, to its group. */
    private static Stream<TaskNotice> notice(Planned row) {
        if (row.due().stage().action() != ReminderStage.Action.REMIND) {
            return Stream.empty();
        }
        WatchedTask task = row.task();
        return Stream.of(new TaskNotice(
                TaskNotice.Kind.REMINDED,
                task.municipality(),
                task.id(),
                task.key(),
                task.measureId(),
                task.measureNumber(),
                task.group(),
                task.assignee(),
                task.due(),
                row.id().toString()));
    }
}
