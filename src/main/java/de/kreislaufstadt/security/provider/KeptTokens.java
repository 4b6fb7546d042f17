package de.kreislaufstadt.security.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * Keeps a provider's tokens in the session of the person, and nothing else: what the framework would put beside them, our secret
 * at the provider included, is the same for everybody and known to every node.
 */
final class KeptTokens implements OAuth2AuthorizedClientRepository {

    static final String ATTRIBUTE = KeptTokens.class.getName();

    private final Registrations registrations;

    KeptTokens(Registrations registrations) {
        this.registrations = registrations;
    }

    /** @param refresh null if the provider gives none */
    private record Kept(String provider, OAuth2AccessToken access, OAuth2RefreshToken refresh)
            implements Serializable {}

    @Override
    @SuppressWarnings("unchecked")
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
            String provider, Authentication person, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(ATTRIBUTE) instanceof Kept kept
                        && kept.provider().equals(provider)
                ? (T) new OAuth2AuthorizedClient(
                        registrations.findByRegistrationId(provider), person.getName(), kept.access(), kept.refresh())
                : null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        request.getSession()
                .setAttribute(
                        ATTRIBUTE,
                        new Kept(
                                client.getClientRegistration().getRegistrationId(),
                                client.getAccessToken(),
                                client.getRefreshToken()));
    }

    @Override
    public void removeAuthorizedClient(
            String provider, Authentication person, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }
}
