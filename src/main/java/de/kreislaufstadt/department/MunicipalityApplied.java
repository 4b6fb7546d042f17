package de.kreislaufstadt.department;

/**
 * A file has changed a municipality, its departments or its settings; published in the transaction that changes them, while
 * others may still remember what held before.
 */
public record MunicipalityApplied(String municipality) {}
