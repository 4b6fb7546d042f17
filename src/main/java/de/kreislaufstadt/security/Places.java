package de.kreislaufstadt.security;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** So many at work at the same time, and twice as many who wait a moment for it; everybody else is told at once. */
final class Places {

    private static final int WAITING_PER_PLACE = 3;

    private final Semaphore free;
    private final Duration wait;
    private final int mostWaiting;
    private final AtomicInteger waiting = new AtomicInteger();

    Places(int number, Duration wait) {
        this.free = new Semaphore(number, true);
        this.wait = wait;
        this.mostWaiting = number * WAITING_PER_PLACE;
    }

    /** @return whether the caller has a place now, which it gives back with {@link #leave} */
    boolean enter() {
        if (free.tryAcquire()) {
            return true;
        }
        if (waiting.incrementAndGet() > mostWaiting) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            return free.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    int waiting() {
        return waiting.get();
    }

    void leave() {
        free.release();
    }
}
