package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Distinct;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.MeasureRecord.Effects;
import de.kreislaufstadt.measure.MeasureRecord.Finance;
import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.measure.MeasureRecord.IndicatorValue;
import de.kreislaufstadt.measure.MeasureRecord.Outline;
import de.kreislaufstadt.measure.MeasureRecord.Pathway;
import de.kreislaufstadt.measure.MeasureRecord.Responsibility;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * The record of a measure as the fields of a form: proposing, reworking and changing ask for the same.
 *
 * @param lead key of the lead department; asked for only when a measure is proposed
 * @param source where this version's statements stand
 */
public record MeasureForm(
        Outline outline,
        Pathway pathway,
        String lead,
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

    public MeasureForm {
        indicators = Blank.toEmpty(indicators);
        sources = Blank.toEmpty(sources);
    }

    /**
     * When, as typed.
     *
     * @param plannedUntil text form of {@link PlannedUntil}
     */
    public record ScheduleFields(LocalDate begin, LocalDate end, String plannedUntil) {}

    /**
     * The record that these fields state.
     *
     * @throws FormRefused if fields contradict each other
     */
    public MeasureRecord toRecord() {
        Problems problems = new Problems();
        checkIndicators(problems);
        MeasureRecord.Schedule when = schedule(problems);
        Effects effects = new Effects(
                reported(renewableEnergy, "renewableEnergy", problems),
                reported(replacedEnergy, "replacedEnergy", problems),
                reported(co2, "co2", problems),
                reported(cost, "cost", problems));
        problems.throwIfAny();
        return new MeasureRecord(outline, pathway, responsibility, when, effects, finance, indicators, sources);
    }

    /** The fields that state this record, to prefill a form; without a source, since the next version has its own. */
    static MeasureForm of(MeasureRecord record) {
        MeasureRecord.Schedule when = record.schedule();
        return new MeasureForm(
                record.outline(),
                record.pathway(),
                null,
                record.responsibility(),
                new ScheduleFields(
                        when.begin(),
                        when.end(),
                        when.plannedUntil() == null ? null : when.plannedUntil().text()),
                ReportedValueForm.from(record.effects().renewableEnergy()),
                ReportedValueForm.from(record.effects().replacedEnergy()),
                ReportedValueForm.from(record.effects().co2()),
                ReportedValueForm.from(record.effects().cost()),
                record.finance(),
                record.indicators(),
                record.sources(),
                null);
    }

    private MeasureRecord.Schedule schedule(Problems problems) {
        problems.check(startsBy(schedule.end()), "schedule.end", "measure.schedule.endBeforeBegin");
        PlannedUntil planned = null;
        if (Blank.toNull(schedule.plannedUntil()) != null) {
            try {
                planned = PlannedUntil.parse(schedule.plannedUntil());
                problems.check(
                        startsBy(planned.lastDay()), "schedule.plannedUntil", "measure.schedule.plannedBeforeBegin");
            } catch (DateTimeException e) {
                problems.check(false, "schedule.plannedUntil", "measure.schedule.plannedUnreadable");
            }
        }
        return new MeasureRecord.Schedule(schedule.begin(), schedule.end(), planned);
    }

    /** The form asks for the begin; of files that are taken over not every one knows it. */
    private boolean startsBy(LocalDate day) {
        return day == null || schedule.begin() == null || !day.isBefore(schedule.begin());
    }

    private static ReportedValue reported(ReportedValueForm fields, String path, Problems problems) {
        try {
            return fields.toReportedValue(path);
        } catch (FormRefused e) {
            problems.addAll(e.problems());
            return null;
        }
    }

    private void checkIndicators(Problems problems) {
        for (int i = 0; i < indicators.size(); i++) {
            Indicator indicator = indicators.get(i);
            String path = "indicators[" + i + "]";
            for (int j = 0; j < indicator.values().size(); j++) {
                IndicatorValue value = indicator.values().get(j);
                problems.check(
                        value.value() != null || value.finding() != null,
                        path + ".values[" + j + "].value",
                        "measure.indicator.valueMissing");
            }
        }
        Distinct.check(
                problems,
                "indicators",
                "name",
                indicators.stream().map(Indicator::name).toList(),
                "measure.indicator.duplicate");
    }
}
