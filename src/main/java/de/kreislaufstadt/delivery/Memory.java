package de.kreislaufstadt.delivery;

import de.kreislaufstadt.delivery.Delivery.Key;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Keeps answers within a bound of bytes and forgets those first that nobody has asked for longest. An answer is made by one
 * request; others that want the same of the same day and stamp wait for it.
 */
final class Memory {

    private final long most;
    private final Map<Key, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Wanted, CompletableFuture<Answer>> underWay = new HashMap<>();
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
            Kept known = kept.get(key);
            if (known != null && known.stamp().equals(stamp) && known.day().equals(day)) {
                return known.answer();
            }
            others = underWay.putIfAbsent(wanted, mine);
        }
        return others == null ? make(wanted, mine, making) : shared(others);
    }

    private Answer make(Wanted wanted, CompletableFuture<Answer> mine, Supplier<Answer> making) {
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

    private static Answer shared(CompletableFuture<Answer> making) {
        try {
            return making.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
