package de.kreislaufstadt.imports;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request about imports cannot be answered; nothing was changed. */
final class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<Object> arguments;

    private ImportRefused(HttpStatus status, String messageKey, Object... arguments) {
        super(messageKey);
        this.status = status;
        this.arguments = List.of(arguments);
    }

    /** There is no such city or import, or it is another city's. */
    static ImportRefused unknown() {
        return new ImportRefused(HttpStatus.NOT_FOUND, "imports.run.unknown");
    }

    /** The import is not where it would have to be for this. */
    static ImportRefused notNow(String messageKey, Object... arguments) {
        return new ImportRefused(HttpStatus.CONFLICT, messageKey, arguments);
    }

    /** A file is larger than what is read. */
    static ImportRefused tooLarge(String file, long megabytes) {
        return new ImportRefused(HttpStatus.PAYLOAD_TOO_LARGE, "imports.file.tooLarge", file, megabytes);
    }

    HttpStatus status() {
        return status;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
