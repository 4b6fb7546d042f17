package de.kreislaufstadt.released;

import java.time.LocalDate;

/**
 * How far a municipality says it is with a component, as it has released it.
 *
 * @param component code of the component
 * @param maturity 0 to 4
 * @param progress code of how far it is taken over
 * @param builtOn version it builds on; null where none is named
 * @param asOf day it describes
 * @param source where it stands
 */
public record ReleasedMaturity(
        String municipality,
        String component,
        int maturity,
        String progress,
        Integer builtOn,
        LocalDate asOf,
        String source) {}
