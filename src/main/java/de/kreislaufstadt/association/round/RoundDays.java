package de.kreislaufstadt.association.round;

import de.kreislaufstadt.process.DueDates;
import de.kreislaufstadt.process.OfficeDays;
import de.kreislaufstadt.process.TaskContext;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How long members may answer: periods of the table of working days that begin today. */
@Component
class RoundDays {

    private static final String USUAL = "component-comments";
    private static final String LEAST = "component-comments-least";

    private final DueDates dueDates;
    private final OfficeDays days;

    RoundDays(DueDates dueDates, OfficeDays days) {
        this.dueDates = dueDates;
        this.days = days;
    }

    /** @return the last day that a draft proposes */
    LocalDate usualEnd(String office) {
        return end(office, USUAL);
    }

    /** @return the first day that a draft may name as the last one */
    LocalDate leastEnd(String office) {
        return end(office, LEAST);
    }

    /** A deadline moves to the next working day, and would then lie behind the day that ends it. */
    boolean isWorkingDay(String office, LocalDate day) {
        return days.sameOrNext(office, day).equals(day);
    }

    private LocalDate end(String office, String period) {
        return dueDates.endOfPeriod(
                new TaskContext(office, null, null, null, RoundCourse.PROCESS, period, null, null, Map.of()), period);
    }
}
