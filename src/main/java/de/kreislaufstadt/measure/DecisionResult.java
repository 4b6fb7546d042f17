package de.kreislaufstadt.measure;

/** What was decided about a proposal. */
public enum DecisionResult {
    APPROVE,
    REWORK,
    REJECT,
    DEFER
}
