package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.survey.ParticipantGroup;
import de.kreislaufstadt.workshop.answer.AnswerDesk;
import de.kreislaufstadt.workshop.record.Answer;
import de.kreislaufstadt.workshop.record.Invitation;
import de.kreislaufstadt.workshop.record.InvitationList;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/**
 * A row of the registrations as the clerk sends it. It says what stood there when the form was opened, so that an answer
 * that came online in the meantime is neither lost nor overwritten unseen.
 *
 * @param knownAnswer the stored answer when the form was opened; null in a row added in the form
 * @param online when the person had answered online by then, with the substitute; null if they had not
 * @param assistance shown to the clerk only
 * @param mail shown to the clerk only
 * @param link shown to the clerk only
 * @param overrule whether the clerk's answer holds against one that came in the meantime
 */
record RegistrationRow(
        Integer number,
        String organisation,
        ParticipantGroup participantGroup,
        String contact,
        String email,
        Answer answer,
        String substitute,
        Answer knownAnswer,
        String online,
        Boolean assistance,
        String mail,
        String link,
        Boolean overrule)
        implements InvitationList.Row {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.uuuu, HH:mm:ss 'Uhr'");

    /** @return when a person has answered online, to the second, and whom they send; null if they have not */
    static String online(Invitation seat) {
        if (seat.answeredAt() == null) {
            return null;
        }
        String time = TIME.format(seat.answeredAt().atZoneSameInstant(AnswerDesk.ZONE));
        return seat.substitute() == null ? time : time + ": " + seat.substitute();
    }

    /** @return whether the seat has another answer than when the form was opened */
    static boolean changedSince(Invitation stored, Answer knownAnswer, String online) {
        return knownAnswer == null
                ? stored.answeredAt() != null
                : knownAnswer != stored.answer() || !Objects.equals(online, online(stored));
    }

    /** @return whether the clerk says something else than an answer that came in the meantime, without knowing it */
    boolean contradicts(Invitation stored) {
        return changedSince(stored, knownAnswer, online)
                && !isUntouched()
                && !says(stored)
                && !Boolean.TRUE.equals(overrule);
    }

    /** The newer answer stands where the clerk's says the same or was not touched. */
    @Override
    public Invitation onto(Invitation stored) {
        Invitation seat =
                stored.of(organisation, participantGroup, contact, email).withAttended(false);
        boolean keeps = says(stored) || changedSince(stored, knownAnswer, online) && isUntouched();
        return keeps
                ? seat
                : seat.answered(answer, substitute, null, answer == stored.answer() ? stored.waitingSince() : null);
    }

    private boolean says(Invitation stored) {
        return answer == stored.answer() && Objects.equals(substitute, stored.substitute());
    }

    private boolean isUntouched() {
        return answer == knownAnswer && (substitute == null || online != null && online.endsWith(": " + substitute));
    }
}
