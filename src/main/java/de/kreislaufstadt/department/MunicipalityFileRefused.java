package de.kreislaufstadt.department;

import de.kreislaufstadt.start.StartRefused;

/** A municipality's file is wrong; nothing of it was applied. The message names file, place and reason in German. */
public class MunicipalityFileRefused extends StartRefused {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String reason;

    MunicipalityFileRefused(String file, String place, String reason) {
        super(place.isEmpty() ? file + ": " + reason : file + ", " + place + ": " + reason);
        this.place = place;
        this.reason = reason;
    }

    /** @return where in the file, e.g. {@code people[1] (rat-leitung).mail}; empty where it is the file as a whole */
    String place() {
        return place;
    }

    String reason() {
        return reason;
    }
}
