package de.kreislaufstadt.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too much has failed from one address, whoever it wanted to be. */
final class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration pause;

    /** @param pause until something from there is looked at again */
    TooManyAttempts(Duration pause) {
        super("Too many attempts");
        this.pause = pause;
    }

    /** @return seconds, at least one */
    long retryAfter() {
        return Math.max(1, pause.toSeconds());
    }
}
