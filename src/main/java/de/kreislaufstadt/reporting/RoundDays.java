package de.kreislaufstadt.reporting;

import de.kreislaufstadt.process.DueDates;
import de.kreislaufstadt.process.TaskContext;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Until when the steps of a round are to be done that are no tasks: periods of the table of working days that begin today. */
@Component
class RoundDays {

    private static final String PAPER = "council-paper";
    private static final String RELEASE = "round-release";

    private final DueDates dueDates;

    RoundDays(DueDates dueDates) {
        this.dueDates = dueDates;
    }

    LocalDate forPaper(String municipality) {
        return end(municipality, PAPER);
    }

    LocalDate forRelease(String municipality) {
        return end(municipality, RELEASE);
    }

    private LocalDate end(String municipality, String period) {
        return dueDates.endOfPeriod(
                new TaskContext(municipality, null, null, null, RoundCourse.PROCESS, period, null, null, Map.of()),
                period);
    }
}
