package de.kreislaufstadt.workshop;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that stands still until a test sets the day. */
public final class MovableClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private LocalDate today;

    MovableClock(LocalDate today) {
        this.today = today;
    }

    public void set(LocalDate day) {
        today = day;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return today.atTime(12, 0).atZone(ZONE).toInstant();
    }
}
