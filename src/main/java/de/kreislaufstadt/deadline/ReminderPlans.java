package de.kreislaufstadt.deadline;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.department.ReminderStage;
import de.kreislaufstadt.process.Decisions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When open tasks make themselves heard: as the decision table {@code reminder-plan} says, unless the municipality says otherwise. */
@Component
class ReminderPlans {

    /** Stands for every task to which the table gives no rhythm of its own. */
    private static final String ANY = "";

    private final Decisions decisions;
    private final Municipalities municipalities;

    ReminderPlans(Decisions decisions, Municipalities municipalities) {
        this.decisions = decisions;
        this.municipalities = municipalities;
    }

    List<ReminderStage> of(String municipality, String task) {
        return municipalities.reminders(municipality, task).orElseGet(() -> {
            List<ReminderStage> own = byTable(municipality, task);
            return own.equals(byTable(municipality, ANY))
                    ? municipalities.usualReminders(municipality).orElse(own)
                    : own;
        });
    }

    private List<ReminderStage> byTable(String municipality, String task) {
        return decisions
                .evaluate(municipality, "reminder-plan", Map.of("task", task, "municipality", municipality))
                .stream()
                .map(row -> new ReminderStage(
                        ReminderStage.Base.valueOf((String) row.get("base")),
                        ((Number) row.get("days")).intValue(),
                        ReminderStage.Action.valueOf((String) row.get("action"))))
                .toList();
    }
}
