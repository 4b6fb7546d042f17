package de.kreislaufstadt.process;

import java.time.LocalDate;

/** On which days people of a municipality are at work; answered by the module that knows the holidays. */
public interface OfficeDays {

    /** @return the day itself, or the next working day of the municipality */
    LocalDate sameOrNext(String municipality, LocalDate day);
}
