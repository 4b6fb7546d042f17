package de.kreislaufstadt.process.engine.steer;

import de.kreislaufstadt.process.DueDates;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.engine.steer.MeasureTree.TreeTask;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Days that people outside of the city have been told: the workshop's, the end of its registration, the last one for
 * objections. They are facts and stay when a measure rests, and so do the deadlines that hang on them.
 */
@Component
class PromisedDays {

    private static final Set<String> VALUES = Set.of("workshopDate", "registrationUntil");
    private static final Set<String> EVENTS = Set.of("workshop-day", "objection-period-over");

    private final DueDates dueDates;
    private final TreeScopes scopes;

    PromisedDays(@Lazy DueDates dueDates, TreeScopes scopes) {
        this.dueDates = dueDates;
        this.scopes = scopes;
    }

    boolean isFor(String event) {
        return EVENTS.contains(event);
    }

    /** @return whether the task's last day would be another one if the promised day were */
    boolean isDueBy(String municipality, String number, TreeTask task) {
        TaskContext now = scopes.of(municipality, number, task);
        Map<String, Object> moved = new HashMap<>(now.values());
        VALUES.forEach(name -> moved.computeIfPresent(
                name, (key, day) -> LocalDate.parse(day.toString()).plusWeeks(1)));
        return !moved.equals(now.values())
                && !Objects.equals(dueDates.dueDate(now), dueDates.dueDate(TreeScopes.with(now, now.lead(), moved)));
    }
}
