package de.kreislaufstadt.delivery;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Reads something for many at once without telling anybody less than they could have read themselves: everybody gets what was
 * read by a reading that began after they had asked. Whoever asks while one is under way shares the next one.
 */
final class SharedReading<T> {

    private final Supplier<T> reading;
    private final ReentrantLock turn = new ReentrantLock();
    private CompletableFuture<T> next;

    /** @param reading called by one at a time */
    SharedReading(Supplier<T> reading) {
        this.reading = reading;
    }

    /** @throws RuntimeException as the reading throws it, to all who share it */
    T read() {
        CompletableFuture<T> mine;
        boolean first;
        synchronized (this) {
            first = next == null;
            if (first) {
                next = new CompletableFuture<>();
            }
            mine = next;
        }
        return first ? readFor(mine) : shared(mine);
    }

    private T readFor(CompletableFuture<T> sharing) {
        turn.lock();
        try {
            synchronized (this) {
                // Whoever asks from here on may ask for what this reading no longer sees.
                next = null;
            }
            T read = reading.get();
            sharing.complete(read);
            return read;
        } catch (RuntimeException | Error e) {
            sharing.completeExceptionally(e);
            throw e;
        } finally {
            turn.unlock();
        }
    }

    private static <T> T shared(CompletableFuture<T> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
