package de.kreislaufstadt.survey;

import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.RStrategy;
import de.kreislaufstadt.measure.ReportedValue;
import java.util.Set;
import java.util.UUID;

/**
 * An entry of the register of circular activities in the city group.
 *
 * @param quantity what is known about the amount; null where nothing was said about it
 * @param mailbox address of a department, never of a person
 * @param need what would move the activity on
 */
record Activity(
        UUID id,
        String name,
        String description,
        CircularField circularField,
        RStrategy rStrategy,
        String materialStream,
        ReportedValue quantity,
        ActivityState state,
        String mailbox,
        Set<Obstacle> obstacles,
        String need) {

    Activity withQuantity(ReportedValue reported) {
        return new Activity(
                id,
                name,
                description,
                circularField,
                rStrategy,
                materialStream,
                reported,
                state,
                mailbox,
                obstacles,
                need);
    }
}
