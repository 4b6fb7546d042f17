package de.kreislaufstadt.released;

import java.util.List;

/** Reads released time facts. */
public interface ReleasedTimes {

    /** @return all released periods of a municipality, newest first; empty if there are none */
    List<TimeFacts> of(String municipality);
}
