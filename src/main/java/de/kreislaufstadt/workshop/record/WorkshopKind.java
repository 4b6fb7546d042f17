package de.kreislaufstadt.workshop.record;

/** Who a workshop is for. */
public enum WorkshopKind {
    INTERNAL,
    EXTERNAL,
    MIXED,
    INTERMUNICIPAL
}
