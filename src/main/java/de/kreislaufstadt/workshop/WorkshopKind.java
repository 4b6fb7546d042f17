package de.kreislaufstadt.workshop;

/** Who a workshop is for. */
enum WorkshopKind {
    INTERNAL,
    EXTERNAL,
    MIXED,
    INTERMUNICIPAL
}
