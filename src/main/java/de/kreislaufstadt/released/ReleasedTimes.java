package de.kreislaufstadt.released;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads released time facts. */
public interface ReleasedTimes {

    /** @return all released periods of a municipality, newest first; empty if there are none */
    List<TimeFacts> of(String municipality);

    /**
     * Asks for many municipalities at once.
     *
     * @param since quarters that began before are left out
     * @return newest released quarter by municipality; those that have none are not in it
     */
    Map<String, TimeFacts> newest(Collection<String> municipalities, LocalDate since);
}
