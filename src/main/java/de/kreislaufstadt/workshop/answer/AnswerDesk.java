package de.kreislaufstadt.workshop.answer;

import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.IncomingMessages;
import de.kreislaufstadt.workshop.letter.WorkshopLetters;
import de.kreislaufstadt.workshop.link.Link;
import de.kreislaufstadt.workshop.record.Invitation;
import de.kreislaufstadt.workshop.record.InvitationTable;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes the answers of invited people and tells the waiting process of each. */
@Component
public class AnswerDesk {

    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final String PROCESS = "workshops";
    private static final String MESSAGE = "registration-answered";

    private final WorkshopTable workshops;
    private final InvitationTable invitations;
    private final SettleRegistrations settling;
    private final WorkshopLetters letters;
    private final Measures measures;
    private final IncomingMessages messages;
    private final Clock clock;

    AnswerDesk(
            WorkshopTable workshops,
            InvitationTable invitations,
            SettleRegistrations settling,
            WorkshopLetters letters,
            Measures measures,
            IncomingMessages messages,
            Clock clock) {
        this.workshops = workshops;
        this.invitations = invitations;
        this.settling = settling;
        this.letters = letters;
        this.measures = measures;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * An invitation as its person finds it.
     *
     * @param taken whether the answer that came with the request was noted; true where there was none
     */
    public record Place(Workshop workshop, Invitation seat, Registration registration, boolean taken) {}

    /** @return the invitation a link leads to; empty if it was deleted */
    public Optional<Place> find(Link link) {
        return seat(link, invitations.of(link.municipality(), link.workshop())).map(seat -> {
            Workshop workshop = workshops.find(link.municipality(), link.workshop());
            return new Place(workshop, seat, registration(workshop), true);
        });
    }

    /**
     * Notes an answer: row, waiting list, warnings and process in one transaction. Answers to one workshop are taken one
     * after the other; of two by the same person the later counts.
     *
     * @return how it stands now; empty if the invitation was deleted
     */
    public Optional<Place> answer(Link link, OnlineAnswer given) {
        return messages.inOneTransaction(() -> {
            Workshop workshop = workshops.lock(link.municipality(), link.workshop());
            List<Invitation> all = invitations.of(link.municipality(), link.workshop());
            Registration registration = registration(workshop);
            return seat(link, all).map(seat -> {
                if (!registration.allows(seat, given)) {
                    return new Place(workshop, seat, registration, false);
                }
                OffsetDateTime now = OffsetDateTime.now(clock);
                Invitation answered = Seats.answered(workshop, all, seat, given, now);
                invitations.answer(link.municipality(), workshop.id(), List.of(answered));
                letters.answered(link.municipality(), answered);
                tell(link, workshop);
                return new Place(workshop, answered, registration, true);
            });
        });
    }

    private void tell(Link link, Workshop workshop) {
        String measure =
                measures.find(link.municipality(), workshop.measureId()).number();
        if (!messages.deliver(link.municipality(), PROCESS, measure, MESSAGE, "workshopId", workshop.id())) {
            settling.settle(link.municipality(), workshop.id());
        }
    }

    private Registration registration(Workshop workshop) {
        return Registration.of(workshop, clock.instant().atZone(ZONE));
    }

    private static Optional<Invitation> seat(Link link, List<Invitation> all) {
        return all.stream().filter(seat -> seat.id().equals(link.invitation())).findFirst();
    }
}
