package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.survey.ParticipantGroup;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One seat of a workshop that was offered to an organisation. Contact, e-mail and substitute are personal data.
 *
 * @param id stays the same through every edit of the list: the link that an invited person holds names it
 * @param number number within the workshop; identifies the row in forms
 * @param answeredAt when the person answered online; null where the answer is the clerk's, or there is none
 * @param assistance whether the person asked to be contacted because they need assistance to take part
 * @param waitingSince place in the waiting list: who waits longest moves up first; null for whoever does not move up by
 *     themselves
 */
public record Invitation(
        UUID id,
        int number,
        String organisation,
        ParticipantGroup participantGroup,
        String contact,
        String email,
        LocalDate invitedOn,
        Answer answer,
        String substitute,
        boolean attended,
        OffsetDateTime answeredAt,
        boolean assistance,
        OffsetDateTime waitingSince) {

    public static Invitation open(int number, LocalDate invitedOn) {
        return new Invitation(
                UUID.randomUUID(),
                number,
                null,
                null,
                null,
                null,
                invitedOn,
                Answer.OPEN,
                null,
                false,
                null,
                false,
                null);
    }

    public Invitation of(String organisation, ParticipantGroup participantGroup, String contact, String email) {
        return new Invitation(
                id,
                number,
                organisation,
                participantGroup,
                contact,
                email,
                invitedOn,
                answer,
                substitute,
                attended,
                answeredAt,
                assistance,
                waitingSince);
    }

    public Invitation withAttended(boolean came) {
        return new Invitation(
                id,
                number,
                organisation,
                participantGroup,
                contact,
                email,
                invitedOn,
                answer,
                substitute,
                came,
                answeredAt,
                assistance,
                waitingSince);
    }

    public Invitation withAssistance(boolean needed) {
        return new Invitation(
                id,
                number,
                organisation,
                participantGroup,
                contact,
                email,
                invitedOn,
                answer,
                substitute,
                attended,
                answeredAt,
                needed,
                waitingSince);
    }

    /**
     * The seat with an answer.
     *
     * @param answeredAt null where a clerk gave it for the person
     */
    public Invitation answered(
            Answer answer, String substitute, OffsetDateTime answeredAt, OffsetDateTime waitingSince) {
        return new Invitation(
                id,
                number,
                organisation,
                participantGroup,
                contact,
                email,
                invitedOn,
                answer,
                substitute,
                attended,
                answeredAt,
                assistance,
                waitingSince);
    }
}
