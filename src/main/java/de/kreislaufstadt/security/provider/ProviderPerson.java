package de.kreislaufstadt.security.provider;

import de.kreislaufstadt.account.SessionKey;
import de.kreislaufstadt.security.SessionPerson;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody signed in with a provider. Only the token that ends the provider's session is kept, none of its other claims. */
final class ProviderPerson extends DefaultOidcUser implements SessionPerson {

    private static final long serialVersionUID = 1L;

    private final SessionKey session;

    ProviderPerson(OidcIdToken idToken, SessionKey session) {
        super(List.of(), plain(idToken));
        this.session = session;
    }

    /** A session is stored, and read back with as few classes as possible: addresses are kept as text, which says the same. */
    private static OidcIdToken plain(OidcIdToken token) {
        Map<String, Object> claims = new HashMap<>(token.getClaims());
        claims.replaceAll((name, value) -> value instanceof URL address ? address.toString() : value);
        return new OidcIdToken(token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt(), claims);
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
