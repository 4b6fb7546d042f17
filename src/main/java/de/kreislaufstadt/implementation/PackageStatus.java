package de.kreislaufstadt.implementation;

/** Where a work package stands. */
enum PackageStatus {
    OPEN,
    RUNNING,
    DONE,
    BLOCKED,
    DROPPED
}
