package de.kreislaufstadt.workshop.answer;

import de.kreislaufstadt.workshop.record.Answer;
import de.kreislaufstadt.workshop.record.Invitation;
import de.kreislaufstadt.workshop.record.Workshop;
import java.time.ZonedDateTime;

/** What invited people may still do themselves. */
public enum Registration {
    /** Everything: the last answer counts. */
    OPEN,
    /** Registration has ended, the workshop has not begun: who has a place, or waits for one, may give it up. */
    ONLY_WITHDRAWAL,
    /** The workshop has begun, or is over. */
    OVER,
    /** The workshop does not take place. */
    CANCELLED,
    /** The workshop is being prepared anew. */
    NOT_YET;

    /** @param now in Europe/Berlin; registration ends with the end of its last day there */
    static Registration of(Workshop workshop, ZonedDateTime now) {
        return switch (workshop.state()) {
            case PLANNED, PREPARED, AGREED -> NOT_YET;
            case CANCELLED -> CANCELLED;
            case HELD, RELEASED, EVALUATED -> OVER;
            case CONFIRMED -> afterRegistration(workshop, now);
            case INVITED, POSTPONED ->
                now.toLocalDate().isAfter(workshop.registrationUntil()) ? afterRegistration(workshop, now) : OPEN;
        };
    }

    private static Registration afterRegistration(Workshop workshop, ZonedDateTime now) {
        return now.toLocalDateTime().isBefore(workshop.date().atTime(workshop.begin())) ? ONLY_WITHDRAWAL : OVER;
    }

    boolean allows(Invitation seat, OnlineAnswer given) {
        return this == OPEN
                || this == ONLY_WITHDRAWAL && given.choice() == OnlineAnswer.Choice.DECLINE && mayWithdraw(seat);
    }

    public static boolean mayWithdraw(Invitation seat) {
        return seat.answer().takesPlace() || seat.answer() == Answer.WAITING_LIST;
    }
}
