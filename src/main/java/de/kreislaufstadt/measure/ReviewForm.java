package de.kreislaufstadt.measure;

import java.util.List;

/**
 * Review of a proposal.
 *
 * @param body who is to decide, null when the proposal goes back
 * @param consultations bodies that consult before the council decides, in their order
 * @param note hints, or why the proposal goes back
 * @param changes what an earlier round has asked for, checked off
 * @param newChanges what has to be changed now
 */
record ReviewForm(
        Result result,
        Body body,
        List<Consultation> consultations,
        String note,
        List<ReworkItem.Check> changes,
        List<ReworkItem.Wish> newChanges) {

    ReviewForm {
        consultations = Blank.toEmpty(consultations);
        changes = Blank.toEmpty(changes);
        newChanges = Blank.toEmpty(newChanges);
    }

    /** A committee as it calls itself. */
    record Consultation(String body) {}

    enum Result {
        FORWARD,
        REWORK
    }

    enum Body {
        COUNCIL,
        HEAD
    }
}
