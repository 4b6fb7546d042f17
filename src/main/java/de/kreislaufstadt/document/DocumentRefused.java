package de.kreislaufstadt.document;

import java.util.List;
import org.springframework.http.HttpStatus;

/** Why a document is not taken, not shown or not changed: a status and the key of a message for people. */
final class DocumentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<Object> arguments;

    /** @param arguments parts of the message; never content of a file */
    DocumentRefused(HttpStatus status, String messageKey, Object... arguments) {
        super(messageKey);
        this.status = status;
        this.arguments = List.of(arguments);
    }

    /** What does not exist and what one may not see look alike. */
    static DocumentRefused notFound() {
        return new DocumentRefused(HttpStatus.NOT_FOUND, "document.notFound");
    }

    static DocumentRefused forbidden() {
        return new DocumentRefused(HttpStatus.FORBIDDEN, "document.forbidden");
    }

    static DocumentRefused name(String reason, Object... arguments) {
        return new DocumentRefused(HttpStatus.BAD_REQUEST, "document.name." + reason, arguments);
    }

    static DocumentRefused type(String reason, Object... arguments) {
        return new DocumentRefused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "document.type." + reason, arguments);
    }

    HttpStatus status() {
        return status;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
