package de.kreislaufstadt.deadline;

/** What a superior does with an overdue task. */
enum ClarifyResult {
    /** Whoever works on it gets more time. */
    EXTEND,
    /** Another person of the department goes on with it. */
    REASSIGN,
    /** The department's members decide among themselves who goes on with it. */
    RETURN
}
