package de.kreislaufstadt.implementation;

/** What the economic development agency did to connect a project. */
enum ContactKind {
    CONTACT,
    MATCHMAKING,
    EVENT,
    FUNDING_HINT,
    PUBLICITY
}
