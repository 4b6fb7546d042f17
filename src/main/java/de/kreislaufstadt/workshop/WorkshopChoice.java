package de.kreislaufstadt.workshop;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Workshops to choose from, for those who say who works on them. */
public interface WorkshopChoice {

    /** @return the municipality's workshops that are neither over nor called off, by measure and number */
    List<OpenWorkshop> open(String municipality);

    /** @return workshops of these municipalities that are neither over nor called off; in one statement */
    List<PlacedWorkshop> openIn(Collection<String> municipalities);

    /** A workshop and where it is. */
    record PlacedWorkshop(String municipality, UUID id) {}

    /**
     * A workshop that is still being worked on.
     *
     * @param measure number of its measure, e.g. {@code BE-01}
     * @param title null as long as it has none
     */
    record OpenWorkshop(UUID id, String measure, int number, String title) {}
}
