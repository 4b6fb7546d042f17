package de.kreislaufstadt.security.session;

/** What is stored of a session cannot be read: another release has written it, or somebody who should not have. */
final class SessionUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SessionUnreadable(Exception cause) {
        super(cause);
    }
}
