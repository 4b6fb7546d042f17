package de.kreislaufstadt.countermeasure;

import de.kreislaufstadt.process.DueDates;
import de.kreislaufstadt.process.OfficeDays;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Until when a countermeasure has to show effect: months as the law counts them (§§ 187, 188, 193 BGB). */
@Component
class Deadlines {

    private static final String NAME = "countermeasure";

    private final DueDates dueDates;
    private final OfficeDays days;

    Deadlines(DueDates dueDates, OfficeDays days) {
        this.dueDates = dueDates;
        this.days = days;
    }

    /**
     * @return the last day of the period that the table of recurrences names: the day of the same number, or the last one of
     *     the month; on a day off the next working day
     */
    LocalDate after(String municipality, LocalDate event) {
        TaskContext scope = new TaskContext(municipality, null, null, null, NAME, NAME, null, null, Map.of());
        String cycle = dueDates.recurrence(scope, NAME);
        return sameOrNext(municipality, event.plus(Period.parse(cycle.substring(cycle.indexOf('/') + 1))));
    }

    LocalDate sameOrNext(String municipality, LocalDate day) {
        return days.sameOrNext(municipality, day);
    }

    /** @return what the process goes by: the last day, and the one after it, on which the time is over */
    static Outcome until(LocalDate deadline) {
        return Outcome.of("effectUntil", deadline).and("deadlineOver", deadline.plusDays(1));
    }
}
