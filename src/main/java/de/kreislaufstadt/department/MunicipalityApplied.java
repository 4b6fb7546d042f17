package de.kreislaufstadt.department;

/**
 * A file has changed a municipality, its departments or its settings; published in the transaction that changes them. Whoever asks the
 * municipality in this transaction hears what holds from now on; other nodes may remember the old state for some minutes.
 */
public record MunicipalityApplied(String municipality) {}
