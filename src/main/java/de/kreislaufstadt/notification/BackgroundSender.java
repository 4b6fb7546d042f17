package de.kreislaufstadt.notification;

import de.kreislaufstadt.process.BackgroundThread;
import java.time.Duration;
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

    private static final Duration TIDY = Duration.ofHours(1);

    private final Tidying tidying;
    private final MailServer server;
    private final NotificationSettings settings;
    private final BackgroundThread thread;

    BackgroundSender(Outbox outbox, Tidying tidying, MailServer server, NotificationSettings settings) {
        this.tidying = tidying;
        this.server = server;
        this.settings = settings;
        this.thread = new BackgroundThread("mail", () -> outbox.send(this::isRunning));
    }

    @Override
    public void start() {
        if (!settings.mail().background()) {
            return;
        }
        thread.start();
        if (server.isConfigured()) {
            thread.look(settings.mail().poll());
        } else {
            LOG.info("Kein Mailserver angegeben (spring.mail.host): Hinweise und Briefe bleiben im Postausgang.");
        }
        thread.repeat(tidying::run, TIDY);
    }

    /** Looks at the outbox now. Cheap, and called after every commit with a notice. */
    void wake() {
        if (server.isConfigured()) {
            thread.wake();
        }
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public void stop(Runnable ended) {
        thread.stop(ended);
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
