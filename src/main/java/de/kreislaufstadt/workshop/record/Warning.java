package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.survey.ParticipantGroup;

/**
 * A warning about who comes to a workshop.
 *
 * @param participantGroup the group it is about, null where it is about the number of people or a key player
 * @param organisation the key player it is about, else null
 */
public record Warning(Code code, ParticipantGroup participantGroup, String organisation) {

    /** Outputs of the decision table {@code workshop-mix}. */
    public enum Code {
        TOO_FEW,
        WAITING_LIST,
        GROUP_MISSING,
        OVERWEIGHT,
        KEY_PLAYER_MISSING
    }
}
