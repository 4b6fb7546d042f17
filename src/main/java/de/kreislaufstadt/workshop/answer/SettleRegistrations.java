package de.kreislaufstadt.workshop.answer;

import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.workshop.letter.WorkshopLetters;
import de.kreislaufstadt.workshop.record.Answer;
import de.kreislaufstadt.workshop.record.Invitation;
import de.kreislaufstadt.workshop.record.InvitationTable;
import de.kreislaufstadt.workshop.record.WarningTable;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopState;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An answer has come in: whoever waits moves up into free places, and the mix is looked at again. */
@Component
class SettleRegistrations implements ServiceStep {

    private final WorkshopTable workshops;
    private final InvitationTable invitations;
    private final WarningTable warnings;
    private final WorkshopMix mix;
    private final WorkshopLetters letters;
    private final Clock clock;

    SettleRegistrations(
            WorkshopTable workshops,
            InvitationTable invitations,
            WarningTable warnings,
            WorkshopMix mix,
            WorkshopLetters letters,
            Clock clock) {
        this.workshops = workshops;
        this.invitations = invitations;
        this.warnings = warnings;
        this.mix = mix;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public String step() {
        return "settle-registrations";
    }

    @Override
    public Outcome run(TaskContext scope) {
        settle(scope.municipality(), scope.id("workshopId"));
        return Outcome.none();
    }

    /** Done directly where the instance runs on a model that does not know the step yet. */
    void settle(String municipality, UUID id) {
        Workshop workshop = workshops.lock(municipality, id);
        List<Invitation> all = new ArrayList<>(invitations.of(municipality, id));
        List<Invitation> up = Seats.movingUp(workshop, all);
        if (!up.isEmpty()) {
            invitations.answer(municipality, id, up);
            letters.movedUp(municipality, up, clock.instant().toString());
            up.forEach(seat -> all.replaceAll(old -> old.id().equals(seat.id()) ? seat : old));
        }
        warnings.replace(municipality, id, mix.warnings(municipality, workshop, coming(workshop, all), all));
    }

    /** As long as answers are asked for, everybody may come who has not declined, as when they were invited. */
    private static List<Invitation> coming(Workshop workshop, List<Invitation> all) {
        boolean decided = workshop.state() == WorkshopState.CONFIRMED;
        return all.stream()
                .filter(seat -> decided ? seat.answer().takesPlace() : seat.answer() != Answer.DECLINED)
                .toList();
    }
}
