package de.kreislaufstadt.starterproject;

/** How the selection of starter projects ends; the life cycle goes on by it. */
enum SelectionResult {
    PROJECTS,
    FURTHER_WORKSHOP,
    CLOSE
}
