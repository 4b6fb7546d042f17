package de.kreislaufstadt.countermeasure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Countermeasures of measures, for whoever shows where measures stand. */
public interface Countermeasures {

    /** @return those of a measure, the newest first */
    List<Countermeasure> of(String municipality, UUID measureId);

    /**
     * A countermeasure.
     *
     * @param indicator the indicator that missed its target; null for another cause
     * @param observed its value in the report
     * @param deadline last day on which its effect is to be reported
     * @param steps what was planned, decided and reported, the oldest first
     */
    record Countermeasure(
            UUID id,
            Cause cause,
            String indicator,
            BigDecimal observed,
            BigDecimal goal,
            String unit,
            Integer targetYear,
            State state,
            LocalDate deadline,
            List<Step> steps) {}

    /** Where it stands. */
    enum State {
        RUNNING,
        EFFECTIVE,
        STOPPED,
        /** Its measure was cancelled or merged. */
        ENDED
    }

    /**
     * Something that was planned, decided or reported.
     *
     * @param reason why; null where nobody gave one
     * @param text what; null where the kind says it all
     * @param until day it names; null for none
     */
    record Step(Kind kind, String reason, String text, LocalDate until, LocalDate on) {}

    /** What can be done. */
    enum Kind {
        PLANNED,
        ACCEPTED,
        RETURNED,
        EFFECTIVE,
        NOT_EFFECTIVE,
        CONTINUED,
        STOPPED
    }
}
