package de.kreislaufstadt.notification;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The node's one thread that sends mail: woken by a commit, and looking for itself from time to time, since other nodes
 * commit too and some mails have to wait. Without a mail server it only tidies up.
 */
@Component
class BackgroundSender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundSender.class);

    private static final long LONGEST_STOP_SECONDS = 20;
    private static final long TIDY_MINUTES = 60;

    private final Outbox outbox;
    private final Tidying tidying;
    private final MailServer server;
    private final NotificationSettings settings;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile ScheduledExecutorService thread;

    BackgroundSender(Outbox outbox, Tidying tidying, MailServer server, NotificationSettings settings) {
        this.outbox = outbox;
        this.tidying = tidying;
        this.server = server;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (!settings.mail().background()) {
            return;
        }
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "mail"));
        if (server.isConfigured()) {
            long poll = settings.mail().poll().toMillis();
            started.scheduleWithFixedDelay(safely(this::send), poll, poll, TimeUnit.MILLISECONDS);
        } else {
            LOG.info("Kein Mailserver angegeben (spring.mail.host): Hinweise und Briefe bleiben im Postausgang.");
        }
        started.scheduleWithFixedDelay(safely(tidying::run), TIDY_MINUTES, TIDY_MINUTES, TimeUnit.MINUTES);
        thread = started;
    }

    /** Looks at the outbox now. Cheap, and called after every commit with a notice. */
    void wake() {
        ScheduledExecutorService current = thread;
        if (current != null && server.isConfigured() && woken.compareAndSet(false, true)) {
            try {
                current.execute(safely(this::send));
            } catch (RejectedExecutionException e) {
                // The node is being stopped: it is committed what has to be sent, and the next one will.
            }
        }
    }

    private void send() {
        woken.set(false);
        outbox.send(() -> isRunning());
    }

    /** The thread must outlive whatever goes wrong once. */
    private static Runnable safely(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("Der Postausgang konnte nicht bearbeitet werden; der nächste Versuch folgt.", e);
            }
        };
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
            // A conversation that has begun is led to its end.
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
