package de.kreislaufstadt.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestLetters;
import de.kreislaufstadt.support.TestMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters to people without account: sent once, from what their source says at that moment, and safe whatever it says. */
class LetterMailTest extends WithMailServer {

    private static final String GUEST = "guest@example.org";

    @Autowired
    private Letters letters;

    @Autowired
    private TestLetters source;

    @Autowired
    private OutboxView view;

    @Autowired
    private Tidying tidying;

    @Autowired
    private Clock clock;

    @Test
    void aLetterIsReadAsTextAsPageAndByTheCalendar() throws MessagingException {
        written(source.about(() -> letter(GUEST, "Einladung")));
        send();

        MimeMessage mail = onlyReceived();
        assertThat(MailParts.types(mail))
                .containsExactly(
                        "multipart/mixed",
                        "multipart/alternative",
                        "text/plain",
                        "text/html",
                        "text/calendar",
                        "text/calendar");
        assertThat(headerOf(mail, "To")).isEqualTo(GUEST);
        assertThat(headerOf(mail, "Reply-To")).isEqualTo("wfm@example.org");
        assertThat(headerOf(mail, "Content-Language")).isEqualTo("de, en");
        assertThat(subjectOf(mail)).isEqualTo("Einladung");
        assertThat(MailParts.content(mail, "text/plain"))
                .contains(
                        "English version below",
                        "Guten Tag",
                        "Termin: 14. Mai 2026",
                        "https://kreislauf.example.org/a?b=c&d=e")
                .contains("liest das wfm@example.org", "are read at wfm@example.org")
                .doesNotContain("th:", "[(", "null");
        assertThat(MailParts.content(mail, "text/html"))
                .contains(
                        "lang=\"de\"",
                        "lang=\"en\"",
                        "&lt;b&gt;",
                        "href=\"https://kreislauf.example.org/a?b=c&amp;d=e\"")
                .doesNotContain("th:text", "<b>");
        assertThat(MailParts.attachment(mail).getFileName()).isEqualTo("einladung.ics");
        assertThat(MailParts.text(MailParts.attachment(mail))).isEqualTo(MailParts.content(mail, "text/calendar"));
        assertThat(MailParts.value(MailParts.calendar(mail), Property.ORGANIZER))
                .isEqualTo("mailto:wfm@example.org");
        assertThat(MailParts.value(MailParts.calendar(mail), Property.ATTENDEE)).isEqualTo("mailto:" + GUEST);
    }

    @Test
    void theSameLetterIsWrittenAndSentOnce() {
        UUID subject = source.about(() -> letter(GUEST, "Einladung"));
        written(subject);
        written(subject);
        send();
        written(subject);
        send();
        assertThat(received()).hasSize(1);
        inTransaction(() -> letters.write(Office.MUNICIPALITY, TestLetters.KIND, List.of(subject), "another cause"));
        send();
        assertThat(received()).hasSize(2);
    }

    @Test
    void aTransactionThatIsRolledBackWritesToNobody() {
        UUID subject = source.about(() -> letter(GUEST, "Einladung"));
        assertThatIllegalStateException()
                .isThrownBy(() -> inTransaction(() -> {
                    letters.write(Office.MUNICIPALITY, TestLetters.KIND, List.of(subject), "cause");
                    throw new IllegalStateException("rolled back");
                }));
        send();
        assertThat(received()).isEmpty();
        assertThat(letters.about(Office.MUNICIPALITY, List.of(subject))).isEmpty();
        assertThatIllegalStateException()
                .as("outside of a transaction")
                .isThrownBy(() -> letters.write(Office.MUNICIPALITY, TestLetters.KIND, List.of(subject), "cause"));
    }

