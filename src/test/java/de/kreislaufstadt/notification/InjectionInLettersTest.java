package de.kreislaufstadt.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.Injections;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestLetters;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** Dangerous texts in every place of a letter: mail programs and calendars show them as they were typed. */
class InjectionInLettersTest extends WithMailServer {

    @Autowired
    private Letters letters;

    @Autowired
    private TestLetters source;

    static Stream<String> texts() {
        return Injections.TEXTS.stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsNothingButText(String text) throws Exception {
        UUID subject = source.about(() -> letter(text));
        inTransaction(() -> letters.write(Office.MUNICIPALITY, TestLetters.KIND, List.of(subject), "cause"));
        send();

        MimeMessage mail = onlyReceived();
        assertThat(subjectOf(mail)).isEqualTo(text);
        assertThat(Collections.list(mail.getAllHeaders()))
                .noneMatch(header -> header.getName().equalsIgnoreCase("Bcc"));
        assertThat(MailParts.content(mail, "text/plain")).contains(text).doesNotContain(Injections.COMPUTED);
        assertThat(MailParts.content(mail, "text/html"))
                .contains(HtmlUtils.htmlEscape(text))
                .doesNotContain("<script", "<img", "href=\"javascript", Injections.COMPUTED);
        assertThat(MailParts.value(MailParts.calendar(mail), Property.SUMMARY)).isEqualTo(text);
        assertThat(MailParts.value(MailParts.calendar(mail), Property.LOCATION)).isEqualTo(text);
        assertThat(MailParts.value(MailParts.calendar(mail), Property.DESCRIPTION))
                .isEqualTo(text);
        assertThat(System.getProperty(Injections.PROBE)).isNull();
    }

    private static Letter letter(String text) {
        LocalDateTime begin = LocalDateTime.of(2026, 5, 14, 10, 0);
        URI link = URI.create("https://kreislauf.example.org/a");
        return new Letter(
                "guest@example.org",
                "wfm@example.org",
                text,
                List.of(new Letter.Part(
                        Locale.GERMAN,
                        text,
                        List.of(text),
                        List.of(new Letter.Fact(text, text)),
                        List.of(new Letter.Link(text, link)),
                        List.of(text))),
                new CalendarEvent(
                        CalendarEvent.Method.REQUEST,
                        "1@example.org",
                        0,
                        begin,
                        begin.plusHours(6),
                        text,
                        text,
                        text,
                        link,
                        text,
                        text,
                        CalendarEvent.Participation.NEEDS_ACTION));
    }
}
