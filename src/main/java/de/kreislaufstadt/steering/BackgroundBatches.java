package de.kreislaufstadt.steering;

import de.kreislaufstadt.process.BackgroundThread;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works batches off: those that begin here at once, and those of other nodes, living or dead, when it looks for itself. */
@Component
class BackgroundBatches implements SmartLifecycle {

    private static final Duration POLL = Duration.ofSeconds(15);

    private final BackgroundThread thread;
    private final boolean wanted;

    /** @param wanted whether this node works; commands and tests do not, as they send no mail */
    BackgroundBatches(
            BatchWorker worker,
            @Value("${kreislaufstadt.steering.background:${kreislaufstadt.mail.background:true}}") boolean wanted) {
        this.thread = new BackgroundThread("steering", () -> worker.workOff(this::isRunning));
        this.wanted = wanted;
    }

    @Override
    public void start() {
        if (wanted) {
            thread.start();
            thread.look(POLL);
        }
    }

    /** Looks at the batches now. */
    void wake() {
        thread.wake();
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
