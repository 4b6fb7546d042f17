package de.kreislaufstadt.start;

/** The application does not start, for a reason the operator can remove; the message says which and how, in German. */
public class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
