package de.kreislaufstadt.measure;

import java.time.LocalDate;
import java.util.List;

/**
 * What was decided about a measure.
 *
 * @param body council, committee or office as it names itself
 * @param phases the phases an approval orders; empty otherwise
 * @param reason why not, null for an approval
 * @param deferredUntil set only for a deferral
 * @param paperNumber set only for council papers
 */
public record MeasureDecision(
        String body,
        LocalDate decidedOn,
        DecisionResult result,
        List<Phase> phases,
        String conditions,
        String reason,
        LocalDate deferredUntil,
        String paperNumber) {

    public MeasureDecision {
        body = Blank.toNull(body);
        phases = Blank.inOrder(phases);
        conditions = Blank.toNull(conditions);
        reason = Blank.toNull(reason);
        paperNumber = Blank.toNull(paperNumber);
    }
}
