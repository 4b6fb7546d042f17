package de.kreislaufstadt.security.provider;

/** A provider does not answer, or not as one does; nobody can sign in with it for the moment. */
final class ProviderUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProviderUnreachable(Throwable cause) {
        super("identity provider unreachable", cause);
    }
}
