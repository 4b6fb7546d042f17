package de.kreislaufstadt.security.provider;

import de.kreislaufstadt.security.IdentityProviders;
import de.kreislaufstadt.security.SessionPerson;
import de.kreislaufstadt.security.session.StoredSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Keeps sessions in step with the provider that vouches for their person. */
@Component
class ProviderSessions implements IdentityProviders {

    private static final String CHECKED = ProviderSessions.class.getName() + ".checked";

    /** Where the provider gives no token to ask with, the person is asked anew after an hour. */
    private static final Duration WITHOUT_REFRESH = Duration.ofHours(1);

    private static final Set<String> NOT_NOW = Set.of("server_error", "temporarily_unavailable");

    private final ProviderSettings settings;
    private final Registrations registrations;
    private final OAuth2AuthorizedClientRepository clients;
    private final RestClientRefreshTokenTokenResponseClient refreshed;
    private final ProviderUsers users;
    private final ClaimedPeople people;
    private final StoredSessions stored;
    private final Clock clock;
    private final OidcIdTokenDecoderFactory tokens = new OidcIdTokenDecoderFactory();

    ProviderSessions(
            ProviderSettings settings,
            Registrations registrations,
            OAuth2AuthorizedClientRepository clients,
            RestClientRefreshTokenTokenResponseClient refreshed,
            ProviderUsers users,
            ClaimedPeople people,
            StoredSessions stored,
            Clock clock) {
        this.settings = settings;
        this.registrations = registrations;
        this.clients = clients;
        this.refreshed = refreshed;
        this.users = users;
        this.people = people;
        this.stored = stored;
        this.clock = clock;
    }

    @Override
    public List<Offer> offers() {
        return settings.providers().entrySet().stream()
                .map(entry -> new Offer(entry.getKey(), entry.getValue().label()))
                .sorted(Comparator.comparing(Offer::label))
                .toList();
    }

    @Override
    public boolean vouches(HttpServletRequest request, HttpServletResponse response, SessionPerson person) {
        HttpSession session = request.getSession(false);
        if (!(person instanceof ProviderPerson who) || session == null) {
            return true;
        }
        Instant now = clock.instant();
        Instant last = session.getAttribute(CHECKED) instanceof Instant checked
                ? checked
                : who.session().since();
        if (now.isBefore(last.plus(settings.recheck()))) {
            return true;
        }
        // A provider may give each refresh token once: of several requests at the same moment, on all nodes, one asks.
        if (!stored.takeCheck(session, settings.recheck().dividedBy(2))) {
            return true;
        }
        session.setAttribute(CHECKED, now);
        return vouches(request, response, who, now);
    }

    private boolean vouches(HttpServletRequest request, HttpServletResponse response, ProviderPerson who, Instant now) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        String key = who.session().provider();
        try {
            // A node that has not asked this provider before does so here, and must not keep anybody out for its
            // silence.
            OAuth2AuthorizedClient client = clients.loadAuthorizedClient(key, authentication, request);
            if (client == null || client.getRefreshToken() == null) {
                return now.isBefore(who.session().since().plus(WITHOUT_REFRESH));
            }
            ClientRegistration registration = registrations.findByRegistrationId(key);
            OAuth2AccessTokenResponse answer = refreshed.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                    registration, client.getAccessToken(), client.getRefreshToken()));
            clients.saveAuthorizedClient(
                    new OAuth2AuthorizedClient(
                            registration, who.getName(), answer.getAccessToken(), answer.getRefreshToken()),
                    authentication,
                    request,
                    response);
            OidcIdToken token = idToken(registration, answer, who);
            boolean same = token.getSubject().equals(who.getSubject());
            return same
                    && people.enter(
                                    key,
                                    users.claims(new OidcUserRequest(registration, answer.getAccessToken(), token)))
                            .user()
                            .equals(who.session().user());
        } catch (OAuth2AuthorizationException e) {
            return isUnreachable(e);
        } catch (ProviderUnreachable e) {
            return true;
        } catch (OAuth2AuthenticationException | JwtException e) {
            // Its keys, or what it says of the person, may be what it does not answer with.
            return ProviderUnreachable.isCauseOf(e);
        }
    }

    private OidcIdToken idToken(ClientRegistration registration, OAuth2AccessTokenResponse answer, ProviderPerson who) {
        Object fresh = answer.getAdditionalParameters().get("id_token");
        if (fresh == null) {
            return who.getIdToken();
        }
        Jwt jwt = tokens.createDecoder(registration).decode(fresh.toString());
        return new OidcIdToken(jwt.getTokenValue(), jwt.getIssuedAt(), jwt.getExpiresAt(), jwt.getClaims());
    }

    /** A provider that is away says nothing about the person; one that answers and refuses does. */
    private static boolean isUnreachable(OAuth2AuthorizationException refused) {
        return ProviderUnreachable.isCauseOf(refused)
                || NOT_NOW.contains(refused.getError().getErrorCode());
    }

    @Override
    public Optional<String> signOutAddress(HttpServletRequest request, SessionPerson person) {
        if (!(person instanceof ProviderPerson who)) {
            return Optional.empty();
        }
        try {
            ClientRegistration registration =
                    registrations.findByRegistrationId(who.session().provider());
            Object endpoint =
                    registration.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
            return Optional.ofNullable(endpoint)
                    .map(address -> UriComponentsBuilder.fromUriString(address.toString())
                            .queryParam("id_token_hint", who.getIdToken().getTokenValue())
                            .queryParam("client_id", registration.getClientId())
                            .queryParam("post_logout_redirect_uri", "{back}")
                            .encode()
                            .buildAndExpand(base(request) + "/anmelden/abgemeldet")
                            .toUriString());
        } catch (ProviderUnreachable e) {
            return Optional.empty();
        }
    }

    private static String base(HttpServletRequest request) {
        return UriComponentsBuilder.fromUriString(request.getRequestURL().toString())
                .replacePath(request.getContextPath())
                .build()
                .toUriString();
    }
}
