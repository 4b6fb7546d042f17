package de.kreislaufstadt.notification;

import de.kreislaufstadt.department.Mailboxes;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.process.MailSettings.Rhythm;
import de.kreislaufstadt.process.OpenTasks;
import de.kreislaufstadt.process.OpenTasks.OpenTask;
import de.kreislaufstadt.process.People;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;
import org.thymeleaf.exceptions.TemplateEngineException;

/**
 * Writes a mail when it is its turn, from what holds then: tasks that have been completed or taken by somebody else since are
 * left out, addresses and choices are today's.
 */
@Component
class MailWriter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final NoticeTable notices;
    private final ChoiceTable choices;
    private final OpenTasks tasks;
    private final People people;
    private final Mailboxes mailboxes;
    private final Municipalities municipalities;
    private final MailText texts;
    private final MailServer server;
    private final NotificationSettings settings;
    private final Clock clock;

    MailWriter(
            NoticeTable notices,
            ChoiceTable choices,
            OpenTasks tasks,
            People people,
            Mailboxes mailboxes,
            Municipalities municipalities,
            MailText texts,
            MailServer server,
            NotificationSettings settings,
            Clock clock) {
        this.notices = notices;
        this.choices = choices;
        this.tasks = tasks;
        this.people = people;
        this.mailboxes = mailboxes;
        this.municipalities = municipalities;
        this.texts = texts;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @return the message; empty if there is nothing to tell the recipient any more
     * @throws MailRefused if address or subject are nothing a mail may carry
     */
    Optional<OutgoingMessage> write(Mail mail) {
        Preference choice = choices.of(mail.recipient());
        String address = address(mail.recipient());
        if (address == null || choice.rhythm() == Rhythm.NONE) {
            return Optional.empty();
        }
        List<MailItem> items = items(mail, choice);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        String city = municipalities.nameOf(mail.recipient().municipality());
        try {
            MailText.Content content = texts.of(items, mail.digestOn() != null, city, choice.language());
            return Optional.of(message(mail.id(), address, city, content, choice));
        } catch (MessagingException
                | UnsupportedEncodingException
                | TemplateEngineException
                | NoSuchMessageException e) {
            // One mail that cannot be written must not keep the others waiting behind it.
            throw new MailRefused(MailServer.reason(e));
        }
    }

    private String address(Recipient recipient) {
        if (recipient.department() != null) {
            return mailboxes
                    .mailboxOf(recipient.municipality(), recipient.department())
                    .orElse(null);
        }
        People.Person person = people.find(recipient.municipality(), List.of(recipient.person()))
                .get(recipient.person());
        return person == null ? null : person.mail();
    }

    private List<MailItem> items(Mail mail, Preference choice) {
        List<Notice> told = notices.of(mail.id());
        Map<String, OpenTask> open =
                tasks.among(told.stream().map(Notice::taskId).distinct().toList());
        LocalDate today = LocalDate.now(clock);
        return told.stream()
                .filter(notice -> concerns(mail.recipient(), notice, open.get(notice.taskId())))
                .sorted(Comparator.comparing(
                        notice -> open.get(notice.taskId()).due(), Comparator.nullsLast(Comparator.naturalOrder())))
                .map(notice -> item(notice, open.get(notice.taskId()), today, choice))
                .toList();
    }

    /** Who cannot act on a task any more, since somebody else holds it by now, is not called to it. */
    private boolean concerns(Recipient recipient, Notice notice, OpenTask task) {
        if (task == null) {
            return false;
        }
        if (notice.assignee() == null && isForHeads(notice)) {
            return true;
        }
        return switch (notice.kind()) {
            case ESCALATED, INFORMED -> true;
            case HANDED_OVER -> isForHeads(notice) || canAct(recipient, task);
            case OPENED, REMINDED, ASKED, ANSWERED -> canAct(recipient, task);
        };
    }

    private static boolean canAct(Recipient recipient, OpenTask task) {
        return task.assignee() == null || task.assignee().equals(recipient.person());
    }

    /** Heads hear of every hand-over, whoever holds the task by then. */
    private boolean isForHeads(Notice notice) {
        return notice.assignee() == null
                && notice.group() != null
                && mailboxes
                        .ownerOf(notice.municipality(), notice.group())
                        .filter(Mailboxes.Owner::heads)
                        .isPresent();
    }

    private MailItem item(Notice notice, OpenTask task, LocalDate today, Preference choice) {
        return new MailItem(
                notice.kind(),
                notice.measureNumber(),
                task.name(),
                texts.date(task.due(), choice.language()),
                task.due() != null && task.due().isBefore(today),
                texts.linkTo(task.id()));
    }

    private OutgoingMessage message(UUID id, String address, String city, MailText.Content content, Preference choice)
            throws MessagingException, UnsupportedEncodingException {
        InternetAddress from = address(settings.mail().from());
        from.setPersonal(HeaderLine.of("Kreislaufstadt " + city), UTF_8);
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        OutgoingMessage message = new OutgoingMessage(server.session(), "<" + id + "@" + domain + ">");
        message.setFrom(from);
        message.setRecipient(MimeMessage.RecipientType.TO, address(address));
        message.setSubject(HeaderLine.of(content.subject()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        // No answers from holiday absences: nobody reads them.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("Content-Language", choice.language().getLanguage());
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(content.text(), "plain"));
        alternatives.addBodyPart(part(content.html(), "html"));
        message.setContent(alternatives);
        message.saveChanges();
        return message;
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
