package de.kreislaufstadt.notification;

/** A mail that cannot be written, whatever the mail server would say; the message says why, without addresses. */
final class MailRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailRefused(String message) {
        super(message);
    }
}
