package de.kreislaufstadt.reporting;

import java.time.LocalDate;
import java.util.List;

/**
 * A round as somebody wants to open it.
 *
 * @param measures numbers of the measures that are to report; null or empty for all that run
 */
record NewRound(
        String name, LocalDate periodFrom, LocalDate periodTo, LocalDate cutOff, LocalDate due, List<String> measures) {

    NewRound {
        measures = measures == null ? List.of() : List.copyOf(measures);
    }
}
