package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.process.RetentionPeriods;
import java.time.Period;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a municipality's operator may set for workshops.
 *
 * @param planned workshops a measure gets when it enters the phase
 * @param min proposed least number of participants
 * @param target proposed number of participants
 * @param max proposed number of places
 * @param periods how long invitations and objections are kept after the release of the minutes
 * @param provisionalRetention time invitations are kept after the workshop as long as no minutes are released
 * @param leastResponses fewer questionnaires than this are not broken down, since ratings would point at persons
 */
@Component
public record WorkshopSettings(
        @Value("${kreislaufstadt.workshops.planned:2}") int planned,

        @Value("${kreislaufstadt.workshops.min-participants:24}")
        int min,

        @Value("${kreislaufstadt.workshops.target-participants:30}")
        int target,

        @Value("${kreislaufstadt.workshops.max-participants:36}")
        int max,

        RetentionPeriods periods,

        @Value("${kreislaufstadt.workshops.provisional-retention:P12M}")
        Period provisionalRetention,

        @Value("${kreislaufstadt.workshops.least-responses:5}")
        int leastResponses) {

    /** @return time invitations are kept after the release of the minutes */
    public Period retention(String municipality) {
        return periods.of(municipality, "invitations");
    }
}
