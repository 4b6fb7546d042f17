package de.kreislaufstadt.workshop;

import de.kreislaufstadt.deadline.WorkingDays;
import java.time.LocalDate;

/** A city whose people work every day. */
final class EveryDay implements WorkingDays {

    @Override
    public boolean isWorkingDay(String municipality, LocalDate day) {
        return true;
    }

    @Override
    public LocalDate sameOrNext(String municipality, LocalDate day) {
        return day;
    }

    @Override
    public LocalDate after(String municipality, LocalDate event, int days) {
        return event.plusDays(days);
    }

    @Override
    public LocalDate monthsAfter(String municipality, LocalDate event, int months) {
        return event.plusMonths(months);
    }
}