    @Test
    void addressAndTextAreThoseOfTheMomentOfSending() {
        UUID corrected = source.about(() -> letter("tpyo@example.org", "Einladung"));
        UUID deleted = source.about(() -> letter("gone@example.org", "Einladung"));
        written(corrected, deleted);
        source.change(corrected, () -> letter(GUEST, "Neuer Titel"));
        source.delete(deleted);
        send();

        assertThat(recipients(received())).containsExactly(GUEST);
        assertThat(subjectOf(onlyReceived())).isEqualTo("Neuer Titel");
        assertThat(status(corrected).state()).isEqualTo(LetterStatus.State.SENT);
        assertThat(status(deleted).state()).isEqualTo(LetterStatus.State.DROPPED);
        assertThat(status(deleted).reason()).isEqualTo(Outbox.LETTER_OUTDATED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            guest@example.org\\r\\nBcc: all@example.org | wfm@example.org                 | Zeilenumbruch
            guest@example.org                         | wfm@example.org\\nBcc: a@b.de   | Zeilenumbruch
            gäste@example.org                         | -                              | keine Mail
            "Gast" <guest@example.org>                | -                              | keine Mail
            guest@example.org,other@example.org       | -                              | keine Mail
            guest                                     | -                              | keine Mail
            """)
    void anAddressThatNoMailGoesToFailsWithTheReason(String to, String replyTo, String reason) {
        UUID subject = source.about(() -> letter(unescaped(to), unescaped(replyTo), "Einladung"));
        UUID other = source.about(() -> letter("other@example.org", "Einladung"));
        written(subject, other);
        send();

        assertThat(recipients(received())).containsExactly("other@example.org");
        assertThat(status(subject).state()).isEqualTo(LetterStatus.State.FAILED);
        assertThat(status(subject).reason()).contains(reason).doesNotContain("@");
        assertThat(view.troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.letter()).isEqualTo(TestLetters.KIND);
            assertThat(trouble.person()).isNull();
            assertThat(trouble.department()).isNull();
        });
    }

    @Test
    void lineBreaksInATitleDoNotReachTheHead() {
        written(source.about(() -> letter("gast@büro-münster.example.org", "Bauen\r\nBcc: all@example.org")));
        send();
        MimeMessage mail = onlyReceived();
        assertThat(subjectOf(mail)).isEqualTo("Bauen Bcc: all@example.org");
        assertThat(headerOf(mail, "Bcc")).isNull();
        assertThat(headerOf(mail, "To")).isEqualTo("gast@xn--bro-mnster-9dbe.example.org");
    }

    @Test
    void aLetterThatCannotBeWordedKeepsNobodyWaiting() {
        UUID broken = source.about(() -> {
            throw new IllegalArgumentException("personal data");
        });
        UUID fine = source.about(() -> letter(GUEST, "Einladung"));
        inTransaction(() -> letters.write(Office.MUNICIPALITY, "nobodys-kind", List.of(fine), "cause"));
        written(broken, fine);
        send();

        assertThat(received()).hasSize(1);
        assertThat(status(broken).state()).isEqualTo(LetterStatus.State.FAILED);
        assertThat(status(broken).reason()).contains("IllegalArgument").doesNotContain("personal");
        assertThat(letters.about(Office.MUNICIPALITY, List.of(fine)))
                .extracting(LetterStatus::state)
                .containsExactlyInAnyOrder(LetterStatus.State.FAILED, LetterStatus.State.SENT);
    }

    @Test
    void whatACrashedNodeLeftBehindIsUncertainAndSentOnlyWhenReleased() {
        UUID subject = source.about(() -> letter(GUEST, "Einladung"));
        written(subject);
        assertThat(status(subject).state()).isEqualTo(LetterStatus.State.WAITING);
        jdbc.sql("update mail set state = 'SENDING', node = 'crashed', sending_since = now() - interval '6 minutes'")
                .update();
        send();
        assertThat(status(subject).state()).isEqualTo(LetterStatus.State.UNCERTAIN);
        assertThat(received()).isEmpty();

        UUID mail = (UUID) onlyMail().get("id");
        assertThat(view.release(mail, clock.instant())).isTrue();
        send();
        assertThat(headerOf(onlyReceived(), "Message-ID")).contains(mail.toString());
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() {
        UUID subject = source.about(() -> letter(GUEST, "Einladung"));
        server.stop();
        written(subject);
        send();
        assertThat(status(subject).state()).isEqualTo(LetterStatus.State.WAITING);
        server = TestMail.start();
        timePasses();
        send();
        assertThat(received()).hasSize(1);
        assertThat(status(subject).mayHaveArrived()).isTrue();
    }

    @Test
    void lettersStayAsLongAsTheirRowAndWaitAsLongAsTheyHaveAPoint() {
        UUID kept = source.about(() -> letter(GUEST, "Einladung"));
        UUID gone = source.about(() -> letter(GUEST, "Einladung"));
        written(kept, gone);
        send();
        UUID waiting = source.about(() -> letter(GUEST, "Einladung"));
        UUID outdated = source.about(() -> null);
        written(waiting, outdated);
        source.delete(gone);
        jdbc.sql("update mail set created_at = created_at - interval '31 days',"
                        + " settled_at = settled_at - interval '31 days'")
                .update();

        tidying.run();

        assertThat(status(kept).state()).isEqualTo(LetterStatus.State.SENT);
        assertThat(letters.about(Office.MUNICIPALITY, List.of(gone))).isEmpty();
        assertThat(status(waiting).state()).isEqualTo(LetterStatus.State.WAITING);
        assertThat(status(outdated).state()).isEqualTo(LetterStatus.State.DROPPED);
        assertThat(letters.about("bottrop", List.of(kept))).isEmpty();
    }

    private void written(UUID... subjects) {
        inTransaction(() -> letters.write(Office.MUNICIPALITY, TestLetters.KIND, List.of(subjects), "cause"));
    }

    private LetterStatus status(UUID subject) {
        List<LetterStatus> about = letters.about(Office.MUNICIPALITY, List.of(subject));
        assertThat(about).hasSize(1);
        return about.get(0);
    }

    private static String unescaped(String text) {
        return text == null ? null : text.replace("\\r", "\r").replace("\\n", "\n");
    }

    static Letter letter(String to, String subject) {
        return letter(to, "wfm@example.org", subject);
    }

    private static Letter letter(String to, String replyTo, String subject) {
        LocalDateTime begin = LocalDateTime.of(2026, 5, 14, 10, 0);
        URI link = URI.create("https://kreislauf.example.org/a?b=c&d=e");
        return new Letter(
                to,
                replyTo,
                subject,
                List.of(
                        new Letter.Part(
                                Locale.GERMAN,
                                "Einladung <b>",
                                List.of("Guten Tag,"),
                                List.of(new Letter.Fact("Termin", "14. Mai 2026")),
                                List.of(new Letter.Link("Antworten", link)),
                                List.of("Kleingedrucktes")),
                        new Letter.Part(
                                Locale.ENGLISH, "Invitation", List.of("Hello,"), List.of(), List.of(), List.of())),
                new CalendarEvent(
                        CalendarEvent.Method.REQUEST,
                        "1@example.org",
                        0,
                        begin,
                        begin.plusHours(6),
                        subject,
                        "Rathaus",
                        "Bis zum 1. Mai",
                        link,
                        "WFM",
                        "Gast",
                        CalendarEvent.Participation.NEEDS_ACTION));
    }
}
