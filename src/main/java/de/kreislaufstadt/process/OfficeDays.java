package de.kreislaufstadt.process;

import java.time.LocalDate;

/** On which days people of a municipality are at work; answered by the module that knows the holidays. */
public interface OfficeDays {

    /** @return the day itself, or the next working day of the municipality */
    LocalDate sameOrNext(String municipality, LocalDate day);

    /** @return number of working days after the first day, up to and including the second; 0 where that is not later */
    default int between(String municipality, LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            days += sameOrNext(municipality, day).equals(day) ? 1 : 0;
        }
        return days;
    }

    /**
     * @param workingDays 0 or more
     * @return the day that many working days later; the day itself, free or not, for none
     */
    default LocalDate later(String municipality, LocalDate day, int workingDays) {
        LocalDate later = day;
        for (int counted = 0; counted < workingDays; counted++) {
            later = sameOrNext(municipality, later.plusDays(1));
        }
        return later;
    }
}
