package de.kreislaufstadt.process.engine;

import de.kreislaufstadt.form.FormRefused;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a completion as callers expect it: what a listener refused reaches them as itself and not in the engine's wrapping,
 * and colleagues who complete neighbouring tasks in the same second do not fail over each other.
 */
final class Completion {

    /** Departments answer in parallel and share the counters of their activity; a lost race is run again at once. */
    private static final int ATTEMPTS = 10;

    private Completion() {}

    static void of(Runnable work) {
        of(() -> {
            work.run();
            return null;
        });
    }

    static <T> T of(Supplier<T> work) {
        // A transaction of the caller's is already lost with the race; only the caller can begin it anew.
        int attempts = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : ATTEMPTS;
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                FormRefused refused = cause(e, FormRefused.class);
                if (refused != null) {
                    throw refused;
                }
                if (attempt == attempts || cause(e, OptimisticLockingException.class) == null) {
                    throw e;
                }
            }
        }
    }

    private static <E extends Throwable> E cause(Throwable thrown, Class<E> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
