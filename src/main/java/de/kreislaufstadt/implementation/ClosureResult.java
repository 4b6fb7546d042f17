package de.kreislaufstadt.implementation;

/** What the second person says about a closure report. */
enum ClosureResult {
    CONFIRM,
    RETURN
}
