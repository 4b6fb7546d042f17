package de.kreislaufstadt.measure;

import de.kreislaufstadt.measure.MeasureForm.ScheduleFields;
import de.kreislaufstadt.measure.MeasureRecord.Finance;
import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.measure.MeasureRecord.Outline;
import de.kreislaufstadt.measure.MeasureRecord.Pathway;
import de.kreislaufstadt.measure.MeasureRecord.Responsibility;
import java.util.List;

/**
 * Data of the form {@code rework-proposal}: the whole record, and an answer to everything that had to be changed.
 *
 * @param changes one answer per item
 */
record ReworkForm(
        List<ReworkItem.Answer> changes,
        Outline outline,
        Pathway pathway,
        Responsibility responsibility,
        ScheduleFields schedule,
        ReportedValueForm renewableEnergy,
        ReportedValueForm replacedEnergy,
        ReportedValueForm co2,
        ReportedValueForm cost,
        Finance finance,
        List<Indicator> indicators,
        List<Source> sources,
        Source source) {

    ReworkForm {
        changes = Blank.toEmpty(changes);
    }

    MeasureForm fields() {
        return new MeasureForm(
                outline,
                pathway,
                null,
                responsibility,
                schedule,
                renewableEnergy,
                replacedEnergy,
                co2,
                cost,
                finance,
                indicators,
                sources,
                source);
    }
}
