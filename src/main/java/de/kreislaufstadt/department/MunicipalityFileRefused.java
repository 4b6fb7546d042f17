package de.kreislaufstadt.department;

import de.kreislaufstadt.start.StartRefused;

/** A municipality's file is wrong; nothing of it was applied. The message names file, place and reason in German. */
public class MunicipalityFileRefused extends StartRefused {

    private static final long serialVersionUID = 1L;

    MunicipalityFileRefused(String file, String place, String reason) {
        super(place.isEmpty() ? file + ": " + reason : file + ", " + place + ": " + reason);
    }
}
