package de.kreislaufstadt.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.context.SmartLifecycle;

/**
 * Work of a module in the background, for as long as this node runs: what begins here is done at once, what other nodes have left,
 * living or dead, when it looks for itself.
 */
public abstract class BackgroundWork implements SmartLifecycle {

    private final BackgroundThread thread;
    private final Duration pause;
    private final boolean wanted;

    /**
     * @param name how logs call its thread
     * @param work works until nothing is left, or until it is told to stop
     * @param pause between two looks
     * @param wanted whether this node works; commands and tests do not, as they send no mail
     */
    protected BackgroundWork(String name, Consumer<BooleanSupplier> work, Duration pause, boolean wanted) {
        this.thread = new BackgroundThread(name, () -> work.accept(this::isRunning));
        this.pause = pause;
        this.wanted = wanted;
    }

    @Override
    public final void start() {
        if (wanted) {
            thread.start();
            thread.look(pause);
        }
    }

    /** Looks now whether there is anything to do. */
    public final void wake() {
        thread.wake();
    }

    @Override
    public final void stop() {
        thread.stop();
    }

    @Override
    public final void stop(Runnable ended) {
        thread.stop(ended);
    }

    @Override
    public final boolean isRunning() {
        return thread.isRunning();
    }
}
