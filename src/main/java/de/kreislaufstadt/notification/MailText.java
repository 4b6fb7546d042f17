package de.kreislaufstadt.notification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Subject, text and HTML of a mail in the recipient's language. They name measure, task and date, and nobody but whom the
 * recipient stands in for.
 */
@Component
class MailText {

    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.GERMAN);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final NotificationSettings settings;

    MailText(MessageSource messages, ITemplateEngine templates, NotificationSettings settings) {
        this.messages = messages;
        this.templates = templates;
        this.settings = settings;
    }

    record Content(String subject, String text, String html) {}

    /** @param items at least one */
    Content of(List<MailItem> items, boolean digest, String city, Locale language) {
        String subject = digest ? digestSubject(items, language) : subject(items.get(0), language);
        Context context = new Context(
                language,
                Map.of(
                        "language", language.getLanguage(),
                        "subject", subject,
                        "city", city,
                        "digest", digest,
                        "items", items,
                        "settings", settings.baseUrl() + "/camunda/app/tasklist/default/#/benachrichtigungen"));
        return new Content(
                subject,
                templates.process(new TemplateSpec("mail/notice.txt", TemplateMode.TEXT), context),
                templates.process(new TemplateSpec("mail/notice.html", TemplateMode.HTML), context));
    }

    private String digestSubject(List<MailItem> items, Locale language) {
        return messages.getMessage("mail.subject.digest", new Object[] {items.size()}, language);
    }

    private String subject(MailItem item, Locale language) {
        String what = messages.getMessage("mail.kind." + item.kind(), null, language);
        if (item.task() == null) {
            return messages.getMessage("mail.subject.measure", new Object[] {what, item.number()}, language);
        }
        return item.due() == null
                ? messages.getMessage("mail.subject.open", new Object[] {what, item.number(), item.task()}, language)
                : messages.getMessage(
                        "mail.subject.due", new Object[] {what, item.number(), item.task(), item.due()}, language);
    }

    String date(LocalDate day, Locale language) {
        return day == null ? null : (Locale.ENGLISH.equals(language) ? ENGLISH : GERMAN).format(day);
    }

    String linkToMeasure(String number) {
        return settings.baseUrl() + "/camunda/app/tasklist/default/#/massnahmen?nummer=" + number;
    }

    String linkTo(String task) {
        return settings.baseUrl() + "/camunda/app/tasklist/default/#/?forceDisplayTask=true&task=" + task;
    }
}
