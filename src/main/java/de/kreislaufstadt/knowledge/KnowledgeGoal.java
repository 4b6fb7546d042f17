package de.kreislaufstadt.knowledge;

import de.kreislaufstadt.process.ItemRef;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A question the city wants answered for a measure.
 *
 * @param position number within the measure, from 1
 * @param responsible key of the department that looks for the answer
 * @param answer result, null until the goal is done
 * @param deferredReason why it is not pursued, only while deferred
 * @param definedBy engine user id
 */
record KnowledgeGoal(
        UUID id,
        int position,
        String question,
        String responsible,
        LocalDate due,
        GoalState state,
        String answer,
        String deferredReason,
        String definedBy) {

    boolean isOpen() {
        return state == GoalState.OPEN;
    }

    ItemRef ref() {
        return ItemRef.of(id, responsible);
    }
}
