package de.kreislaufstadt.survey;

import de.kreislaufstadt.form.Distinct;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.ModelComponent;
import java.util.List;

/**
 * How far the city is with a component of the model approach. Not to be assessed is an answer too: such a row has no level
 * and is not stored, since a missing assessment is not a zero.
 *
 * @param level 0 (absent) to 4 (anchored and checked); null where it was not assessed
 * @param evidence how one can tell; null where it was not assessed
 */
record MaturityRow(ModelComponent component, Integer level, String evidence) {

    /**
     * Checks the rows of the list {@code maturity}.
     *
     * @return those that assess their component
     */
    static List<MaturityRow> rated(List<MaturityRow> rows, Problems problems) {
        for (int i = 0; i < rows.size(); i++) {
            MaturityRow row = rows.get(i);
            String path = "maturity[" + i + "].";
            problems.check(
                            row.level() == null || row.evidence() != null,
                            path + "evidence",
                            "survey.maturity.evidenceMissing")
                    .check(
                            row.evidence() == null || row.level() != null,
                            path + "level",
                            "survey.maturity.levelMissing");
        }
        Distinct.check(
                problems,
                "maturity",
                "component",
                rows.stream().map(row -> row.component().name()).toList(),
                "survey.maturity.duplicate");
        return rows.stream().filter(row -> row.level() != null).toList();
    }
}
