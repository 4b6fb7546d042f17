package de.kreislaufstadt.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.TestMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What a conversation means for the mail: only when the answer to its content is missing, nobody knows. */
class MailServerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MAIL | 250 ok                                     | SENT
            MAIL | 451 try again later                        | LATER
            MAIL | 550 not from you                           | REFUSED
            RCPT | 450 mailbox busy                           | LATER
            RCPT | 550 5.1.1 <clerk@example.org> unknown      | REFUSED
            RCPT | ''                                         | LATER
            DATA | 421 shutting down                          | LATER
            DATA | ''                                         | LATER
            .    | 452 disk full                              | LATER
            .    | 554 content refused                        | REFUSED
            .    | ''                                         | UNCERTAIN
            """)
    void theAnswerDecidesWhatBecomesOfTheMail(String word, String answer, Verdict.Kind kind) throws Exception {
        try (ScriptedServer scripted = new ScriptedServer(Map.of(word, answer));
                MailServer.Line line = server(scripted.port()).line()) {
            Verdict verdict = line.send(message());
            assertThat(verdict.kind()).isEqualTo(kind);
            assertThat(verdict.reason()).satisfies(reason -> {
                if (kind != Verdict.Kind.SENT) {
                    assertThat(reason)
                            .isNotBlank()
                            .doesNotContain("clerk@example.org")
                            .doesNotContain("\n");
                }
            });
        }
    }

    @Test
    void nobodyAnswersAtAll() throws Exception {
        try (MailServer.Line line = server(TestMail.freePort()).line()) {
            assertThat(line.send(message()).kind()).isEqualTo(Verdict.Kind.UNREACHABLE);
        }
    }

    @Test
    void nobodySignsInWithoutNameAndPassword() throws Exception {
        try (ScriptedServer scripted =
                new ScriptedServer(Map.of("EHLO", "250-scripted\r\n250 AUTH PLAIN LOGIN", "AUTH", "535 no"))) {
            JavaMailSenderImpl settings = settings(scripted.port());
            settings.setUsername("");
            settings.setPassword("");
            try (MailServer.Line line = new MailServer(settings).line()) {
                assertThat(line.send(message()).kind()).isEqualTo(Verdict.Kind.SENT);
            }
        }
    }

    @Test
    void withoutAHostThereIsNoServer() {
        assertThat(new MailServer(null).isConfigured()).isFalse();
        assertThat(new MailServer(new JavaMailSenderImpl()).isConfigured()).isFalse();
        JavaMailSenderImpl blank = new JavaMailSenderImpl();
        blank.setHost(" ");
        assertThat(new MailServer(blank).isConfigured()).isFalse();
    }

    private static MailServer server(int port) {
        return new MailServer(settings(port));
    }

    private static JavaMailSenderImpl settings(int port) {
        JavaMailSenderImpl settings = new JavaMailSenderImpl();
        settings.setHost("localhost");
        settings.setPort(port);
        settings.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        settings.getJavaMailProperties().put("mail.smtp.localhost", "localhost");
        return settings;
    }

    private static OutgoingMessage message() throws MessagingException {
        OutgoingMessage message = new OutgoingMessage(new MailServer(null).session(), "<1@example.org>");
        message.setFrom(new InternetAddress("city@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("clerk@example.org"));
        message.setSubject("Aufgabe");
        message.setText("Text");
        message.saveChanges();
        return message;
    }
}
