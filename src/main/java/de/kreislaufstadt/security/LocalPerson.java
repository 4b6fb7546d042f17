package de.kreislaufstadt.security;

import de.kreislaufstadt.account.SessionKey;
import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Somebody signed in with a local account. */
record LocalPerson(SessionKey session) implements SessionPerson, AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return session.user();
    }
}
