package de.kreislaufstadt.security;

import de.kreislaufstadt.account.SessionKey;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Principal of a session: who it belongs to, and how to tell whether it still holds. */
public interface SessionPerson {

    SessionKey session();

    /** @return the person of the current request's session; empty where nobody is signed in with one */
    static Optional<SessionPerson> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SessionPerson person
                ? Optional.of(person)
                : Optional.empty();
    }

    /** @return id of the account of the current request's session */
    static Optional<String> user() {
        return current().map(person -> person.session().user());
    }
}
