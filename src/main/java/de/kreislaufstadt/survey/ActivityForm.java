package de.kreislaufstadt.survey;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.RStrategy;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValueForm;
import java.util.Set;
import java.util.UUID;

/**
 * One row of the list of activities, the same in the survey and before an exchange.
 *
 * @param activity entry of the register the row is about; null if it is new
 */
record ActivityForm(
        UUID activity,
        String name,
        String description,
        CircularField circularField,
        RStrategy rStrategy,
        String materialStream,
        ReportedValueForm quantity,
        ActivityState state,
        String mailbox,
        Set<Obstacle> obstacles,
        String need) {

    static ActivityForm from(Activity entry) {
        return new ActivityForm(
                entry.id(),
                entry.name(),
                entry.description(),
                entry.circularField(),
                entry.rStrategy(),
                entry.materialStream(),
                entry.quantity() == null ? null : ReportedValueForm.from(entry.quantity()),
                entry.state(),
                entry.mailbox(),
                entry.obstacles(),
                entry.need());
    }

    /**
     * The row as an entry of the register.
     *
     * @param known quantity the register has so far, kept where the row says nothing about it; null if there is none
     * @param row path of the row in the form; problems of the quantity are noted below it
     */
    Activity toActivity(UUID id, ReportedValue known, String row, Problems problems) {
        return new Activity(
                id,
                name.strip(),
                description.strip(),
                circularField,
                rStrategy,
                materialStream == null ? null : materialStream.strip(),
                ReportedValueForm.read(quantity, row + ".quantity", problems).orElse(known),
                state,
                mailbox.strip(),
                obstacles,
                need == null ? null : need.strip());
    }
}
