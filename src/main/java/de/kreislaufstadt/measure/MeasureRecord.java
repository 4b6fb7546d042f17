package de.kreislaufstadt.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What one version of a measure's record says. Two records are equal if they say the same, whatever blanks, trailing zeros
 * or order of ticks they were entered with.
 */
public record MeasureRecord(
        Outline outline,
        Pathway pathway,
        Responsibility responsibility,
        Schedule schedule,
        Effects effects,
        Finance finance,
        List<Indicator> indicators,
        List<Source> sources) {

    public MeasureRecord {
        pathway = pathway == null ? Pathway.EMPTY : pathway;
        indicators = Blank.toEmpty(indicators);
        sources = Blank.toEmpty(sources);
    }

    /** @return the same with other contributing departments */
    public MeasureRecord contributedBy(List<String> departments) {
        Responsibility same = responsibility;
        return new MeasureRecord(
                outline,
                pathway,
                new Responsibility(
                        same.responsibleBody(), departments, same.partners(), same.spatialScope(), same.spatialText()),
                schedule,
                effects,
                finance,
                indicators,
                sources);
    }

    /**
     * What the measure is about.
     *
     * @param externalId its id in another system, null if it has none
     * @param fieldOfAction code of the field of action, see the municipality's list
     * @param fieldOfActionOriginal the source's own wording, null if it is the list's
     */
    public record Outline(
            String title,
            String shortTitle,
            String externalId,
            String summary,
            String description,
            String fieldOfAction,
            String fieldOfActionOriginal,
            MeasureType type,
            String typeOriginal,
            List<CircularField> circularFields) {

        public Outline {
            title = Blank.toNull(title);
            shortTitle = Blank.toNull(shortTitle);
            externalId = Blank.toNull(externalId);
            summary = Blank.toNull(summary);
            description = Blank.toNull(description);
            fieldOfActionOriginal = Blank.toNull(fieldOfActionOriginal);
            typeOriginal = Blank.toNull(typeOriginal);
            circularFields = Blank.inOrder(circularFields);
        }
    }

    /** How the measure works. */
    public record Pathway(List<Lever> levers, List<RStrategy> rStrategies, String outcome) {

        static final Pathway EMPTY = new Pathway(null, null, null);

        public Pathway {
            levers = Blank.inOrder(levers);
            rStrategies = Blank.inOrder(rStrategies);
            outcome = Blank.toNull(outcome);
        }
    }

    /**
     * Who carries the measure, and where.
     *
     * @param responsibleBody as published
     * @param contributing keys of departments
     */
    public record Responsibility(
            String responsibleBody,
            List<String> contributing,
            List<Partner> partners,
            SpatialScope spatialScope,
            String spatialText) {

        public Responsibility {
            responsibleBody = Blank.toNull(responsibleBody);
            contributing =
                    Blank.toEmpty(contributing).stream().distinct().sorted().toList();
            partners = Blank.toEmpty(partners);
            spatialText = Blank.toNull(spatialText);
        }
    }

    /** An organisation outside the administration that takes part. */
    public record Partner(String name) {

        public Partner {
            name = Blank.toNull(name);
        }
    }

    /**
     * When.
     *
     * @param begin first day, null where a source that was taken over names none
     * @param end last day, null while it is open
     * @param plannedUntil null if no source names one
     */
    public record Schedule(LocalDate begin, LocalDate end, PlannedUntil plannedUntil) {}

    /** What the measure is reported to bring and to cost. */
    public record Effects(
            ReportedValue renewableEnergy, ReportedValue replacedEnergy, ReportedValue co2, ReportedValue cost) {}

    /**
     * Where the money comes from.
     *
     * @param costGroup mark that measures sharing one cost carry, so that it counts once; null if the cost is its own
     */
    public record Finance(BudgetRelation budgetRelation, String costGroup, List<PlanRow> plan, List<Funding> funding) {

        public Finance {
            costGroup = Blank.toNull(costGroup);
            plan = Blank.toEmpty(plan);
            funding = Blank.toEmpty(funding);
        }
    }

    /**
     * A line of the finance plan.
     *
     * @param laterYears whether the amount stands for all years after the plan
     * @param year null for later years
     * @param amount in euros
     */
    public record PlanRow(boolean laterYears, Integer year, BigDecimal amount, String productGroup, String line) {

        public PlanRow {
            amount = Blank.plain(amount);
            productGroup = Blank.toNull(productGroup);
            line = Blank.toNull(line);
        }
    }

    /**
     * A funding programme.
     *
     * @param amount in euros, null if unknown
     */
    public record Funding(String programme, String funder, BigDecimal amount, FundingStatus status) {

        public Funding {
            programme = Blank.toNull(programme);
            funder = Blank.toNull(funder);
            amount = Blank.plain(amount);
        }
    }

    /** What the measure is to be judged by. Only measurable indicators have numbers. */
    public record Indicator(
            String name,
            IndicatorKind kind,
            String unit,
            BigDecimal start,
            BigDecimal goal,
            String goalText,
            Integer targetYear,
            List<IndicatorValue> values) {

        public Indicator {
            name = Blank.toNull(name);
            unit = Blank.toNull(unit);
            start = Blank.plain(start);
            goal = Blank.plain(goal);
            goalText = Blank.toNull(goalText);
            values = Blank.toEmpty(values);
        }
    }

    /** One observation of an indicator, as number, in words, or both. */
    public record IndicatorValue(LocalDate date, BigDecimal value, String finding, String source) {

        public IndicatorValue {
            value = Blank.plain(value);
            finding = Blank.toNull(finding);
            source = Blank.toNull(source);
        }
    }
}
