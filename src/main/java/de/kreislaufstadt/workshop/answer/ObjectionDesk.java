package de.kreislaufstadt.workshop.answer;

import de.kreislaufstadt.process.IncomingMessages;
import de.kreislaufstadt.workshop.link.Link;
import de.kreislaufstadt.workshop.record.Invitation;
import de.kreislaufstadt.workshop.record.InvitationTable;
import de.kreislaufstadt.workshop.record.MinutesTable;
import de.kreislaufstadt.workshop.record.Objection;
import de.kreislaufstadt.workshop.record.ObjectionTable;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopSettings;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows the checked minutes to invited people and takes their objections. */
@Component
public class ObjectionDesk {

    /** Nobody objects more often in earnest; more would bury the clerk. */
    public static final int MOST = 20;

    private final WorkshopTable workshops;
    private final InvitationTable invitations;
    private final MinutesTable minutes;
    private final ObjectionTable objections;
    private final IncomingMessages messages;
    private final WorkshopSettings settings;
    private final Clock clock;

    ObjectionDesk(
            WorkshopTable workshops,
            InvitationTable invitations,
            MinutesTable minutes,
            ObjectionTable objections,
            IncomingMessages messages,
            WorkshopSettings settings,
            Clock clock) {
        this.workshops = workshops;
        this.invitations = invitations;
        this.minutes = minutes;
        this.objections = objections;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The minutes as an invited person finds them.
     *
     * @param minutes null as long as none are written
     * @param open whether objections are taken today
     * @param own what was sent over the same link, in every round
     */
    public record Place(
            Workshop workshop, Invitation seat, MinutesTable.Minutes minutes, boolean open, List<Objection> own) {}

    /** @return what the link leads to; empty if the invitation was deleted */
    public Optional<Place> find(Link link) {
        return seat(link).map(seat -> place(link, seat, workshops.find(link.municipality(), link.workshop())));
    }

    private Place place(Link link, Invitation seat, Workshop workshop) {
        MinutesTable.Minutes written =
                minutes.find(link.municipality(), workshop.id()).orElse(null);
        return new Place(
                workshop,
                seat,
                written,
                written != null && written.mayBeObjectedTo(LocalDate.now(clock)),
                objections.from(link.municipality(), workshop.id(), seat.id()));
    }

    /**
     * Takes an objection as long as the period runs; the lead department finds it in the form that ends the round.
     *
     * @return whether it was taken; empty if the invitation was deleted
     */
    public Optional<Boolean> object(Link link, String agendaItem, String text) {
        return messages.inOneTransaction(() -> {
            Workshop workshop = workshops.lock(link.municipality(), link.workshop());
            return seat(link).map(seat -> {
                Place place = place(link, seat, workshop);
                if (!place.open() || place.own().size() >= MOST) {
                    return false;
                }
                objections.receive(
                        link.municipality(),
                        workshop.id(),
                        seat.id(),
                        new Objection(null, seat.organisation(), agendaItem, text, LocalDate.now(clock), null, null),
                        workshop.date().plus(settings.provisionalRetention()));
                return true;
            });
        });
    }

    private Optional<Invitation> seat(Link link) {
        return invitations.of(link.municipality(), link.workshop()).stream()
                .filter(seat -> seat.id().equals(link.invitation()))
                .findFirst();
    }
}
