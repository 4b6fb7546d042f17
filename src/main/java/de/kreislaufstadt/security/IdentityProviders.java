package de.kreislaufstadt.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;

/** What the sign-in page and the sessions need to know of identity providers. */
public interface IdentityProviders {

    /**
     * A way to sign in with a provider.
     *
     * @param key of the provider in the settings
     * @param label what people read, e.g. the name of their city
     */
    record Offer(String key, String label) {}

    /** @return all providers, by label */
    List<Offer> offers();

    /** Asks the provider now and then whether it still vouches for the person; @return false if the session has to end */
    boolean vouches(HttpServletRequest request, HttpServletResponse response, SessionPerson person);

    /** @return where the browser has to go so that the provider's session ends, too; empty if that cannot be said */
    Optional<String> signOutAddress(HttpServletRequest request, SessionPerson person);
}
