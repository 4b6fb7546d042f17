package de.kreislaufstadt.steering;

import java.util.List;

/** An intervention is not possible, whatever reason is given; the message is the key of a text. Nothing was changed. */
final class SteeringRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Cause why;
    private final transient List<Object> arguments;

    SteeringRefused(Cause why, String messageKey, Object... arguments) {
        super(messageKey);
        this.why = why;
        this.arguments = List.of(arguments);
    }

    /** Whose turn it is now. */
    enum Cause {
        /** There is no such measure, or not for the reader. */
        NOT_FOUND,
        /** The reader sees it and may not intervene. */
        FORBIDDEN,
        /** It stands where this cannot be done. */
        CONFLICT
    }

    Cause why() {
        return why;
    }

    List<Object> arguments() {
        return arguments;
    }
}
