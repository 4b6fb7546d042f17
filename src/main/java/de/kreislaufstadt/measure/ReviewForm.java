package de.kreislaufstadt.measure;

/**
 * Review of a proposal.
 *
 * @param body who is to decide, null when the proposal goes back
 * @param note hints, or what is missing when the proposal goes back
 */
record ReviewForm(Result result, Body body, String note) {

    enum Result {
        FORWARD,
        REWORK
    }

    enum Body {
        COUNCIL,
        HEAD
    }
}
