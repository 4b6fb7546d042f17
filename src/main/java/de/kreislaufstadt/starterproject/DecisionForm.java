package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.measure.ConditionRow;
import java.time.LocalDate;
import java.util.List;

/**
 * Data of the form {@code decide-starter-projects}.
 *
 * @param bodyName body or head as the minutes name it; not a person
 * @param paperNumber only for council papers
 * @param conditionItems conditions under which it was adopted
 * @param reason why the proposal was returned; null if it was adopted
 */
record DecisionForm(
        Adoption result,
        Body body,
        String bodyName,
        LocalDate decidedOn,
        String paperNumber,
        List<ConditionRow> conditionItems,
        String reason) {

    DecisionForm {
        conditionItems = conditionItems == null ? List.of() : List.copyOf(conditionItems);
    }
}
