package de.kreislaufstadt.notification;

import de.kreislaufstadt.department.Municipalities;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What every mail has round its content: sender, recipient, subject and the id of its row. */
@Component
class Envelope {

    static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailServer server;
    private final Municipalities municipalities;
    private final NotificationSettings settings;
    private final Clock clock;

    Envelope(MailServer server, Municipalities municipalities, NotificationSettings settings, Clock clock) {
        this.server = server;
        this.municipalities = municipalities;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is written on the envelope.
     *
     * @param id the mail's row; the same again if it is sent again
     * @param replyTo {@code null} where nobody reads answers
     * @param languages of the content
     */
    record Head(UUID id, String municipality, String to, String replyTo, String subject, List<Locale> languages) {}

    /** @throws MailRefused if an address or the subject would carry a header of its own */
    OutgoingMessage message(Head head, Multipart content) throws MessagingException, UnsupportedEncodingException {
        InternetAddress from = address(settings.mail().from());
        from.setPersonal(HeaderLine.of("Kreislaufstadt " + municipalities.nameOf(head.municipality())), UTF_8);
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        OutgoingMessage message = new OutgoingMessage(server.session(), "<" + head.id() + "@" + domain + ">");
        message.setFrom(from);
        message.setRecipient(MimeMessage.RecipientType.TO, address(head.to()));
        if (head.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {address(head.replyTo())});
        }
        message.setSubject(HeaderLine.of(head.subject()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        // No answers from holiday absences: nobody reads them.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader(
                "Content-Language",
                head.languages().stream().map(Locale::getLanguage).collect(Collectors.joining(", ")));
        message.setContent(content);
        message.saveChanges();
        return message;
    }

    static MimeMultipart alternatives(String text, String html) throws MessagingException {
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(text, "plain"));
        alternatives.addBodyPart(part(html, "html"));
        return alternatives;
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, type);
        return part;
    }

    private static InternetAddress address(String text) throws MessagingException {
        InternetAddress address = new InternetAddress(HeaderLine.of(text), true);
        address.validate();
        return address;
    }
}
