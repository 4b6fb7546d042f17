package de.kreislaufstadt.notification;

import com.icegreen.greenmail.util.GreenMail;
import de.kreislaufstadt.support.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends what is in the outbox to a real mail server and keeps what arrived, for tests of the modules that write letters. */
@TestComponent
public class Postman {

    private final Outbox outbox;
    private final JdbcClient jdbc;

    Postman(Outbox outbox, JdbcClient jdbc) {
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    /** Empties the outbox of what other tests left there. */
    public void begin() {
        List.of("mail_notice", "mail", "notice")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    /** @return the mails that were sent now, without those to staff and their mailboxes */
    public List<MimeMessage> lettersSent() {
        return sent().stream()
                .filter(mail -> !MailParts.recipient(mail).endsWith(".invalid"))
                .toList();
    }

    /** @return all mails that were sent now */
    public List<MimeMessage> sent() {
        GreenMail server = TestMail.start();
        try {
            outbox.send(() -> true);
            return List.of(server.getReceivedMessages());
        } finally {
            server.stop();
        }
    }

    /** Nobody answers. */
    public void failsToSend() {
        outbox.send(() -> true);
        jdbc.sql("update mail set due_at = now() - interval '1 second' where state = 'PENDING'")
                .update();
    }
}
