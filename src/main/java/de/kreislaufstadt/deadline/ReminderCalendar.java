package de.kreislaufstadt.deadline;

import de.kreislaufstadt.department.ReminderStage;
import de.kreislaufstadt.process.WatchedTask;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which stage of a task has come. */
@Component
class ReminderCalendar {

    private final WorkingDays workingDays;

    ReminderCalendar(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /**
     * @param anchor day the stage counts from: it changes with an extension, and the stages begin anew
     * @param day on which the stage has come
     */
    record DueStage(ReminderStage stage, LocalDate anchor, LocalDate day) {}

    /**
     * Only the latest stage that has come: after days of standstill nobody gets three mails at once. A stage whose day had
     * passed when the task came up or got its date is none: who has just got a task knows of it. A task that came up after
     * its last day counts from the day it came up.
     *
     * @param since day on which the task came up or was last given another date
     */
    Optional<DueStage> latest(
            String municipality, List<ReminderStage> stages, WatchedTask task, LocalDate since, LocalDate today) {
        LocalDate due = task.due().isBefore(since) ? since : task.due();
        return stages.stream()
                .map(stage -> {
                    LocalDate anchor = stage.base() == ReminderStage.Base.DUE ? due : task.created();
                    return new DueStage(stage, anchor, day(municipality, anchor, stage.workingDays()));
                })
                .filter(stage -> stage.day().isAfter(since) && !stage.day().isAfter(today))
                .max(Comparator.comparing(DueStage::day)
                        .thenComparing(stage -> stage.stage().action())
                        .thenComparing(stage -> stage.stage().workingDays()));
    }

    private LocalDate day(String municipality, LocalDate anchor, int days) {
        return days < 0
                ? workingDays.before(municipality, anchor, -days)
                : workingDays.after(municipality, anchor, days);
    }
}
