package de.kreislaufstadt.process;

import de.kreislaufstadt.observation.LogFields;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread of this node for work in the background: woken by what happens here, and looking for itself from time to time,
 * since other nodes leave work, too. It outlives whatever goes wrong once; what has begun is led to its end before it stops.
 */
public final class BackgroundThread {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundThread.class);

    private static final long LONGEST_STOP_SECONDS = 18;

    private final String name;
    private final Runnable work;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile ScheduledExecutorService thread;

    /**
     * @param name how logs call the thread
     * @param work what it does when it is woken; looks at {@link #isRunning} between its portions
     */
    public BackgroundThread(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    /** Begins; nothing is done before it. */
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, name));
    }

    /** Wakes itself every time so long after its work is done, and so long after the start. */
    public void look(Duration pause) {
        repeat(this::work, pause);
    }

    /** Does something beside its work, so long after the start and every time so long after it is done. */
    public void repeat(Runnable other, Duration pause) {
        thread.scheduleWithFixedDelay(safely(other), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does its work as soon as it can; calls that come before it has begun are one. Nothing happens where it is not running. */
    public void wake() {
        ScheduledExecutorService current = thread;
        if (current != null && woken.compareAndSet(false, true)) {
            try {
                current.execute(safely(this::work));
            } catch (RejectedExecutionException e) {
                // The node is being stopped: what is to be done is committed, and another node or the next start does
                // it.
            }
        }
    }

    /** Ends when its work is done or, at the latest, after eighteen seconds. */
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

    /** The same beside other things that end: none waits for another one. Calls {@code ended} when it has. */
    public void stop(Runnable ended) {
        Runnable stopping = () -> {
            try {
                stop();
            } finally {
                ended.run();
            }
        };
        new Thread(stopping, name + "-stop").start();
    }

    /** @return whether it was started and not yet told to stop */
    public boolean isRunning() {
        return thread != null;
    }

    private void work() {
        woken.set(false);
        work.run();
    }

    private Runnable safely(Runnable unsafe) {
        return () -> {
            try {
                unsafe.run();
            } catch (RuntimeException e) {
                LOG.error("Die Arbeit im Hintergrund ({}) ist gescheitert; der nächste Versuch folgt.", name, e);
            } finally {
                LogFields.clear();
            }
        };
    }
}
