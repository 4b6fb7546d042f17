package de.kreislaufstadt.imports;

import de.kreislaufstadt.measure.BudgetRelation;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.Source;
import de.kreislaufstadt.measure.SpatialScope;
import java.time.LocalDate;

/**
 * What somebody says about an import as a whole: where the statements come from, and what stands in for what a source leaves out
 * although a record cannot be without it.
 *
 * @param source document and day that the new versions name
 * @param lead key of the department that leads measures without a lead of their own
 * @param begin begin of measures that name none; null where it is not known
 * @param state state that measures have reached whose source names none; one that {@link ReachedPhase} knows
 */
record ImportSettings(
        City city,
        Source source,
        String lead,
        LocalDate begin,
        BudgetRelation budgetRelation,
        SpatialScope scope,
        MeasureState state) {}
