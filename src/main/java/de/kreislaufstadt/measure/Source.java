package de.kreislaufstadt.measure;

import java.time.LocalDate;

/**
 * Where a statement about a measure stands.
 *
 * @param document name of the document, e.g. of a contract or council paper
 * @param place page, annex or section, null if none is named
 * @param asOf day the document describes
 * @param url address, null if it is not on the web
 */
public record Source(String document, String place, LocalDate asOf, String url) {

    public Source {
        document = Blank.toNull(document);
        place = Blank.toNull(place);
        url = Blank.toNull(url);
    }
}
