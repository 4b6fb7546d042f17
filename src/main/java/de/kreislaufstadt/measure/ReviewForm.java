package de.kreislaufstadt.measure;

import java.util.List;

/**
 * Review of a proposal.
 *
 * @param body who is to decide, null when the proposal goes back
 * @param consultations bodies that consult before the council decides, in their order
 * @param note hints, or why the proposal goes back
 * @param concerns what else it touches, beside what its record says
 * @param changes what an earlier round has asked for, checked off
 * @param newChanges what has to be changed now
 */
record ReviewForm(
        Result result,
        Body body,
        List<Consultation> consultations,
        String note,
        List<Concern> concerns,
        List<ReworkItem.Check> changes,
        List<ReworkItem.Wish> newChanges) {

    ReviewForm {
        consultations = Blank.toEmpty(consultations);
        concerns = Blank.inOrder(concerns);
        changes = Blank.toEmpty(changes);
        newChanges = Blank.toEmpty(newChanges);
    }

    /** A committee as it calls itself. */
    record Consultation(String body) {}

    enum Result {
        FORWARD,
        REWORK
    }

    /** What makes further departments sign, see the decision table {@code co-signature}. */
    enum Concern {
        PROCUREMENT,
        PUBLICATION,
        PERSONAL_DATA,
        WASTE
    }

    enum Body {
        COUNCIL,
        HEAD
    }
}
