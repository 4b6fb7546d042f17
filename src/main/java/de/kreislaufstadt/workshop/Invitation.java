package de.kreislaufstadt.workshop;

import de.kreislaufstadt.survey.ParticipantGroup;
import java.time.LocalDate;

/**
 * One seat of a workshop that was offered to an organisation. Contact, e-mail and substitute are personal data.
 *
 * @param number number within the workshop; identifies the row in forms
 */
record Invitation(
        int number,
        String organisation,
        ParticipantGroup participantGroup,
        String contact,
        String email,
        LocalDate invitedOn,
        Answer answer,
        String substitute,
        boolean attended) {

    static Invitation open(int number, LocalDate invitedOn) {
        return new Invitation(number, null, null, null, null, invitedOn, Answer.OPEN, null, false);
    }
}
