package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.process.ItemRef;
import java.util.List;
import java.util.UUID;

/** Bundled ideas that were found before the measure came into this system. */
public interface StarterIdeas {

    /**
     * Records ideas as a finished bundling, so that the selection of a taken-over measure begins with their sketches.
     *
     * @param recordedBy engine user id
     * @return one element per idea for the routing value {@code ideaIds}
     */
    List<ItemRef> takeOver(String municipality, UUID measureId, List<NewIdea> ideas, String recordedBy);

    /**
     * @param department key of the department that looks after the bearer
     */
    record NewIdea(String title, CircularField field, String description, String department) {}
}
