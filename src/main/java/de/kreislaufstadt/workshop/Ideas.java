package de.kreislaufstadt.workshop;

import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.RStrategy;
import java.util.List;
import java.util.UUID;

/** The ideas that the workshops of a measure brought, for the choice of starter projects. */
public interface Ideas {

    /** @return ideas of all workshops held for the measure, those with most points first; empty if there are none */
    List<Idea> of(String municipality, UUID measureId);

    /**
     * An idea; not linked to who had it.
     *
     * @param workshopNumber number of the workshop within the measure
     * @param rStrategy null where the workshop named none
     * @param points points given in the workshop, null where none were given
     * @param cluster heading under which the workshop put similar ideas, null where it did not
     */
    record Idea(
            UUID id,
            int workshopNumber,
            String title,
            CircularField field,
            String description,
            RStrategy rStrategy,
            Integer points,
            String cluster) {}
}
