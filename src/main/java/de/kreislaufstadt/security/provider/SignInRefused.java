package de.kreislaufstadt.security.provider;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The provider has said who somebody is, and that is not enough to let them in. Carries no word of what it said. */
final class SignInRefused extends OAuth2AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason last part of the keys of title and text */
    SignInRefused(String reason) {
        super(new OAuth2Error("refused_" + reason));
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
