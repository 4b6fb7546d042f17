package de.kreislaufstadt.starterproject;

/** Whether the ideas at hand are worth a sketch. */
enum BundleResult {
    SKETCH,
    NONE
}
