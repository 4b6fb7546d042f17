package de.kreislaufstadt.security.provider;

import de.kreislaufstadt.security.Goal;
import de.kreislaufstadt.security.OwnPages;
import de.kreislaufstadt.security.Sessions;
import de.kreislaufstadt.security.SignInChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;

/** The addresses that providers and browsers between us and them know. */
@Configuration
@EnableConfigurationProperties(ProviderSettings.class)
class ProviderWays {

    /** Leads to a provider; its key follows. */
    static final String START = "/anmelden/bei";

    /** Where a provider sends the browser back to; its key follows. */
    static final String ANSWER = "/anmelden/antwort/";

    /** Where a provider says that a session has ended; its key follows. */
    static final String END = "/anmelden/ende/";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderWays.class);

    @Bean
    AuthorizationRequests authorizationRequests() {
        return new AuthorizationRequests();
    }

    /** The provider's tokens stay in the session of the person, which only the person's browser opens. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClients(Registrations registrations) {
        return new KeptTokens(registrations);
    }

    @Bean
    RestClientRefreshTokenTokenResponseClient refreshedTokens(ProviderHttp http) {
        RestClientRefreshTokenTokenResponseClient client = new RestClientRefreshTokenTokenResponseClient();
        client.setRestClient(http.tokens());
        return client;
    }

    @Bean
    AuthenticationManagerResolver<HttpServletRequest> bearerTokens(BearerTokens tokens) {
        return new JwtIssuerAuthenticationManagerResolver((String issuer) -> tokens.keyOf(issuer)
                .<org.springframework.security.authentication.AuthenticationManager>map(
                        key -> bearer -> tokens.authenticate(key, bearer))
                .orElse(null));
    }

    @Bean
    SignInChain providersInTheChain(
            Registrations registrations,
            AuthorizationRequests requests,
            OAuth2AuthorizedClientRepository clients,
            ProviderUsers users,
            ProviderHttp http,
            Sessions sessions,
            OwnPages pages) {
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(http.tokens());
        return chain -> {
            chain.csrf(csrf -> csrf.ignoringRequestMatchers(SignInChain.path(END + "*")));
            chain.oauth2Login(login -> login.clientRegistrationRepository(registrations)
                    .authorizedClientRepository(clients)
                    .loginPage("/anmelden")
                    .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(new OwnPageOnly())
                            .authorizationRequestRepository(requests))
                    .redirectionEndpoint(endpoint -> endpoint.baseUri(ANSWER + "*"))
                    .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(codes))
                    .userInfoEndpoint(endpoint -> endpoint.oidcUserService(users))
                    .successHandler((request, response, person) -> {
                        leaveNothingOfBefore(request.getSession());
                        sessions.begun(request);
                        Object goal = request.getAttribute(AuthorizationRequests.GOAL);
                        response.setStatus(HttpStatus.SEE_OTHER.value());
                        response.setHeader("Location", Goal.of(goal == null ? null : goal.toString()));
                    })
                    .failureHandler((request, response, failure) -> refuse(pages, request, response, failure)));
        };
    }

    /** {@link ToProvider} leads to a provider; the framework has no address of its own for it. */
    private static final class OwnPageOnly implements OAuth2AuthorizationRequestResolver {

        @Override
        public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return null;
        }

        @Override
        public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
            return null;
        }
    }

    /** The session has a new id; what it held of a person before, or of somebody who prepared it for them, goes. */
    private static void leaveNothingOfBefore(HttpSession session) {
        Collections.list(session.getAttributeNames()).stream()
                .filter(name -> !name.startsWith("SPRING_SECURITY") && !name.startsWith("org.springframework.security"))
                .filter(name -> !KeptTokens.ATTRIBUTE.equals(name))
                .forEach(session::removeAttribute);
    }

    private static void refuse(
            OwnPages pages, HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean away = ProviderUnreachable.isCauseOf(failure);
        String reason = failure instanceof SignInRefused refused ? refused.reason() : away ? "unreachable" : "failed";
        String code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        // Neither the provider's words nor the person's: the code is one of a few.
        LOG.warn("Anmeldung über einen Anbieter abgewiesen: {}", code.replaceAll("[^A-Za-z0-9_]", "?"));
        pages.page("refused", request)
                .with("reason", reason)
                .answer(away ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.FORBIDDEN, response);
    }
}
