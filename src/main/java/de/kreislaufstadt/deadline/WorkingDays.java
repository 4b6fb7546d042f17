package de.kreislaufstadt.deadline;

import java.time.LocalDate;

/**
 * Counts working days of a municipality: not Saturdays, Sundays, public holidays of its federal state, nor its closing days.
 * Deadlines are dates and end with the day; the day of the event is never counted (§§ 187, 188, 193 BGB).
 */
public interface WorkingDays {

    /** @return whether people of the municipality work on the day */
    boolean isWorkingDay(String municipality, LocalDate day);

    /** @return the day itself, or the next working day: a period that ends on a free day ends on the working day after it */
    LocalDate sameOrNext(String municipality, LocalDate day);

    /**
     * @param days working days, 0 or more; 0 gives {@link #sameOrNext}
     * @return the last day of a period of working days that begins after the day of the event
     */
    LocalDate after(String municipality, LocalDate event, int days);

    /**
     * @param days working days, 0 or more; 0 gives {@link #sameOrNext}
     * @return the day that many working days before a day, e.g. three before a Wednesday is the Friday before it
     */
    default LocalDate before(String municipality, LocalDate event, int days) {
        LocalDate begin = sameOrNext(municipality, event);
        for (int counted = 0; counted < days; counted++) {
            do {
                begin = begin.minusDays(1);
            } while (!isWorkingDay(municipality, begin));
        }
        return begin;
    }

    /**
     * @param months calendar months, 0 or more
     * @return the last day of a period of months: the day with the event's number, the last of a shorter month, or the next
     *     working day
     */
    LocalDate monthsAfter(String municipality, LocalDate event, int months);
}
