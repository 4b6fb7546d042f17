package de.kreislaufstadt.notification;

import de.kreislaufstadt.deadline.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/** When daily summaries are sent: on every working day of the municipality, at the time that is set. */
@Component
class DigestDays {

    private final WorkingDays workingDays;
    private final LocalTime time;
    private final Clock clock;

    DigestDays(WorkingDays workingDays, NotificationSettings settings, Clock clock) {
        this.workingDays = workingDays;
        this.time = settings.mail().digestAt();
        this.clock = clock;
    }

    /** @return the first summary that is sent after the moment */
    Digest next(String municipality, Instant moment) {
        ZonedDateTime local = moment.atZone(clock.getZone());
        LocalDate today = local.toLocalDate();
        return on(municipality, local.toLocalTime().isBefore(time) ? today : today.plusDays(1));
    }

    /** @return the summary after that of a day */
    Digest after(String municipality, LocalDate day) {
        return on(municipality, day.plusDays(1));
    }

    private Digest on(String municipality, LocalDate earliest) {
        LocalDate day = workingDays.sameOrNext(municipality, earliest);
        return new Digest(day, day.atTime(time).atZone(clock.getZone()).toInstant());
    }

    record Digest(LocalDate day, Instant due) {}
}
