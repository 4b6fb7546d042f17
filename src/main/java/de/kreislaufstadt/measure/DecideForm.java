package de.kreislaufstadt.measure;

import java.time.LocalDate;
import java.util.List;

/**
 * Data of the form {@code decide-measure}.
 *
 * @param phases the phases an approval orders; empty otherwise
 * @param conditionItems conditions of an approval
 * @param overrideReason why it is approved although signatures are missing, refused or outdated; else null
 * @param reason why not, null for an approval
 * @param changes what has to be changed where the proposal goes back
 * @param deferredUntil set only for a deferral
 * @param paperNumber set only for council papers
 */
record DecideForm(
        String body,
        LocalDate decidedOn,
        DecisionResult result,
        List<Phase> phases,
        List<ConditionRow> conditionItems,
        String overrideReason,
        String reason,
        List<ReworkItem.Wish> changes,
        LocalDate deferredUntil,
        String paperNumber) {

    DecideForm {
        conditionItems = Blank.toEmpty(conditionItems);
        changes = Blank.toEmpty(changes);
    }

    MeasureDecision decision() {
        return new MeasureDecision(body, decidedOn, result, phases, null, reason, deferredUntil, paperNumber);
    }
}
