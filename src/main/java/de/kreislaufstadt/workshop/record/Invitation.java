package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.survey.ParticipantGroup;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One seat of a workshop that was offered to an organisation.
 *
 * @param id stays the same through every edit of the list: the link that an invited person holds names it
 * @param number number within the workshop; identifies the row in forms
 */
public record Invitation(UUID id, int number, Guest guest, LocalDate invitedOn, Reply reply, boolean attended) {

    /**
     * Who is invited. Contact and e-mail are personal data; null where they are not known.
     *
     * @param city key of the city they come from; only in a workshop of several cities
     */
    public record Guest(
            String organisation, ParticipantGroup participantGroup, String contact, String email, String city) {}

    /**
     * What came back.
     *
     * @param substitute who comes instead; personal data, null where nobody does
     * @param answeredAt when the person answered online; null where the answer is the clerk's, or there is none
     * @param assistance whether the person asked to be contacted because they need assistance to take part
     * @param waitingSince place in the waiting list: who waits longest moves up first; null for whoever does not move up
     *     by themselves
     */
    public record Reply(
            Answer answer,
            String substitute,
            OffsetDateTime answeredAt,
            boolean assistance,
            OffsetDateTime waitingSince) {}

    /** A seat that nobody is named for yet. */
    public static Invitation open(int number, LocalDate invitedOn) {
        return new Invitation(
                UUID.randomUUID(),
                number,
                new Guest(null, null, null, null, null),
                invitedOn,
                new Reply(Answer.OPEN, null, null, false, null),
                false);
    }

    /** @return the seat offered to somebody */
    public Invitation of(String organisation, ParticipantGroup participantGroup, String contact, String email) {
        Guest named = new Guest(organisation, participantGroup, contact, email, guest.city());
        return new Invitation(id, number, named, invitedOn, reply, attended);
    }

    /** @return the seat of somebody who comes from that city; null where nobody says so */
    public Invitation from(String city) {
        Guest named = new Guest(organisation(), participantGroup(), contact(), email(), city);
        return new Invitation(id, number, named, invitedOn, reply, attended);
    }

    /** @return the seat after the workshop */
    public Invitation withAttended(boolean came) {
        return new Invitation(id, number, guest, invitedOn, reply, came);
    }

    /** @return the seat whose person needs assistance, or does not any more */
    public Invitation withAssistance(boolean needed) {
        return with(new Reply(answer(), substitute(), answeredAt(), needed, waitingSince()));
    }

    /**
     * The seat with an answer.
     *
     * @param answeredAt null where a clerk gave it for the person
     */
    public Invitation answered(
            Answer answer, String substitute, OffsetDateTime answeredAt, OffsetDateTime waitingSince) {
        return with(new Reply(answer, substitute, answeredAt, assistance(), waitingSince));
    }

    private Invitation with(Reply given) {
        return new Invitation(id, number, guest, invitedOn, given, attended);
    }

    public String organisation() {
        return guest.organisation();
    }

    public ParticipantGroup participantGroup() {
        return guest.participantGroup();
    }

    public String contact() {
        return guest.contact();
    }

    public String email() {
        return guest.email();
    }

    public String city() {
        return guest.city();
    }

    public Answer answer() {
        return reply.answer();
    }

    public String substitute() {
        return reply.substitute();
    }

    public OffsetDateTime answeredAt() {
        return reply.answeredAt();
    }

    public boolean assistance() {
        return reply.assistance();
    }

    public OffsetDateTime waitingSince() {
        return reply.waitingSince();
    }
}
