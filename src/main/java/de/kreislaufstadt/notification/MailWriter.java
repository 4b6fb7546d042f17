package de.kreislaufstadt.notification;

import de.kreislaufstadt.department.Mailboxes;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.process.MailSettings.Rhythm;
import de.kreislaufstadt.process.OpenTasks;
import de.kreislaufstadt.process.OpenTasks.OpenTask;
import de.kreislaufstadt.process.People;
import de.kreislaufstadt.process.Restrictions;
import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;
import org.thymeleaf.exceptions.TemplateEngineException;

/**
 * Writes a mail when it is its turn, from what holds then: tasks that have been completed or taken by somebody else since are
 * left out, addresses and choices are today's.
 */
@Component
class MailWriter {

    private final NoticeTable notices;
    private final ChoiceTable choices;
    private final OpenTasks tasks;
    private final People people;
    private final Mailboxes mailboxes;
    private final Municipalities municipalities;
    private final Absences absences;
    private final MailText texts;
    private final LetterWriter letters;
    private final Envelope envelope;
    private final Restrictions restrictions;
    private final Clock clock;

    MailWriter(
            NoticeTable notices,
            ChoiceTable choices,
            OpenTasks tasks,
            People people,
            Mailboxes mailboxes,
            Municipalities municipalities,
            Absences absences,
            MailText texts,
            LetterWriter letters,
            Envelope envelope,
            Restrictions restrictions,
            Clock clock) {
        this.notices = notices;
        this.choices = choices;
        this.tasks = tasks;
        this.people = people;
        this.mailboxes = mailboxes;
        this.municipalities = municipalities;
        this.absences = absences;
        this.texts = texts;
        this.letters = letters;
        this.envelope = envelope;
        this.restrictions = restrictions;
        this.clock = clock;
    }

    /**
     * @return the message; empty if there is nothing to tell the recipient any more
     * @throws MailRefused if address or subject are nothing a mail may carry
     */
    Optional<OutgoingMessage> write(Mail mail) {
        return mail.letter() == null ? writeNotices(mail) : letters.write(mail);
    }

    private Optional<OutgoingMessage> writeNotices(Mail mail) {
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
            Envelope.Head head = new Envelope.Head(
                    mail.id(),
                    mail.recipient().municipality(),
                    address,
                    null,
                    content.subject(),
                    List.of(choice.language()));
            return Optional.of(envelope.message(head, Envelope.alternatives(content.text(), content.html())));
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
        boolean told =
                person != null && !restrictions.of(recipient.municipality()).coverUser(recipient.person());
        return told ? person.mail() : null;
    }

    private List<MailItem> items(Mail mail, Preference choice) {
        List<Notice> told = notices.of(mail.id());
        List<String> ids = told.stream().map(Notice::taskId).distinct().toList();
        Map<String, OpenTask> open = ReadersLanguage.in(choice.language(), () -> tasks.among(ids));
        LocalDate today = LocalDate.now(clock);
        return told.stream()
                .filter(notice -> concerns(mail.recipient(), notice, open.get(notice.taskId())))
                .sorted(Comparator.comparing(
                        notice -> due(open.get(notice.taskId())), Comparator.nullsLast(Comparator.naturalOrder())))
                .map(notice -> item(mail.recipient(), notice, open.get(notice.taskId()), today, choice))
                .toList();
    }

    /** Who cannot act on a task any more, since somebody else holds it by now, is not called to it. */
    private boolean concerns(Recipient recipient, Notice notice, OpenTask task) {
        if (notice.kind().ofMeasure()) {
            return absences.isStillMeant(recipient, notice, task);
        }
        if (task == null || !absences.isStillMeant(recipient, notice, task)) {
            return false;
        }
        if (notice.assignee() == null && isForHeads(notice)) {
            return true;
        }
        return switch (notice.kind()) {
            case ESCALATED, INFORMED -> true;
            case HANDED_OVER, OPENED, REMINDED, ASKED, ANSWERED -> absences.canAct(recipient, notice, task);
            case MEASURE_PAUSED, MEASURE_RESUMED, MEASURE_ENDED, LEAD_GIVEN, LEAD_TAKEN -> true;
        };
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

    private MailItem item(Recipient recipient, Notice notice, OpenTask task, LocalDate today, Preference choice) {
        if (notice.kind().ofMeasure()) {
            return MailItem.ofMeasure(
                    notice.kind(),
                    notice.measureNumber(),
                    texts.linkToMeasure(notice.measureNumber()),
                    absences.inPlaceOf(recipient, notice));
        }
        return new MailItem(
                notice.kind(),
                notice.measureNumber(),
                task.name(),
                texts.date(task.due(), choice.language()),
                task.due() != null && task.due().isBefore(today),
                texts.linkTo(task.id()),
                absences.inPlaceOf(recipient, notice));
    }

    private static LocalDate due(OpenTask task) {
        return task == null ? null : task.due();
    }
}
