package de.kreislaufstadt.deadline;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.process.Decisions;
import de.kreislaufstadt.process.DueDates;
import de.kreislaufstadt.process.ItemDates;
import de.kreislaufstadt.process.TaskContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Deadlines as the decision tables {@code working-days} and {@code recurrence} say, unless the municipality says otherwise. */
@Component
class DeadlineTables implements DueDates {

    private final Decisions decisions;
    private final Municipalities municipalities;
    private final WorkingDays workingDays;
    private final ObjectProvider<ItemDates> itemDates;
    private final Clock clock;
    private final LocalTime usualMorning;

    DeadlineTables(
            Decisions decisions,
            Municipalities municipalities,
            WorkingDays workingDays,
            ObjectProvider<ItemDates> itemDates,
            Clock clock,
            @Value("${kreislaufstadt.reminders.at:06:30}") String usualMorning) {
        this.decisions = decisions;
        this.municipalities = municipalities;
        this.workingDays = workingDays;
        this.itemDates = itemDates;
        this.clock = clock;
        this.usualMorning = LocalTime.parse(usualMorning);
    }

    @Override
    public LocalDate dueDate(TaskContext scope) {
        return rule(scope, scope.taskKey())
                .map(rule -> rule.until()
                        .map(until -> workingDays.sameOrNext(scope.municipality(), until))
                        .orElseGet(() -> workingDays.after(scope.municipality(), rule.base(), rule.days())))
                .orElse(null);
    }

    /** A municipality that sets a period to no days has abolished it: it was over before it began, on free days too. */
    @Override
    public LocalDate endOfPeriod(TaskContext scope, String period) {
        Rule rule = rule(scope, period)
                .orElseThrow(() -> new IllegalStateException("No period " + period + " in decision working-days"));
        return rule.days() == 0
                ? rule.base().minusDays(1)
                : workingDays.after(scope.municipality(), rule.base(), rule.days());
    }

    @Override
    public LocalTime morning(String municipality) {
        return municipalities.reminderTime(municipality).orElse(usualMorning);
    }

    @Override
    public String recurrence(TaskContext scope, String name) {
        return municipalities
                .recurrence(scope.municipality(), name)
                .orElseGet(() -> decisions
                        .evaluate(
                                scope.municipality(),
                                "recurrence",
                                Map.of("name", name, "municipality", scope.municipality()))
                        .stream()
                        .findFirst()
                        .map(row -> row.get("cycle").toString())
                        .orElseThrow(() -> new IllegalStateException("No cycle " + name + " in decision recurrence")));
    }

    private Optional<Rule> rule(TaskContext scope, String name) {
        List<Map<String, Object>> rows = decisions.evaluate(
                scope.municipality(), "working-days", Map.of("task", name, "municipality", scope.municipality()));
        return rows.stream().findFirst().map(row -> {
            int days = ((Number) row.get("days")).intValue();
            return new Rule(
                    municipalities.workingDays(scope.municipality(), name).orElse(days),
                    // A base that nobody knows (e.g. of a measure taken over without that date): rather early than
                    // never.
                    day(scope, row.get("base")).orElseGet(() -> LocalDate.now(clock)),
                    // A day that is over binds nobody any more, e.g. a goal's when more is to be collected for it.
                    day(scope, row.get("until")).filter(until -> !until.isBefore(LocalDate.now(clock))));
        });
    }

    /** @return the day that a column of the table names: a routing value, or a date that a module's rows carry */
    private Optional<LocalDate> day(TaskContext scope, Object column) {
        if (!(column instanceof String name) || name.isBlank()) {
            return Optional.empty();
        }
        return Stream.concat(
                        Optional.ofNullable(scope.date(name)).stream(),
                        itemDates.orderedStream().flatMap(known -> known.date(scope, name).stream()))
                .findFirst();
    }

    /** @param until the day that somebody has set for the task, if it is not over */
    private record Rule(int days, LocalDate base, Optional<LocalDate> until) {}
}
