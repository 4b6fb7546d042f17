package de.kreislaufstadt.notification;

import de.kreislaufstadt.department.MailAddress;
import de.kreislaufstadt.notification.LetterTable.Draft;
import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.NoSuchMessageException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.exceptions.TemplateEngineException;

/** Writes a letter when it is its turn, from what its source says then. */
@Component
class LetterWriter {

    private final ObjectProvider<LetterSource> sources;
    private final LetterText texts;
    private final CalendarWriter calendars;
    private final Envelope envelope;
    private final String sender;
    private final TransactionTemplate asking;

    /** @param sources resolved when they are asked, since they may themselves ask what has become of a letter */
    LetterWriter(
            ObjectProvider<LetterSource> sources,
            LetterText texts,
            CalendarWriter calendars,
            Envelope envelope,
            NotificationSettings settings,
            PlatformTransactionManager transactions) {
        this.sources = sources;
        this.texts = texts;
        this.calendars = calendars;
        this.envelope = envelope;
        this.sender = settings.mail().from();
        this.asking = new TransactionTemplate(transactions);
        this.asking.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * @return the message; empty if there is nothing to send any more
     * @throws MailRefused if the letter cannot be written
     */
    Optional<OutgoingMessage> write(Mail mail) {
        return worded(mail.letter()).map(letter -> message(mail, letter));
    }

    /** @return whether nothing would be sent if it were the letter's turn now */
    boolean isOutdated(Draft draft) {
        try {
            return worded(draft).isEmpty();
        } catch (MailRefused e) {
            return false;
        }
    }

    /**
     * Asks the source in a transaction of its own: what goes wrong there must not keep the outbox from saying so, nor the
     * other mails waiting behind this one.
     */
    private Optional<Letter> worded(Draft draft) {
        LetterSource source = sources.stream()
                .filter(one -> one.kind().equals(draft.kind()))
                .findFirst()
                .orElseThrow(() -> new MailRefused("Niemand schreibt Briefe der Art " + draft.kind()));
        try {
            return asking.execute(status -> source.letter(draft.municipality(), draft.subject(), draft.cause()));
        } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MailRefused(
                    "Der Brief ließ sich nicht schreiben: " + e.getClass().getSimpleName());
        }
    }

    private OutgoingMessage message(Mail mail, Letter letter) {
        String to = wire(letter.to());
        String replyTo = letter.replyTo() == null ? null : wire(letter.replyTo());
        try {
            LetterText.Content content = texts.of(mail.letter().municipality(), letter);
            Multipart body = Envelope.alternatives(content.text(), content.html());
            if (letter.calendar() != null) {
                String organizer = replyTo == null ? sender : replyTo;
                body = withCalendar(body, letter.calendar(), calendars.write(letter.calendar(), organizer, to));
            }
            Envelope.Head head = new Envelope.Head(
                    mail.id(),
                    mail.letter().municipality(),
                    to,
                    replyTo,
                    HeaderLine.folded(letter.subject()),
                    letter.parts().stream().map(Letter.Part::language).toList());
            return envelope.message(head, body);
        } catch (MessagingException | IOException | TemplateEngineException | NoSuchMessageException e) {
            throw new MailRefused(MailServer.reason(e));
        }
    }

    private static String wire(String address) {
        return MailAddress.onTheWire(HeaderLine.of(address))
                .orElseThrow(() -> new MailRefused("An diese Adresse lässt sich keine Mail schicken"));
    }

    /** Some calendars read the part of the mail, others the file attached to it. */
    private static Multipart withCalendar(Multipart alternatives, CalendarEvent event, String calendar)
            throws MessagingException, IOException {
        String type = "text/calendar; charset=UTF-8; method=" + event.method().name();
        alternatives.addBodyPart(part(calendar, type));
        BodyPart file = part(calendar, type);
        file.setDisposition(Part.ATTACHMENT);
        file.setFileName(event.method() == CalendarEvent.Method.CANCEL ? "absage.ics" : "einladung.ics");
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(alternatives);
        return new MimeMultipart("mixed", first, file);
    }

    private static BodyPart part(String calendar, String type) throws MessagingException, IOException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(calendar, type)));
        return part;
    }
}
