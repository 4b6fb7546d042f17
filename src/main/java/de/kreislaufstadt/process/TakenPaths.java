package de.kreislaufstadt.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures of processes, with the way that a measure has taken through them. */
public interface TakenPaths {

    /**
     * @param process key of the process
     * @param version version of its model
     * @return the picture with what the engine's history still knows; empty if there is no such model any more
     */
    Optional<Path> of(String municipality, String measureNumber, String process, int version);

    /** @return name of a process in the language of the reader; its key where it is unknown */
    String nameOf(String process);

    /**
     * A way through a model.
     *
     * @param xml the model
     * @param elements how often the measure has been at each element, by its id; nothing once the engine's history has been
     *     cleaned up
     * @param open ids of the elements at which it is now
     * @param flows ids of the sequence flows between elements that it has passed
     */
    record Path(String xml, Map<String, Integer> elements, List<String> open, List<String> flows) {}
}
