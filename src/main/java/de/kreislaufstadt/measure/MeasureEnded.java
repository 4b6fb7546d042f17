package de.kreislaufstadt.measure;

import java.util.UUID;

/**
 * A measure has ended before its time: what it had planned does not take place. Published inside the transaction that ended it.
 *
 * @param state {@code CANCELLED} or {@code MERGED}
 */
public record MeasureEnded(String municipality, UUID measure, MeasureState state) {}
