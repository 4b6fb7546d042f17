package de.kreislaufstadt.released;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What a released version lists: each of these is something that modules hand over to be published. */
public final class ReleasedParts {

    private ReleasedParts() {}

    /**
     * What the measure is judged by.
     *
     * @param kind {@code MEASURABLE} or {@code QUALITATIVE}
     * @param start null where none is stated, as the other numbers
     */
    public record Indicator(
            String name,
            String kind,
            String unit,
            BigDecimal start,
            BigDecimal goal,
            String goalText,
            Integer targetYear,
            List<Observation> values) {

        /** The list may not be changed afterwards. */
        public Indicator {
            values = values == null ? List.of() : List.copyOf(values);
        }
    }

    /** One value of an indicator, as number, in words, or both. */
    public record Observation(LocalDate day, BigDecimal value, String finding, String source) {}

    /**
     * What a body has decided.
     *
     * @param about {@code MEASURE} or {@code STARTER_PROJECTS}
     * @param result code of the result; {@code PRELIMINARY} where another body follows
     * @param conditions what was asked for, in order; neither who answers for it inside nor how it stands
     * @param reason null for an agreement
     * @param paperNumber null where it was no council paper
     * @param deferredUntil null unless deferred
     */
    public record Decision(
            String about,
            String body,
            LocalDate decidedOn,
            String result,
            List<String> phases,
            List<String> conditions,
            String reason,
            String paperNumber,
            LocalDate deferredUntil) {

        /** The lists may not be changed afterwards. */
        public Decision {
            phases = phases == null ? List.of() : List.copyOf(phases);
            conditions = conditions == null ? List.of() : List.copyOf(conditions);
        }
    }

    /**
     * A starter project that a body has adopted.
     *
     * @param bearer organisation that carries it
     * @param agencyRoles codes of what the economic development agency does for it, e.g. {@code NETWORKER}
     * @param score from 0 to 100; null where none was rated
     * @param deviationReason why the body decided otherwise than the table; null where it did not
     * @param milestones of its work packages, without who works on them
     * @param result public summary of its confirmed closure; null before
     */
    public record Project(
            String title,
            String goal,
            String field,
            String bearer,
            List<String> agencyRoles,
            LocalDate startsOn,
            Integer months,
            BigDecimal score,
            String deviationReason,
            List<Milestone> milestones,
            String result) {

        /** The lists may not be changed afterwards. */
        public Project {
            agencyRoles = agencyRoles == null ? List.of() : List.copyOf(agencyRoles);
            milestones = milestones == null ? List.of() : List.copyOf(milestones);
        }
    }

    /** @param status {@code OPEN}, {@code RUNNING}, {@code DONE}, {@code BLOCKED} or {@code DROPPED} */
    public record Milestone(String title, LocalDate endsOn, String status, int progress) {}

    /**
     * A status report that was released.
     *
     * @param planNextYear null where nothing is stated
     * @param assessment code, e.g. {@code ON_PLAN}
     */
    public record StatusReport(LocalDate asOf, String text, String planNextYear, String assessment) {}

    /**
     * Something that took place and is public: an end of a phase with its summary, a workshop with counts per group.
     *
     * @param kind e.g. {@code KNOWLEDGE_SUMMARY}, {@code STATUS_QUO_SUMMARY}, {@code WORKSHOP_PLANNED}, {@code WORKSHOP_HELD},
     *     {@code EXCHANGE}, or {@code STEP_} with a step that was done before the measure came into this system; pages have words
     *     for each
     * @param title null where the kind says it all
     * @param text null where there is none
     * @param counts numbers with their names, e.g. participants per group; groups below five are put together before they come here
     */
    public record Event(LocalDate day, String kind, String title, String text, List<Count> counts) {

        /** The list may not be changed afterwards. */
        public Event {
            counts = counts == null ? List.of() : List.copyOf(counts);
        }
    }

    /** @param code of what was counted */
    public record Count(String code, int number) {}

    /**
     * A line of the finance plan, in euros.
     *
     * @param year null for later years
     */
    public record PlanRow(Integer year, BigDecimal amount, String productGroup, String line) {}

    /** @param amount in euros; null if unknown */
    public record Funding(String programme, String funder, BigDecimal amount, String status) {}

    /** The released evaluation. */
    public record Evaluation(LocalDate releasedOn, String summary, List<Goal> goals) {

        /** The list may not be changed afterwards. */
        public Evaluation {
            goals = goals == null ? List.of() : List.copyOf(goals);
        }
    }

    /** @param result {@code REACHED}, {@code PARTLY} or {@code NOT_REACHED} */
    public record Goal(String goal, String result, String explanation) {}
}
