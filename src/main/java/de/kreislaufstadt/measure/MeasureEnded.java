package de.kreislaufstadt.measure;

import java.util.UUID;

/**
 * A measure has ended before its time: what it had planned does not take place. Published inside the transaction that ended it.
 *
 * @param state {@code CANCELLED} or {@code MERGED}
 * @param actor engine user id of who ended it; null where the process did
 */
public record MeasureEnded(String municipality, UUID measure, MeasureState state, String actor) {}
