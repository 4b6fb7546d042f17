package de.kreislaufstadt.security.provider;

import de.kreislaufstadt.account.SessionKey;
import de.kreislaufstadt.security.SessionPerson;
import java.util.List;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody signed in with a provider. Only the token that ends the provider's session is kept, none of its other claims. */
final class ProviderPerson extends DefaultOidcUser implements SessionPerson {

    private static final long serialVersionUID = 1L;

    private final SessionKey session;

    ProviderPerson(OidcIdToken idToken, SessionKey session) {
        super(List.of(), idToken);
        this.session = session;
    }

    @Override
    public SessionKey session() {
        return session;
    }

    /** @return id of the account, never what the provider calls the person */
    @Override
    public String getName() {
        return session.user();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProviderPerson person && person.session.equals(session);
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }

    @Override
    public String toString() {
        return session.user();
    }
}
