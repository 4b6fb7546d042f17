package de.kreislaufstadt.security;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counts what somebody does within a minute of the clock, on this node. What was counted is forgotten with its minute, so that
 * neither memory nor anybody's address is kept.
 */
final class Ceiling {

    private static final long MINUTE_MILLIS = 60_000;

    private final int most;
    private final Clock clock;
    private final AtomicReference<Minute> current = new AtomicReference<>(new Minute(0, new ConcurrentHashMap<>()));

    private record Minute(long number, ConcurrentMap<String, AtomicInteger> counts) {}

    /** @param most how often within a minute */
    Ceiling(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Counts once more. @return whether it is still within the ceiling */
    boolean admits(String who) {
        return minute().counts()
                        .computeIfAbsent(who, key -> new AtomicInteger())
                        .incrementAndGet()
                <= most;
    }

    /** @return seconds until counting begins anew, at least one */
    long secondsLeft() {
        return 1 + (MINUTE_MILLIS - clock.millis() % MINUTE_MILLIS) / 1000;
    }

    private Minute minute() {
        long number = clock.millis() / MINUTE_MILLIS;
        return current.updateAndGet(
                minute -> minute.number() == number ? minute : new Minute(number, new ConcurrentHashMap<>()));
    }
}
