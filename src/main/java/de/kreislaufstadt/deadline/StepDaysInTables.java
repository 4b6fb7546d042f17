package de.kreislaufstadt.deadline;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.process.Decisions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** As the decision table {@code working-days} says, unless the municipality says otherwise. */
@Component
class StepDaysInTables implements StepDays {

    private final Decisions decisions;
    private final Municipalities municipalities;

    StepDaysInTables(Decisions decisions, Municipalities municipalities) {
        this.decisions = decisions;
        this.municipalities = municipalities;
    }

    @Override
    public int of(String municipality, String taskOrPeriod) {
        return municipalities
                .workingDays(municipality, taskOrPeriod)
                .orElseGet(() -> inTable(municipality, taskOrPeriod));
    }

    private int inTable(String municipality, String taskOrPeriod) {
        List<Map<String, Object>> rows = decisions.evaluate(
                municipality, "working-days", Map.of("task", taskOrPeriod, "municipality", municipality));
        return rows.isEmpty() ? 0 : ((Number) rows.get(0).get("days")).intValue();
    }
}
