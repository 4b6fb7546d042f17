package de.kreislaufstadt.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due, one mail after the other. Before the first word to the mail server it is committed that the
 * conversation begins, and by whom: whatever happens then, no mail is lost and none is sent twice unasked. At most one mail
 * per node is between these two commits.
 */
@Component
class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    static final String LOST = "Der Versand wurde unterbrochen";
    private static final String NOTHING_LEFT = "Aufgabe erledigt oder übernommen, oder keine Mail gewünscht";
    static final String LETTER_OUTDATED = "Der Brief hatte sich erledigt, bevor er an der Reihe war";

    private final Addressing addressing;
    private final MailTable mails;
    private final MailWriter writer;
    private final MailServer server;
    private final TransactionTemplate transaction;
    private final Duration lostAfter;
    private final List<Duration> retries;
    private final Counter sent;
    private final Clock clock;
    private volatile boolean serverIsAway;
    private volatile Ended unsettled;
    private final String node = ManagementFactory.getRuntimeMXBean().getName() + " " + UUID.randomUUID();

    Outbox(
            Addressing addressing,
            MailTable mails,
            MailWriter writer,
            MailServer server,
            PlatformTransactionManager transactions,
            NotificationSettings settings,
            MeterRegistry registry,
            Clock clock) {
        this.addressing = addressing;
        this.mails = mails;
        this.writer = writer;
        this.server = server;
        this.transaction = new TransactionTemplate(transactions);
        this.lostAfter = settings.mail().lostAfter();
        this.retries = settings.mail().retries();
        this.sent = Counter.builder("kreislaufstadt.mails.sent")
                .description("Mails that this node has handed over")
                .register(registry);
        this.clock = clock;
    }

    /** Sends until nothing is due, nobody answers, or {@code goOn} says no. One thread per node. */
    void send(BooleanSupplier goOn) {
        settleUnsettled();
        reportLost();
        while (goOn.getAsBoolean() && addressing.next()) {
            // As many at once as fit into a short transaction.
        }
        try (MailServer.Line line = server.line()) {
            boolean more = true;
            while (more && goOn.getAsBoolean()) {
                more = sendNext(line);
            }
        }
    }

    private void reportLost() {
        Instant now = clock.instant();
        int lost = mails.reportLost(now.minus(lostAfter), LOST, now);
        if (lost > 0) {
            LOG.warn(
                    "{} Mails unklar, ob angekommen: der Versand wurde unterbrochen (Tasklist, Benachrichtigungen).",
                    lost);
        }
    }

    private boolean sendNext(MailServer.Line line) {
        Step step = transaction.execute(
                status -> mails.takeDue(clock.instant()).map(this::begin).orElse(Step.NONE));
        if (step.message() == null) {
            return step != Step.NONE;
        }
        Verdict verdict = line.send(step.message());
        unsettled = new Ended(step.mail(), verdict);
        settleUnsettled();
        return verdict.kind() != Verdict.Kind.UNREACHABLE;
    }

    /** If the database is away right after a conversation, how it ended is remembered, and no other one begins before. */
    private void settleUnsettled() {
        Ended ended = unsettled;
        if (ended != null) {
            transaction.executeWithoutResult(status -> settle(ended.mail(), ended.verdict()));
            unsettled = null;
            if (ended.verdict().kind() == Verdict.Kind.SENT) {
                sent.increment();
            }
        }
    }

    private Step begin(Mail mail) {
        Instant now = clock.instant();
        try {
            Optional<OutgoingMessage> message = writer.write(mail);
            if (message.isEmpty()) {
                mails.drop(mail.id(), mail.letter() == null ? NOTHING_LEFT : LETTER_OUTDATED, now);
                return new Step(mail, null);
            }
            mails.begin(mail.id(), node, now);
            return new Step(mail, message.get());
        } catch (MailRefused refused) {
            mails.begin(mail.id(), node, now);
            mails.settle(mail.id(), node, MailState.FAILED, refused.getMessage(), now);
            LOG.warn("Eine Mail ist nicht sendbar: {}", refused.getMessage());
            return new Step(mail, null);
        }
    }

    private void settle(Mail mail, Verdict verdict) {
        Instant now = clock.instant();
        switch (verdict.kind()) {
            case SENT -> mails.settle(mail.id(), node, MailState.SENT, null, now);
            case UNCERTAIN -> mails.settle(mail.id(), node, MailState.UNCERTAIN, verdict.reason(), now);
            case REFUSED -> mails.settle(mail.id(), node, MailState.FAILED, verdict.reason(), now);
            case LATER, UNREACHABLE -> {
                if (mail.attempts() >= retries.size()) {
                    mails.settle(mail.id(), node, MailState.FAILED, verdict.reason(), now);
                } else {
                    mails.tryAgain(mail.id(), node, verdict.reason(), now.plus(retries.get(mail.attempts())));
                }
            }
        }
        report(verdict);
    }

    /** A server that is away is reported once, not with every mail that waits for it. */
    private void report(Verdict verdict) {
        boolean away = verdict.kind() == Verdict.Kind.UNREACHABLE;
        if (away && !serverIsAway) {
            LOG.warn("Der Mailserver ist nicht erreichbar, Mails warten: {}", verdict.reason());
        } else if (!away && serverIsAway) {
            LOG.info("Der Mailserver ist wieder erreichbar.");
        }
        serverIsAway = away;
        if (!away && verdict.kind() != Verdict.Kind.SENT) {
            LOG.warn("Eine Mail ist nicht angekommen ({}): {}", verdict.kind(), verdict.reason());
        }
    }

    /** A conversation whose end is not yet in the database. */
    private record Ended(Mail mail, Verdict verdict) {}

    /** A mail in hand; without a message there is nothing to send, without a mail nothing was due. */
    private record Step(Mail mail, OutgoingMessage message) {

        private static final Step NONE = new Step(null, null);
    }
}
