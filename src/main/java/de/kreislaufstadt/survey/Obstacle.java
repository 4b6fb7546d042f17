package de.kreislaufstadt.survey;

/** What holds a circular activity back. */
enum Obstacle {
    LAW,
    FINANCE,
    STAFF,
    KNOWLEDGE,
    ACCEPTANCE,
    DATA,
    MARKET
}
