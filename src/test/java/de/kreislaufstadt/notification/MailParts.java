package de.kreislaufstadt.notification;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;

/** Reads a letter as mail clients do, and its calendar file as calendars do. */
public final class MailParts {

    private MailParts() {}

    public static String recipient(MimeMessage message) {
        return header(message, "To");
    }

    /** @return value of a header, decoded where it is the subject */
    public static String header(MimeMessage message, String name) {
        try {
            return "Subject".equals(name) ? message.getSubject() : message.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return content types of all parts with their parameters left out, depth first */
    public static List<String> types(MimeMessage message) {
        return parts(message).stream().map(MailParts::type).toList();
    }

    /** @return content of the first part of a type */
    public static String content(MimeMessage message, String type) {
        return parts(message).stream()
                .filter(part -> type(part).equals(type))
                .findFirst()
                .map(MailParts::text)
                .orElseThrow();
    }

    /** @return the part of a type and disposition */
    public static Part attachment(MimeMessage message) {
        return parts(message).stream()
                .filter(part -> {
                    try {
                        return Part.ATTACHMENT.equals(part.getDisposition());
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    /** @return the date in the letter, parsed */
    public static Calendar calendar(MimeMessage message) {
        return calendar(content(message, "text/calendar"));
    }

    /** @return what a calendar file says */
    public static Calendar calendar(String text) {
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserException e) {
            throw new IllegalStateException(e);
        }
    }

    public static VEvent event(Calendar calendar) {
        return (VEvent) calendar.getComponents(Component.VEVENT).get(0);
    }

    /** @return value of a property of the date */
    public static String value(Calendar calendar, String property) {
        return event(calendar).getProperty(property).map(Property::getValue).orElseThrow();
    }

    public static Instant begin(Calendar calendar) {
        return event(calendar)
                .<DtStart<ZonedDateTime>>getProperty(Property.DTSTART)
                .orElseThrow()
                .getDate()
                .toInstant();
    }

    public static Instant end(Calendar calendar) {
        return event(calendar)
                .<DtEnd<ZonedDateTime>>getProperty(Property.DTEND)
                .orElseThrow()
                .getDate()
                .toInstant();
    }

    private static List<Part> parts(Part part) {
        try {
            List<Part> parts = new ArrayList<>(List.of(part));
            if (part.getContent() instanceof Multipart multipart) {
                for (int i = 0; i < multipart.getCount(); i++) {
                    BodyPart inner = multipart.getBodyPart(i);
                    parts.addAll(parts(inner));
                }
            }
            return parts;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(Part part) {
        try {
            return part.getContentType().split(";")[0].strip().toLowerCase(Locale.ROOT);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return a part as text, decoded */
    public static String text(Part part) {
        try {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
