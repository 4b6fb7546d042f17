package de.kreislaufstadt.measure;

import de.kreislaufstadt.process.ItemDates;
import de.kreislaufstadt.process.TaskContext;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Meeting a condition is due on the day that the decision has set. */
@Component
class ConditionDates implements ItemDates {

    private final ConditionTable conditions;

    ConditionDates(ConditionTable conditions) {
        this.conditions = conditions;
    }

    @Override
    public Optional<LocalDate> date(TaskContext scope, String name) {
        return "conditionDue".equals(name) && scope.text("conditionId") != null
                ? Optional.of(conditions
                        .find(scope.municipality(), scope.id("conditionId"))
                        .due())
                : Optional.empty();
    }
}
