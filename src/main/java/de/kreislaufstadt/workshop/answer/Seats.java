package de.kreislaufstadt.workshop.answer;

import de.kreislaufstadt.workshop.record.Answer;
import de.kreislaufstadt.workshop.record.Invitation;
import de.kreislaufstadt.workshop.record.Workshop;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;

/** Who gets the places of a workshop: who has one keeps it, the next free one goes to who has waited longest. */
public final class Seats {

    private Seats() {}

    /** @return whether nobody else can be given a place */
    public static boolean full(Workshop workshop, List<Invitation> all) {
        return taken(all) >= workshop.maxParticipants();
    }

    /** @return the seat after its person has answered; over the maximum it stands in the waiting list */
    static Invitation answered(
            Workshop workshop, List<Invitation> all, Invitation seat, OnlineAnswer given, OffsetDateTime now) {
        if (given.choice() == OnlineAnswer.Choice.DECLINE) {
            return seat.answered(Answer.DECLINED, null, now, null).withAssistance(false);
        }
        String substitute = given.substituteOrNull();
        boolean place = seat.answer().takesPlace() || !full(workshop, all);
        Answer answer = place ? withPlace(substitute) : Answer.WAITING_LIST;
        OffsetDateTime waiting = place ? null : seat.waitingSince() == null ? now : seat.waitingSince();
        return seat.answered(answer, substitute, now, waiting).withAssistance(given.assistance());
    }

    /** @return the seats that move up into free places, as they stand then, who has waited longest first */
    static List<Invitation> movingUp(Workshop workshop, List<Invitation> all) {
        long free = Math.max(0, workshop.maxParticipants() - taken(all));
        return all.stream()
                .filter(seat -> seat.waitingSince() != null)
                .sorted(Comparator.comparing(Invitation::waitingSince).thenComparing(Invitation::number))
                .limit(free)
                .map(seat -> seat.answered(withPlace(seat.substitute()), seat.substitute(), seat.answeredAt(), null))
                .toList();
    }

    private static Answer withPlace(String substitute) {
        return substitute == null ? Answer.ACCEPTED : Answer.SUBSTITUTE;
    }

    private static long taken(List<Invitation> all) {
        return all.stream().filter(seat -> seat.answer().takesPlace()).count();
    }
}
