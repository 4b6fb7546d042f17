package de.kreislaufstadt.department;

/** A municipality, or the association, is deleted for good; published in the transaction that deletes it, when its rows are gone. */
public record MunicipalityDeleted(String municipality) {}
