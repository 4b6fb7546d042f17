package de.kreislaufstadt.starterproject;

/** What a body has decided about a proposed selection. */
enum Adoption {
    ADOPT,
    RETURN
}
