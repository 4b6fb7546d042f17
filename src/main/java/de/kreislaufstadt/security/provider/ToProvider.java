package de.kreislaufstadt.security.provider;

import de.kreislaufstadt.security.Goal;
import de.kreislaufstadt.security.OwnPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Leads to the sign-in page of a provider: authorization code with PKCE, state and nonce, for every provider. */
@Controller
class ToProvider {

    private static final Logger LOG = LoggerFactory.getLogger(ToProvider.class);

    private final ProviderSettings settings;
    private final DefaultOAuth2AuthorizationRequestResolver resolver;
    private final AuthorizationRequests requests;
    private final OwnPages pages;

    ToProvider(ProviderSettings settings, Registrations registrations, AuthorizationRequests requests, OwnPages pages) {
        this.settings = settings;
        this.resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, ProviderWays.START);
        this.resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        this.requests = requests;
        this.pages = pages;
    }

    @GetMapping(ProviderWays.START + "/{provider}")
    void lead(@PathVariable String provider, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!settings.providers().containsKey(provider)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        try {
            OAuth2AuthorizationRequest asked = resolver.resolve(request, provider);
            String goal = Goal.of(request.getParameter(Goal.PARAMETER));
            OAuth2AuthorizationRequest withGoal = OAuth2AuthorizationRequest.from(asked)
                    .attributes(attributes -> attributes.put(AuthorizationRequests.GOAL, goal))
                    .build();
            requests.saveAuthorizationRequest(withGoal, request, response);
            response.sendRedirect(withGoal.getAuthorizationRequestUri());
        } catch (ProviderUnreachable e) {
            LOG.warn(
                    "Anbieter der Anmeldung {} antwortet nicht: {}",
                    provider,
                    e.getCause().getClass().getSimpleName());
            pages.page("refused", request)
                    .with("reason", "unreachable")
                    .answer(HttpStatus.SERVICE_UNAVAILABLE, response);
        }
    }
}
