package de.kreislaufstadt.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message that keeps the id it was given, and knows whether the mail server has been handed its content. */
final class OutgoingMessage extends MimeMessage {

    private final String id;
    private boolean handedOver;

    OutgoingMessage(Session session, String id) {
        super(session);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        handedOver = true;
        super.writeTo(out, ignored);
    }

    boolean isHandedOver() {
        return handedOver;
    }
}
