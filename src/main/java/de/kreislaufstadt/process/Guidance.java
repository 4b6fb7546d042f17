package de.kreislaufstadt.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What guides people through the phases of measures; answered by whoever publishes guidance. The process knows no more about it. */
public interface Guidance {

    /**
     * @return what guides the phase in which a measure is, in one statement; empty where nothing is published for it, where it rests
     *     or has ended, and for what is no measure
     */
    List<Guide> ofMeasure(String municipality, UUID measureId);

    /** @return the same for every phase of a measure, by the name of its state; phases without guidance are left out */
    Map<String, List<Guide>> byPhase(String municipality);

    /**
     * A guide of a phase, in the language of the reader.
     *
     * @param key names it, e.g. {@code STRATEGY}
     * @param why it is good for the phase; null where nothing is written beside it
     * @param version number of the version that holds; null where none is published
     * @param adoptedOn when that was adopted
     * @param adoptedBy organisation that adopted it
     * @param ownSince as of which day the municipality has adopted contents of its own; null where it has not
     */
    record Guide(
            String key,
            String title,
            String why,
            Integer version,
            LocalDate adoptedOn,
            String adoptedBy,
            LocalDate ownSince) {}
}
