package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.RStrategy;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One version of a project sketch as stored, without its reported values and indicators.
 *
 * @param agencyRoles names of {@link AgencyRole}s, separated by commas
 */
record Sketch(
        UUID id,
        UUID ideaId,
        int version,
        String title,
        CircularField field,
        RStrategy mainRStrategy,
        String problem,
        String solution,
        String goal,
        String materialStream,
        String bearer,
        boolean bearerOutside,
        String partners,
        String agencyRoles,
        LocalDate startsOn,
        int months,
        String staff,
        String risks,
        String legalQuestions,
        String nextSteps) {}
