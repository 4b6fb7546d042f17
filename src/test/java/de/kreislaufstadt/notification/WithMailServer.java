package de.kreislaufstadt.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestMail;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The application, a real mail server, and an outbox in which nothing is left of other tests. */
@ApplicationTest
abstract class WithMailServer {

    static final String KLIMA_MAILBOX = "klima@stadt-muenster.invalid";
    static final String CLERK = "klima-sachbearbeitung";
    static final String CLERKS_MAIL = "clerk@example.org";

    @Autowired
    Office office;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    GreenMail server;

    @BeforeEach
    void emptyOutbox() {
        List.of("mail_notice", "mail", "notice", "mail_choice")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        accounts.reachAt(CLERK, CLERKS_MAIL);
        server = TestMail.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
        accounts.reachAt(CLERK, null);
        List.of("klima-leitung", "wfm-leitung").forEach(head -> accounts.reachAt(head, null));
    }

    /** A measure is proposed, and the climate unit has a task. */
    Task proposed() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        return office.open(number, "review-proposal").get(0);
    }

    String numberOf(Task task) {
        return office.runtime()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    TaskNotice notice(TaskNotice.Kind kind, Task task, String group, String assignee, String cause) {
        UUID measure = UUID.fromString(
                office.tasks().getVariable(task.getId(), "measureId").toString());
        return new TaskNotice(
                kind,
                Office.MUNICIPALITY,
                task.getId(),
                task.getTaskDefinitionKey(),
                measure,
                numberOf(task),
                group,
                assignee,
                null,
                cause);
    }

    /** Publishes in one transaction, as the parts of the application do. */
    void publish(TaskNotice... notices) {
        inTransaction(() -> Arrays.stream(notices).forEach(events::publishEvent));
    }

    void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    void publishOutsideOfATransaction(TaskNotice notice) {
        events.publishEvent(notice);
    }

    /** What the background does, now. */
    void send() {
        outbox.send(() -> true);
    }

    void choose(Recipient recipient, String rhythm, String language) {
        jdbc.sql("insert into mail_choice (id, municipality_id, person_by, department, rhythm, language)"
                        + " values (:id, :municipality, :person, :department, :rhythm, :language)")
                .param("id", UUID.randomUUID())
                .param("municipality", recipient.municipality())
                .param("person", recipient.person())
                .param("department", recipient.department())
                .param("rhythm", rhythm)
                .param("language", language)
                .update();
    }

    static Recipient mailbox() {
        return Recipient.mailbox(Office.MUNICIPALITY, "klima");
    }

    static Recipient clerk() {
        return Recipient.person(Office.MUNICIPALITY, CLERK);
    }

    /** Lets every mail that waits be due. */
    void timePasses() {
        jdbc.sql("update mail set due_at = now() - interval '1 second' where state = 'PENDING'")
                .update();
    }

    Map<String, Object> onlyMail() {
        return jdbc.sql("select * from mail").query().singleRow();
    }

    List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    MimeMessage onlyReceived() {
        assertThat(received()).as("received mails").hasSize(1);
        return received().get(0);
    }

    static List<String> recipients(List<MimeMessage> messages) {
        return messages.stream()
                .map(message -> headerOf(message, "To"))
                .sorted()
                .toList();
    }

    static String headerOf(MimeMessage message, String name) {
        try {
            return message.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String subjectOf(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the plain text, and the HTML */
    static List<String> partsOf(MimeMessage message) {
        try {
            assertThat(message.getContentType()).startsWith("multipart/alternative");
            Multipart parts = (Multipart) message.getContent();
            BodyPart text = parts.getBodyPart(0);
            BodyPart html = parts.getBodyPart(1);
            assertThat(text.getContentType()).startsWithIgnoringCase("text/plain; charset=utf-8");
            assertThat(html.getContentType()).startsWithIgnoringCase("text/html; charset=utf-8");
            return List.of(text.getContent().toString(), html.getContent().toString());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
