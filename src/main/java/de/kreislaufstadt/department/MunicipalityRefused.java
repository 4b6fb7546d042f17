package de.kreislaufstadt.department;

import java.util.List;
import org.springframework.http.HttpStatus;

/** What an administrator wants cannot be done as things stand; nothing was changed. The message is a key. */
final class MunicipalityRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<Object> arguments;

    MunicipalityRefused(HttpStatus status, String messageKey, Object... arguments) {
        super(messageKey);
        this.status = status;
        this.arguments = List.of(arguments);
    }

    static MunicipalityRefused unknown() {
        return new MunicipalityRefused(HttpStatus.NOT_FOUND, "municipality.unknown");
    }

    HttpStatus status() {
        return status;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
