package de.kreislaufstadt.starterproject;

/** Who decides about starter projects. */
enum Body {
    COUNCIL,
    HEAD
}
