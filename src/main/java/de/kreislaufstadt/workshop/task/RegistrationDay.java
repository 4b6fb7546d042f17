package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.deadline.WorkingDays;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * Last day of registration: a working day, since the task that is due then never is on a free day, and Tasklist, mails and
 * invitations have to name the same one.
 */
@Component
class RegistrationDay {

    private final WorkingDays workingDays;

    RegistrationDay(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** @return the wished day or the next working day; the one before it where that would be too late for the workshop */
    LocalDate of(String municipality, LocalDate wished, LocalDate workshop) {
        LocalDate next = workingDays.sameOrNext(municipality, wished);
        return next.isBefore(workshop) ? next : workingDays.before(municipality, wished, 1);
    }
}
