package de.kreislaufstadt.steering;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The node's one thread that works batches off: woken when one begins here, and looking for itself from time to time, for what
 * began on another node or was left by one that has died.
 */
@Component
class BackgroundBatches implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundBatches.class);

    private static final long POLL_SECONDS = 15;
    private static final long LONGEST_STOP_SECONDS = 20;

    private final BatchWorker worker;
    private final boolean wanted;
    private volatile ScheduledExecutorService thread;

    /** @param wanted whether this node works; commands and tests do not, as they send no mail */
    BackgroundBatches(
            BatchWorker worker,
            @Value("${kreislaufstadt.steering.background:${kreislaufstadt.mail.background:true}}") boolean wanted) {
        this.worker = worker;
        this.wanted = wanted;
    }

    @Override
    public void start() {
        if (wanted) {
            thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "steering"));
            thread.scheduleWithFixedDelay(this::work, POLL_SECONDS, POLL_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Looks at the batches now. */
    void wake() {
        ScheduledExecutorService current = thread;
        if (current != null) {
            try {
                current.execute(this::work);
            } catch (RejectedExecutionException e) {
                // The node is being stopped; another one or the next start goes on.
            }
        }
    }

    /** The thread must outlive whatever goes wrong once. */
    private void work() {
        try {
            worker.workOff(this::isRunning);
        } catch (RuntimeException e) {
            LOG.error("Die Stapel konnten nicht bearbeitet werden; der nächste Versuch folgt.", e);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService current = thread;
        thread = null;
        if (current == null) {
            return;
        }
        current.shutdown();
        try {
            if (!current.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                current.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
