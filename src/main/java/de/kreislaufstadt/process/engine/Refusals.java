package de.kreislaufstadt.process.engine;

import de.kreislaufstadt.form.FormRefused;
import java.util.function.Supplier;

/** The engine wraps what a listener throws; callers in Java are to get the refusal itself. */
final class Refusals {

    private Refusals() {}

    static void unwrapped(Runnable work) {
        unwrapped(() -> {
            work.run();
            return null;
        });
    }

    static <T> T unwrapped(Supplier<T> work) {
        try {
            return work.get();
        } catch (FormRefused e) {
            throw e;
        } catch (RuntimeException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof FormRefused refused) {
                    throw refused;
                }
            }
            throw e;
        }
    }
}
