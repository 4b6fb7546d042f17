package de.kreislaufstadt.retention;

import java.util.List;
import org.springframework.http.HttpStatus;

/** What somebody asks cannot be done as things are; says why with a message of {@code messages/privacy.properties}. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String messageKey;
    private final transient List<Object> arguments;

    private Refused(HttpStatus status, String messageKey, Object... arguments) {
        super(messageKey);
        this.status = status;
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    static Refused unknown(String messageKey, Object... arguments) {
        return new Refused(HttpStatus.NOT_FOUND, messageKey, arguments);
    }

    static Refused conflict(String messageKey, Object... arguments) {
        return new Refused(HttpStatus.CONFLICT, messageKey, arguments);
    }

    HttpStatus status() {
        return status;
    }

    String messageKey() {
        return messageKey;
    }

    Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.toArray();
    }
}
