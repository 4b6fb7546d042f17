package de.kreislaufstadt.starterproject;

import java.util.List;
import java.util.UUID;

/**
 * Data of the form {@code propose-selection}.
 *
 * @param body who is to decide; null unless a decision is proposed
 * @param consultations bodies that consult before the council decides, in their order
 * @param reason why there is nothing to decide yet; null otherwise
 */
record ProposalForm(
        Proposal proposal, Body body, List<Consultation> consultations, List<Choice> choices, String reason) {

    ProposalForm {
        consultations = consultations == null ? List.of() : List.copyOf(consultations);
    }

    /** A committee as it calls itself. */
    record Consultation(String body) {}

    /** What is to become of a sketch; the reason is needed where the decision table recommends something else. */
    record Choice(UUID sketchId, Recommendation choice, String reason) {}
}
