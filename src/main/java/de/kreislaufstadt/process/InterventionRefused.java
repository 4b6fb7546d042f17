package de.kreislaufstadt.process;

import java.util.List;

/** An intervention that whoever asks may not make, or that it is too late for. Nothing was changed. */
public final class InterventionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Cause why;
    private final transient List<Object> arguments;

    /** @param arguments values for the text whose key the message is */
    public InterventionRefused(Cause why, String messageKey, Object... arguments) {
        super(messageKey);
        this.why = why;
        this.arguments = List.of(arguments);
    }

    /** Why it was refused. */
    public enum Cause {
        /** There is no such thing in the person's municipality. */
        NOT_FOUND,
        /** It is there, and the person may not do this with it, or nobody may. */
        FORBIDDEN,
        /** It has moved on meanwhile. */
        CONFLICT
    }

    public Cause why() {
        return why;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
