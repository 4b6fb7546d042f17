package de.kreislaufstadt.workshop;

import de.kreislaufstadt.process.DueDates;
import de.kreislaufstadt.process.TaskContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;

/** Everything takes two weeks. */
record TwoWeeks(Clock clock) implements DueDates {

    @Override
    public LocalDate dueDate(TaskContext scope) {
        return endOfPeriod(scope, "");
    }

    @Override
    public LocalDate endOfPeriod(TaskContext scope, String period) {
        return LocalDate.now(clock).plusWeeks(2);
    }

    @Override
    public LocalTime morning(String municipality) {
        return LocalTime.of(6, 30);
    }

    @Override
    public String recurrence(TaskContext scope, String name) {
        return "R/P3M";
    }
}
