package de.kreislaufstadt.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.web.Answers;
import de.kreislaufstadt.process.web.EngineIdentityFilter;
import de.kreislaufstadt.process.web.WebApplicationIdentityFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who gets in where. The REST API wants a login with every request and keeps no session; the web applications want the
 * session that begins on the {@link SignInPage}; a few pages are public; everything else is denied.
 *
 * <p>Patterns are path patterns on purpose: a string matcher asks Spring MVC, which does not know the engine's paths.
 */
@Configuration
class WaysIn {

    private static final String CONTENT_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none';" + " form-action 'self'; frame-ancestors 'none'";

    private static final String INVITATION_CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Set<String> INVITATION_METHODS = Set.of("GET", "HEAD", "POST");

    /** Within a minute. A person who answers asks for a handful of pages. */
    private static final int MOST_WITH_ONE_LINK = 60;

    private static final int MOST_FROM_ONE_ADDRESS = 600;
    private static final int MOST_UPLOADS = 120;

    private final Answers answers;
    private final ObjectMapper json;

    WaysIn(Answers answers, ObjectMapper json) {
        this.answers = answers;
        this.json = json;
    }

    @Bean
    @Order(1)
    SecurityFilterChain restApi(
            HttpSecurity http,
            AccountAuthentication accounts,
            AuthenticationManagerResolver<HttpServletRequest> bearerTokens)
            throws Exception {
        return http.securityMatcher(path("/engine-rest/**"))
                .authenticationProvider(accounts)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Without a session there is no token to compare; CrossSiteFilter looks at where a request comes from.
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new KnownSchemes(challenge()), LogoutFilter.class)
                .addFilterBefore(new CrossSiteFilter(this::body), BasicAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(challenge()))
                .oauth2ResourceServer(tokens ->
                        tokens.authenticationManagerResolver(bearerTokens).authenticationEntryPoint(challenge()))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(challenge()))
                .addFilterAfter(new EngineIdentityFilter(WaysIn::signedIn), AuthorizationFilter.class)
                .build();
    }

    /**
     * The web applications' own filters check rights per application and refuse cross-site requests. Who somebody is they are told:
     * their own sign-in, which knows no second factor and no identity provider, is closed.
     */
    @Bean
    @Order(2)
    SecurityFilterChain webApplications(
            HttpSecurity http,
            SessionGuard guard,
            Sessions sessions,
            IdentityProviders providers,
            OwnPages pages,
            Clock clock,
            @Value("${camunda.bpm.webapp.auth.cache.time-to-live}") Duration cache)
            throws Exception {
        return http.securityMatcher(path("/camunda/**"))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        // CVE-2026-77226: creates an administrator without login whenever the group has no member.
                        .requestMatchers(path("/camunda/api/admin/setup/**"), path("/camunda/app/admin/*/setup/**"))
                        .denyAll()
                        .requestMatchers(path("/camunda/api/admin/auth/user/*/login/**"))
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentTypeOptions(option -> option.disable())
                        .cacheControl(option -> option.disable())
                        .frameOptions(frames -> frames.sameOrigin())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(guard, AnonymousAuthenticationFilter.class)
                .addFilterBefore(new ToSignIn(pages), AuthorizationFilter.class)
                .addFilterBefore(new PageTokenOfSession(), AuthorizationFilter.class)
                .addFilterBefore(new PageToken(this::body), AuthorizationFilter.class)
                .addFilterBefore(
                        new WebApplicationIdentityFilter(SessionPerson::user, cache, clock), AuthorizationFilter.class)
                .addFilterBefore(new SignOut(sessions, providers), AuthorizationFilter.class)
                .addFilterBefore(new OwnNonceFilter(), AuthorizationFilter.class)
                .addFilterBefore(new UploadCeiling(new Ceiling(MOST_UPLOADS, clock)), AuthorizationFilter.class)
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint((request, response, refused) -> response.sendError(403)))
                .build();
    }

    /**
     * Pages for invited people without account. Who holds the link may do what its page offers: the token in the address is
     * signed, expires, and names what it is for. No cookie is set and none is read, so another site cannot make a browser
     * act with rights it has not got itself; a token against cross-site requests would guard nothing.
     */
    @Bean
    @Order(4)
    SecurityFilterChain invitationPages(HttpSecurity http, Clock clock) throws Exception {
        return http.securityMatchers(paths -> paths.requestMatchers(
                        path("/einladung/{token}"), path("/protokoll/{token}"), path("/rueckmeldung/{token}")))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(request -> INVITATION_METHODS.contains(request.getMethod()))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(
                        new PublicPageCeiling(
                                new Ceiling(MOST_WITH_ONE_LINK, clock), new Ceiling(MOST_FROM_ONE_ADDRESS, clock)),
                        AuthorizationFilter.class)
                .addFilterBefore(new SmallBodies(), AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(INVITATION_CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint((request, response, refused) -> response.sendError(405)))
                .build();
    }

    /** What is asked for here by nobody in particular is not there; that it is closed would say that there is something. */
    @Bean
    @Order(6)
    SecurityFilterChain files(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(path("/start/**"), path("/favicon.ico"), path("/kreislaufstadt/**"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(option -> option.disable())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, refused) ->
                        response.sendError(request.getMethod().matches("GET|HEAD") ? 404 : 401)))
                .build();
    }

    private AuthenticationEntryPoint challenge() {
        return (request, response, refused) -> {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            if (refused instanceof TooManyAttempts slow) {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(slow.retryAfter()));
                response.getWriter().write(body(request, "credential.tooOften"));
                return;
            }
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Kreislaufstadt\", charset=\"UTF-8\"");
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.setStatus(401);
            response.getWriter().write(body(request, "process.unauthenticated"));
        };
    }

    private String body(HttpServletRequest request, String messageKey) {
        try {
            return json.writeValueAsString(answers.problem(
                    "Refused", messageKey, Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Login> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Login login
                ? Optional.of(login)
                : Optional.empty();
    }

    private static PathPatternRequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
