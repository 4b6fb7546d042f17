package de.kreislaufstadt.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestLetters;
import de.kreislaufstadt.support.TestMail;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** What becomes of a mail: sent once, tried again, given up with a reason, or reported as uncertain. */
class DeliveryTest extends WithMailServer {

    @Autowired
    private Addressing addressing;

    @Autowired
    private MailTable mails;

    @Autowired
    private MailWriter writer;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private NotificationSettings settings;

    @Autowired
    private PlatformTransactionManager transactionManager;

    @Autowired
    private Clock clock;

    @Autowired
    private OutboxView view;

    @Autowired
    private Letters letters;

    @Autowired
    private TestLetters source;

    @Test
    void aMailIsSentOnceHoweverOftenTheOutboxIsLookedAt() {
        proposed();
        send();
        send();
        assertThat(received()).hasSize(1);
        assertThat(onlyMail()).containsEntry("state", "SENT").containsEntry("attempts", 0);
    }

    @Test
    void theMessageIdIsThatOfTheRow() {
        proposed();
        send();
        assertThat(headerOf(onlyReceived(), "Message-ID"))
                .isEqualTo("<" + onlyMail().get("id") + "@musterstadt.example.org>");
    }

    @Test
    void aServerThatIsDownIsTriedAgainWithGrowingPausesAndGivenUpWithTheReason() {
        proposed();
        server.stop();
        List<Duration> pauses = new ArrayList<>();
        int attempts = settings.mail().retries().size();
        for (int attempt = 1; attempt <= attempts; attempt++) {
            timePasses();
            send();
            assertThat(onlyMail()).containsEntry("state", "PENDING").containsEntry("attempts", attempt);
            pauses.add(Duration.ofSeconds(jdbc.sql("select extract(epoch from due_at - now()) from mail")
                    .query(Long.class)
                    .single()));
        }
        assertThat(pauses)
                .isSorted()
                .first()
                .satisfies(pause -> assertThat(pause).isPositive());

        timePasses();
        send();

        assertThat(onlyMail()).containsEntry("state", "FAILED");
        assertThat(onlyMail().get("reason").toString())
                .contains("MailConnectException")
                .doesNotContain("@");
    }

    @Test
    void whatFailedGoesOutOnceItIsReleased() {
        proposed();
        send();
        server.stop();
        jdbc.sql("update mail set state = 'FAILED', settled_at = now(), attempts = 8, reason = 'x'")
                .update();
        server = TestMail.start();

        assertThat(view.releaseFailed(clock.instant())).isEqualTo(1);
        send();

        assertThat(received()).hasSize(1);
        assertThat(onlyMail()).containsEntry("state", "SENT");
    }

    @Test
    void whatACrashedNodeLeftBehindIsReportedAndSentOnlyWhenReleased() {
        proposed();
        server.stop();
        send();
        jdbc.sql("update mail set state = 'SENDING', node = 'crashed', sending_since = now() - interval '6 minutes'")
                .update();
        server = TestMail.start();

        send();
        assertThat(onlyMail()).containsEntry("state", "UNCERTAIN").containsEntry("reason", Outbox.LOST);
        assertThat(view.troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.department()).isEqualTo("klima");
            assertThat(trouble.state()).isEqualTo("UNCERTAIN");
        });
        assertThat(received()).isEmpty();

        UUID mail = (UUID) onlyMail().get("id");
        assertThat(view.release(mail, clock.instant())).isTrue();
        assertThat(view.release(mail, clock.instant())).as("released twice").isFalse();
        send();
        assertThat(headerOf(onlyReceived(), "Message-ID")).contains(mail.toString());
    }

    @Test
    void whatAnotherNodeIsSendingRightNowIsLeftAlone() {
        proposed();
        server.stop();
        send();
        jdbc.sql("update mail set state = 'SENDING', node = 'other', sending_since = now()")
                .update();
        server = TestMail.start();
        send();
        assertThat(onlyMail()).containsEntry("state", "SENDING").containsEntry("node", "other");
        assertThat(received()).isEmpty();
    }

    @Test
    void severalNodesSendEveryMailOnce() throws Exception {
        Task task = proposed();
        publish(IntStream.range(0, 60)
                .mapToObj(cause -> notice(TaskNotice.Kind.REMINDED, task, "muenster-klima", null, "cause " + cause))
                .toArray(TaskNotice[]::new));
        List<UUID> guests = IntStream.range(0, 30)
                .mapToObj(guest ->
                        source.about(() -> LetterMailTest.letter("guest-" + guest + "@example.org", "Einladung")))
                .toList();
        inTransaction(() -> letters.write(Office.MUNICIPALITY, TestLetters.KIND, guests, "cause"));
        List<Outbox> nodes = IntStream.range(0, 3).mapToObj(node -> node()).toList();
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            CountDownLatch together = new CountDownLatch(nodes.size());
            List<Future<?>> runs = new ArrayList<>();
            for (Outbox node : nodes) {
                runs.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    node.send(() -> true);
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }
        // A node leaves what another one has locked at that moment.
        send();

        assertThat(received()).hasSize(91);
        assertThat(received().stream().map(mail -> headerOf(mail, "Message-ID")).distinct())
                .hasSize(91);
        assertThat(recipients(received()).stream().filter(to -> to.startsWith("guest-")))
                .as("letters")
                .doesNotHaveDuplicates()
                .hasSize(30);
    }

    @Test
    void aDatabaseThatIsAwayAfterTheConversationCostsNothing() {
        proposed();
        proposed();
        Outbox node = new Outbox(
                addressing,
                mails,
                writer,
                mailServer,
                new FailingTransactions(),
                settings,
                new SimpleMeterRegistry(),
                clock);
        assertThatIllegalStateException().isThrownBy(() -> node.send(() -> true));
        assertThat(received()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from mail where state = 'SENDING'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        node.send(() -> true);

        assertThat(received()).hasSize(2);
        assertThat(view.mails()).containsEntry("SENT", 2L).containsEntry("UNCERTAIN", 0L);
    }

    /** Refuses the second transaction: the one that would say how the first conversation ended. */
    private final class FailingTransactions implements PlatformTransactionManager {

        private final AtomicInteger begun = new AtomicInteger();

        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            if (begun.incrementAndGet() == 2) {
                throw new IllegalStateException("database away");
            }
            return transactionManager.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            transactionManager.commit(status);
        }

        @Override
        public void rollback(TransactionStatus status) {
            transactionManager.rollback(status);
        }
    }

    @Test
    void anAddressThatWouldCarryAHeaderIsNotSentTo() {
        Task task = proposed();
        jdbc.sql("delete from notice").update();
        jdbc.sql("update camunda.act_id_user set email_ = :mail where id_ = :id")
                .param("mail", "clerk@example.org\r\nBcc: everybody@example.org")
                .param("id", CLERK)
                .update();
        publish(notice(TaskNotice.Kind.ASKED, task, null, CLERK, "question"));

        send();

        assertThat(received()).isEmpty();
        assertThat(onlyMail()).containsEntry("state", "FAILED");
        assertThat(onlyMail().get("reason").toString())
                .contains("Zeilenumbruch")
                .doesNotContain("example.org");
    }

    private Outbox node() {
        return new Outbox(
                addressing, mails, writer, mailServer, transactionManager, settings, new SimpleMeterRegistry(), clock);
    }
}
