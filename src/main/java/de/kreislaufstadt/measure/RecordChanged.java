package de.kreislaufstadt.measure;

import java.util.UUID;

/**
 * A new version of a measure's record was written. Published inside the transaction that writes it.
 *
 * @param actor engine user id of the author
 */
public record RecordChanged(String municipality, UUID measureId, String actor) {}
