package de.kreislaufstadt.released;

import java.time.LocalDate;
import java.util.List;

/**
 * One released version of a measure: everything that the public may read of its record, fixed at the moment of its release.
 * Stored as JSON, and handed out in the same shape by the API (schema {@code measure.schema.json}).
 *
 * <p>Nothing is added here without a row in the decision table {@code field-visibility} and a line in the schema; a test compares
 * the three. Texts are as they were checked for personal data. Names of people have no place.
 *
 * @param number number within the municipality, e.g. {@code WW-09}; never changes
 * @param externalId id in the source it was imported from; null if it has none
 * @param milestones of the measure itself, where it is carried out without starter projects
 * @param state reason of the state it was in; null where the state needs none
 * @param table the 14 fields of table B-2.2 of the Climate City Contract, as they stand in the source
 */
public record ReleasedMeasure(
        String number,
        String externalId,
        Heading heading,
        String description,
        Pathway pathway,
        Effects effects,
        Carriers carriers,
        Schedule schedule,
        Finance finance,
        List<ReleasedParts.Indicator> indicators,
        List<ReleasedParts.Decision> decisions,
        List<ReleasedParts.Project> projects,
        List<ReleasedParts.Milestone> milestones,
        List<ReleasedParts.StatusReport> statusReports,
        List<ReleasedParts.Event> events,
        ReleasedParts.Evaluation evaluation,
        Participation participation,
        StateReason state,
        List<SourceNote> sources,
        ActionTable table) {

    /** The lists may not be changed afterwards. */
    public ReleasedMeasure {
        indicators = copy(indicators);
        decisions = copy(decisions);
        projects = copy(projects);
        milestones = copy(milestones);
        statusReports = copy(statusReports);
        events = copy(events);
        sources = copy(sources);
    }

    /** @param shortTitle null where the record has none */
    public record Heading(String title, String shortTitle, String summary) {}

    /**
     * A term of a list.
     *
     * @param code stable, for programs
     * @param label as the municipality calls it; null where the product has words for the code in both languages
     * @param original the source's own wording; null if it is the list's
     */
    public record Term(String code, String label, String original) {}

    /**
     * What the measure is and how it works.
     *
     * @param outcome null where none is stated
     */
    public record Pathway(
            Term fieldOfAction,
            Term type,
            List<String> circularFields,
            List<String> levers,
            List<String> rStrategies,
            String outcome) {

        /** The lists may not be changed afterwards. */
        public Pathway {
            circularFields = copy(circularFields);
            levers = copy(levers);
            rStrategies = copy(rStrategies);
        }
    }

    /** What it is reported to bring and to cost. */
    public record Effects(
            Stated<StatedValue> renewableEnergy,
            Stated<StatedValue> replacedEnergy,
            Stated<StatedValue> co2,
            Stated<StatedValue> cost) {}

    /**
     * Who carries it, and where.
     *
     * @param lead name of the lead department
     * @param leadMailbox its function mailbox; null if it has none
     * @param contributing names of contributing departments
     * @param partners organisations outside the administration
     * @param scope spatial scope; its original text says more
     */
    public record Carriers(
            Stated<String> responsibleBody,
            String lead,
            String leadMailbox,
            List<String> contributing,
            List<String> partners,
            Term scope) {

        /** The lists may not be changed afterwards. */
        public Carriers {
            contributing = copy(contributing);
            partners = copy(partners);
        }
    }

    /**
     * When.
     *
     * @param end null while it is open
     * @param plannedUntil a day ({@code 2025-02-28}) or a month ({@code 2025-02}); its value is null where no source names one
     */
    public record Schedule(LocalDate begin, LocalDate end, Stated<String> plannedUntil) {}

    /**
     * Where the money comes from.
     *
     * @param costGroup mark that measures sharing one cost carry; null if the cost is its own
     */
    public record Finance(
            String budgetRelation,
            String costGroup,
            List<ReleasedParts.PlanRow> plan,
            List<ReleasedParts.Funding> funding) {

        /** The lists may not be changed afterwards. */
        public Finance {
            plan = copy(plan);
            funding = copy(funding);
        }
    }

    /**
     * How to take part ({@code user_action} of the source).
     *
     * @param text null where nothing is stated
     * @param url null where there is none
     */
    public record Participation(String text, String url) {}

    /**
     * Why the measure was in the state it had when it was released.
     *
     * @param state code of the state the reason belongs to; it is shown only while the live state is still this one
     * @param reason as it was checked and released
     * @param mergedInto number of the measure it went into; null otherwise, and where that one is not public
     */
    public record StateReason(String state, String reason, String mergedInto) {}

    /**
     * The 14 fields of table B-2.2, in its four groups, as texts and values of the source.
     *
     * @param actionType original wording
     */
    public record ActionTable(
            String actionName,
            String actionType,
            String actionDescription,
            String fieldOfAction,
            String systemicLever,
            String outcome,
            String responsibleBodies,
            String actionScale,
            String involvedStakeholders,
            String comments,
            StatedValue generatedRenewableEnergy,
            StatedValue substitutedEnergy,
            StatedValue emissionsReduction,
            StatedValue totalCosts) {}

    private static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
