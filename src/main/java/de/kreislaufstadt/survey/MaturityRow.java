package de.kreislaufstadt.survey;

import de.kreislaufstadt.form.Distinct;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.ModelComponent;
import java.util.List;

/**
 * How far the city is with a component of the model approach. A component without a row was not assessed.
 *
 * @param level 0 (absent) to 4 (anchored and checked)
 * @param evidence how one can tell
 */
record MaturityRow(ModelComponent component, Integer level, String evidence) {

    /** Notes a problem at every row that assesses a component a second time. */
    static void checkDistinct(Problems problems, List<MaturityRow> rows) {
        Distinct.check(
                problems,
                "maturity",
                "component",
                rows.stream().map(row -> row.component().name()).toList(),
                "survey.maturity.duplicate");
    }
}
