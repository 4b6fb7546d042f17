package de.kreislaufstadt.faults;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.List;

/** What has arrived. */
final class Mailbox {

    private Mailbox() {}

    /** @return ids of the mails in the outbox, once for each arrival */
    static List<String> ids(GreenMail server) {
        return Arrays.stream(server.getReceivedMessages())
                .map(message -> {
                    try {
                        return message.getMessageID().replaceAll("^<|@.*", "");
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
