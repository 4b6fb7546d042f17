package de.kreislaufstadt.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where processes of measures stand, and which of them cannot go on by themselves. */
public interface StuckMeasures {

    /** @return numbers of the municipality's measures in whose processes something has failed for good, sorted */
    List<String> stuck(String municipality);

    /** @return the engine's ids of the running life cycles of these measures, by number */
    Map<String, String> instances(String municipality, Collection<String> numbers);
}
