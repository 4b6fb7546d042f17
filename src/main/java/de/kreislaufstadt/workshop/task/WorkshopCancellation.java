package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.measure.MeasureEnded;
import de.kreislaufstadt.workshop.joint.JointWorkshops;
import de.kreislaufstadt.workshop.letter.WorkshopLetters;
import de.kreislaufstadt.workshop.record.InvitationTable;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopSettings;
import de.kreislaufstadt.workshop.record.WorkshopState;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A workshop does not take place: whoever is invited is told, and what is known of them goes after the usual time. */
@Component
class WorkshopCancellation {

    private static final Set<WorkshopState> PAST =
            Set.of(WorkshopState.HELD, WorkshopState.RELEASED, WorkshopState.EVALUATED, WorkshopState.CANCELLED);

    private final WorkshopTable workshops;
    private final InvitationTable invitations;
    private final JointWorkshops joint;
    private final WorkshopLetters letters;
    private final WorkshopSettings settings;
    private final Clock clock;

    WorkshopCancellation(
            WorkshopTable workshops,
            InvitationTable invitations,
            JointWorkshops joint,
            WorkshopLetters letters,
            WorkshopSettings settings,
            Clock clock) {
        this.workshops = workshops;
        this.invitations = invitations;
        this.joint = joint;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    void of(String municipality, Workshop workshop) {
        letters.cancelled(municipality, workshop.id(), invitations.of(municipality, workshop.id()));
        workshops.enter(municipality, workshop.id(), WorkshopState.CANCELLED);
        joint.cancel(municipality, workshop.id());
        invitations.deleteOn(municipality, workshop.id(), LocalDate.now(clock).plus(settings.retention(municipality)));
    }

    /** With its measure, in the transaction that ends it. */
    @EventListener
    void on(MeasureEnded measure) {
        workshops.ofMeasure(measure.municipality(), measure.measure()).stream()
                .filter(workshop -> !PAST.contains(workshop.state()))
                .map(workshop -> workshops.lock(measure.municipality(), workshop.id()))
                .forEach(workshop -> of(measure.municipality(), workshop));
    }
}
