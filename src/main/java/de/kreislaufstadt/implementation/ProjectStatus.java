package de.kreislaufstadt.implementation;

/** How far the implementation of a project is. */
enum ProjectStatus {
    PREPARED,
    RUNNING,
    CLOSING,
    CLOSED
}
