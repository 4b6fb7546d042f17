package de.kreislaufstadt.delivery;

import de.kreislaufstadt.delivery.Delivery.Key;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Keeps answers within a bound of bytes and forgets those first that nobody has asked for longest. An answer is made by one
 * request; others that want the same of the same day and stamp wait for it.
 */
final class Memory {

    private final long most;
    private final Map<Key, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Wanted, CompletableFuture<Answer>> underWay = new HashMap<>();
    private final LongAdder known = new LongAdder();
    private final LongAdder made = new LongAdder();
    private long used;

    private record Kept(Object stamp, LocalDate day, Answer answer) {}

    private record Wanted(Key key, Object stamp, LocalDate day) {}

    /** @param most bytes */
    Memory(long most) {
        this.most = most;
    }

    /**
     * @param stamp read after the request came in
     * @param making called without a lock
     */
    Answer get(Key key, Object stamp, LocalDate day, Supplier<Answer> making) {
        Wanted wanted = new Wanted(key, stamp, day);
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        CompletableFuture<Answer> others;
        synchronized (this) {
            Kept before = kept.get(key);
            if (before != null && before.stamp().equals(stamp) && before.day().equals(day)) {
                known.increment();
                return before.answer();
            }
            others = underWay.putIfAbsent(wanted, mine);
        }
        return others == null ? make(wanted, mine, making) : shared(others);
    }

    private Answer make(Wanted wanted, CompletableFuture<Answer> mine, Supplier<Answer> making) {
        made.increment();
        try {
            Answer answer = making.get();
            if (answer.body().status() == 200) {
                keep(wanted, answer);
            }
            mine.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            synchronized (this) {
                underWay.remove(wanted);
            }
        }
    }

    private synchronized void keep(Wanted wanted, Answer answer) {
        if (answer.size() > most) {
            return;
        }
        Kept before = kept.put(wanted.key(), new Kept(wanted.stamp(), wanted.day(), answer));
        used += answer.size() - (before == null ? 0 : before.answer().size());
        Iterator<Kept> oldest = kept.values().iterator();
        while (used > most) {
            used -= oldest.next().answer().size();
            oldest.remove();
        }
    }

    /** @return answers given from memory since the start */
    long known() {
        return known.sum();
    }

    /** @return answers that had to be made since the start */
    long made() {
        return made.sum();
    }

    /** @return bytes that are kept */
    synchronized long used() {
        return used;
    }

    private static Answer shared(CompletableFuture<Answer> making) {
        try {
            return making.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
