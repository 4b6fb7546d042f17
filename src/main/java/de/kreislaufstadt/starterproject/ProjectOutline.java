package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.measure.CircularField;
import java.util.List;

/**
 * What others may read of the sketch of an adopted starter project: nothing of its bearer, its partners, its staff, its money, its risks
 * and its rating.
 *
 * @param mainRStrategy name of the strategy, e.g. {@code R3}
 * @param agencyRoles names of the roles of the economic development agency
 * @param months how long it takes
 * @param indicators names of what its success is measured by
 */
public record ProjectOutline(
        String title,
        CircularField field,
        String mainRStrategy,
        String problem,
        String solution,
        String goal,
        String materialStream,
        List<String> agencyRoles,
        int months,
        List<String> indicators) {}
