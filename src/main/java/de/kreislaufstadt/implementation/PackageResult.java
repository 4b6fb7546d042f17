package de.kreislaufstadt.implementation;

/** What is reported about work on a package; only done and dropped end it. */
enum PackageResult {
    RUNNING,
    DONE,
    DROPPED,
    BLOCKED
}
