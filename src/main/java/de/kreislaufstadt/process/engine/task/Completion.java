package de.kreislaufstadt.process.engine.task;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.CompletedMeanwhile;
import de.kreislaufstadt.process.LostConnection;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.record.EndedTasks;
import de.kreislaufstadt.process.engine.record.EndedTasks.EndedTask;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
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

    /** SQL state of PostgreSQL for a transaction that was ended to break a deadlock. */
    private static final String DEADLOCK = "40P01";

    private Completion() {}

    /**
     * Runs the completion of a task; who comes second is told who came first. Where the database has done it and only its answer
     * was lost, it is done.
     *
     * @param lost what is returned in place of a lost answer
     */
    static <T> T ofTask(String taskId, EndedTasks ended, Supplier<T> work, T lost) {
        Instant begun = ended.now();
        try {
            return of(work);
        } catch (RuntimeException e) {
            // However it failed (a lost race, a task that is gone, a row that is there already), if the task is over
            // this is why. A transaction of the caller's may be broken by now, and nothing can be asked in it.
            Optional<Login> who = TransactionSynchronizationManager.isActualTransactionActive()
                    ? Optional.empty()
                    : SignedIn.current();
            Optional<EndedTask> task =
                    who.flatMap(person -> ended.find(taskId, person)).filter(found -> found.by() != null);
            if (task.isEmpty()) {
                throw e;
            }
            if (LostConnection.isCauseOf(e)
                    && who.get().user().equals(task.get().user())
                    && !task.get().at().isBefore(begun)) {
                return lost;
            }
            throw new CompletedMeanwhile(task.get().by(), task.get().at(), e);
        }
    }

    static void ofTask(String taskId, EndedTasks ended, Runnable work) {
        ofTask(
                taskId,
                ended,
                () -> {
                    work.run();
                    return null;
                },
                null);
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
                if (attempt == attempts || !isLostRace(e)) {
                    throw e;
                }
            }
        }
    }

    /** Two that wait for each other in the database: it ends one of them, which may simply begin anew. */
    private static boolean isLostRace(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof SQLException refused && DEADLOCK.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
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
