package de.kreislaufstadt.survey;

import de.kreislaufstadt.measure.ModelComponent;
import java.time.LocalDate;
import java.util.List;

/** What released status-quo surveys of a municipality have found of the components of the model approach. */
public interface MaturityOfCity {

    /** @return of each component what was released last, in the order of their names; components that nobody assessed are left out */
    List<Found> released(String municipality);

    /**
     * @param level 0 to 4
     * @param evidence how one can tell
     * @param asOf day for which the summary says so
     * @param measure number of the measure whose survey it was
     */
    record Found(ModelComponent component, int level, String evidence, LocalDate asOf, String measure) {}
}
