package de.kreislaufstadt.implementation;

/** How work on a package ended for now. */
enum PackageResult {
    DONE,
    DROPPED,
    BLOCKED
}
