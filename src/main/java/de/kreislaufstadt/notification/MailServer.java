package de.kreislaufstadt.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The city's mail server as {@code spring.mail} names it. Spring's sender tells only that a mail failed; here it matters
 * whether it may have arrived all the same.
 */
class MailServer {

    private static final String PROTOCOL = JavaMailSenderImpl.DEFAULT_PROTOCOL;
    private static final int LONGEST_REASON = 300;
    private static final int FIRST_PERMANENT = 500;
    private static final int FIRST_NEGATIVE = 400;

    private final JavaMailSenderImpl settings;

    /** @param settings null where no mail server is named */
    MailServer(JavaMailSenderImpl settings) {
        this.settings = settings;
    }

    boolean isConfigured() {
        return settings != null
                && settings.getHost() != null
                && !settings.getHost().isBlank();
    }

    Session session() {
        return isConfigured() ? settings.getSession() : Session.getInstance(new Properties());
    }

    /** @return a line to the server that opens with the first mail */
    Line line() {
        return new Line();
    }

    /** One connection, for one mail after the other. */
    final class Line implements AutoCloseable {

        private Transport transport;

        Verdict send(OutgoingMessage message) {
            try {
                connect();
            } catch (MessagingException e) {
                close();
                return new Verdict(Verdict.Kind.UNREACHABLE, reason(e));
            }
            try {
                transport.sendMessage(message, message.getAllRecipients());
                return Verdict.SENT;
            } catch (MessagingException e) {
                close();
                return verdict(message, e);
            }
        }

        private void connect() throws MessagingException {
            if (transport != null && transport.isConnected()) {
                return;
            }
            transport = settings.getSession()
                    .getTransport(settings.getProtocol() == null ? PROTOCOL : settings.getProtocol());
            transport.connect(
                    settings.getHost(),
                    settings.getPort(),
                    blankToNull(settings.getUsername()),
                    // Even an empty password would make the client sign in where nobody has to.
                    blankToNull(settings.getPassword()));
        }

        @Override
        public void close() {
            try {
                if (transport != null) {
                    transport.close();
                }
            } catch (MessagingException e) {
                // A line that is already dead cannot be closed, and need not be.
            } finally {
                transport = null;
            }
        }
    }

    private static Verdict verdict(OutgoingMessage message, MessagingException failure) {
        int code = answer(failure);
        if (code >= FIRST_PERMANENT) {
            return new Verdict(Verdict.Kind.REFUSED, reason(failure));
        }
        boolean refused = code >= FIRST_NEGATIVE;
        return new Verdict(
                refused || !message.isHandedOver() ? Verdict.Kind.LATER : Verdict.Kind.UNCERTAIN, reason(failure));
    }

    /** @return the last answer of the server that refused something; -1 if there was none */
    private static int answer(MessagingException failure) {
        int code = -1;
        for (Exception link = failure; link instanceof MessagingException next; link = next.getNextException()) {
            if (link instanceof SMTPSendFailedException send) {
                code = Math.max(code, send.getReturnCode());
            } else if (link instanceof SMTPAddressFailedException address) {
                code = Math.max(code, address.getReturnCode());
            } else if (link instanceof SMTPSenderFailedException sender) {
                code = Math.max(code, sender.getReturnCode());
            }
        }
        return code;
    }

    /** Servers like to repeat the address they refuse, which is nobody's business but the recipient's. */
    static String reason(Exception failure) {
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        String clean = text.replaceAll("[^\\s<>:;,\"']+@[^\\s<>:;,\"']+", "…")
                .replaceAll("\\s+", " ")
                .strip();
        return clean.length() <= LONGEST_REASON ? clean : clean.substring(0, LONGEST_REASON);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
