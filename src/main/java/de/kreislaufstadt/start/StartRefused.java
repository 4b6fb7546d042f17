package de.kreislaufstadt.start;

/** The application does not start, for reasons the operator can remove; the message says which and how, in German, one on a line. */
public class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
