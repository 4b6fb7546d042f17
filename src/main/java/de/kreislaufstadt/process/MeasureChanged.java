package de.kreislaufstadt.process;

import java.util.UUID;

/** Number, state, lead or record of a measure are others than before; published inside the transaction that changes them. */
public record MeasureChanged(String municipality, UUID measureId) {}
