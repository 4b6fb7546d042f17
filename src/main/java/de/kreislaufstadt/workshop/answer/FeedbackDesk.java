package de.kreislaufstadt.workshop.answer;

import de.kreislaufstadt.process.IncomingMessages;
import de.kreislaufstadt.workshop.link.Link;
import de.kreislaufstadt.workshop.record.InvitationTable;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopSettings;
import de.kreislaufstadt.workshop.record.WorkshopState;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes anonymous feedback: as often as people were there, from the day it was held until it is evaluated. */
@Component
public class FeedbackDesk {

    private static final Set<WorkshopState> OPEN = EnumSet.of(WorkshopState.HELD, WorkshopState.RELEASED);

    private final WorkshopTable workshops;
    private final InvitationTable invitations;
    private final FeedbackTable feedback;
    private final IncomingMessages messages;
    private final WorkshopSettings settings;

    FeedbackDesk(
            WorkshopTable workshops,
            InvitationTable invitations,
            FeedbackTable feedback,
            IncomingMessages messages,
            WorkshopSettings settings) {
        this.workshops = workshops;
        this.invitations = invitations;
        this.feedback = feedback;
        this.messages = messages;
        this.settings = settings;
    }

    /** Whether feedback is taken. */
    public enum Stand {
        OPEN,
        /** As many have answered as were there: more would count somebody twice. */
        COMPLETE,
        NOT_YET,
        OVER
    }

    /** The page's workshop and whether feedback is taken. */
    public record Place(Workshop workshop, Stand stand) {}

    public Place find(Link link) {
        Workshop workshop = workshops.find(link.municipality(), link.workshop());
        return new Place(workshop, stand(link, workshop));
    }

    /** @return how it stood when the feedback came; counted only if it was open */
    public Place take(Link link, Feedback given) {
        return messages.inOneTransaction(() -> {
            Workshop workshop = workshops.lock(link.municipality(), link.workshop());
            Stand stand = stand(link, workshop);
            if (stand == Stand.OPEN) {
                feedback.count(
                        link.municipality(),
                        workshop.id(),
                        given,
                        workshop.date().plus(settings.provisionalRetention()));
            }
            return new Place(workshop, stand);
        });
    }

    private Stand stand(Link link, Workshop workshop) {
        if (workshop.state() == WorkshopState.EVALUATED || workshop.state() == WorkshopState.CANCELLED) {
            return Stand.OVER;
        }
        if (!OPEN.contains(workshop.state())) {
            return Stand.NOT_YET;
        }
        int attended = invitations.counts(link.municipality(), workshop.id()).stream()
                .mapToInt(InvitationTable.GroupCount::attended)
                .sum();
        int responses = feedback.sums(link.municipality(), workshop.id())
                .map(FeedbackTable.Sums::responses)
                .orElse(0);
        return responses < attended ? Stand.OPEN : Stand.COMPLETE;
    }
}
