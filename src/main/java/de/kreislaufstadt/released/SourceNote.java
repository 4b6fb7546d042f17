package de.kreislaufstadt.released;

import java.time.LocalDate;

/**
 * Where a statement stands, as the public reads it.
 *
 * @param document name of the document, e.g. of a contract or council paper
 * @param place page, annex or section; null if none is named
 * @param asOf day the document describes
 * @param url address of the document; null if it is not on the web
 */
public record SourceNote(String document, String place, LocalDate asOf, String url) {}
