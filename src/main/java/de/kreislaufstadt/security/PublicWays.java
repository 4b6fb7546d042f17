package de.kreislaufstadt.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The public pages and data of the municipalities: everybody reads, nobody signs in. No session, no cookie, no script, nothing
 * from elsewhere; a token against cross-site requests would guard nothing, since no browser has rights here that another lacks.
 * The one form that is sent carries a signed mark of its own, which other sites cannot read.
 */
@Configuration
class PublicWays {

    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String MUNICIPALITY = "/{municipality:[a-z][a-z0-9]*}";

    /** Where the server itself makes an answer to what went wrong is no address of a municipality. */
    private static final String OVERVIEW = "/{municipality:(?!error$)[a-z][a-z0-9]*}";

    private static final PathPatternRequestMatcher QUESTION = path(MUNICIPALITY + "/massnahmen/{slug}/frage");
    private static final PathPatternRequestMatcher ASKING = PathPatternRequestMatcher.withDefaults()
            .matcher(HttpMethod.POST, MUNICIPALITY + "/massnahmen/{slug}/frage");

    /**
     * @param pages how often a network may ask for pages within a minute, on this node; 0 for as often as it likes
     * @param answers the same for the API, the catalogue and the data of one measure
     * @param downloads the same for everything that a municipality has
     */
    @Bean
    @Order(5)
    SecurityFilterChain publicSite(
            HttpSecurity http,
            Clock clock,
            @Value("${kreislaufstadt.public.pages-per-minute:600}") int pages,
            @Value("${kreislaufstadt.public.api-per-minute:300}") int answers,
            @Value("${kreislaufstadt.public.downloads-per-minute:20}") int downloads)
            throws Exception {
        http.addFilterBefore(
                new PublicDataCeiling(ceiling(answers, clock), ceiling(downloads, clock)), AuthorizationFilter.class);
        http.addFilterBefore(new SmallBodies(), AuthorizationFilter.class);
        if (pages > 0) {
            http.addFilterBefore(new PublicSiteCeiling(new Ceiling(pages, clock)), AuthorizationFilter.class);
        }
        return http.securityMatchers(paths -> paths.requestMatchers(
                        path("/"),
                        path(OVERVIEW),
                        path(MUNICIPALITY + "/massnahmen"),
                        path(MUNICIPALITY + "/massnahmen/{slug}"),
                        path(MUNICIPALITY + "/massnahmen/{slug}/{part}"),
                        path(MUNICIPALITY + "/massnahmen/{slug}/fassungen/{version}"),
                        path(MUNICIPALITY + "/felder/{field}/feed.atom"),
                        path(MUNICIPALITY + "/daten/**"),
                        path(MUNICIPALITY + "/feed.atom"),
                        path(MUNICIPALITY + "/barrierefreiheit"),
                        path(MUNICIPALITY + "/datenschutz"),
                        path(MUNICIPALITY + "/impressum"),
                        path(MUNICIPALITY + "/leichte-sprache"),
                        path("/leichte-sprache"),
                        path("/modellansatz/**"),
                        path("/robots.txt"),
                        path("/sitemap.xml"),
                        path("/api/**"),
                        path("/opendata/**")))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(PublicWays::isRead)
                        .permitAll()
                        .requestMatchers(ASKING)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                // Without the framework's care for sessions, which reads the one of whoever has one from the database.
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .anonymous(everybody -> everybody.authenticationFilter(asNobody()))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(option -> option.disable())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, refused) -> {
                    response.setHeader(HttpHeaders.ALLOW, QUESTION.matches(request) ? "GET, HEAD, POST" : "GET, HEAD");
                    response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
                }))
                .build();
    }

    /** Notes nothing about whoever asks: the framework would note their session, and read it from the database for that. */
    private static AnonymousAuthenticationFilter asNobody() {
        AnonymousAuthenticationFilter nobody = new AnonymousAuthenticationFilter("public");
        nobody.setAuthenticationDetailsSource(request -> null);
        return nobody;
    }

    private static Ceiling ceiling(int most, Clock clock) {
        return most > 0 ? new Ceiling(most, clock) : null;
    }

    private static boolean isRead(HttpServletRequest request) {
        return READING.contains(request.getMethod()) || isPreflight(request);
    }

    /** Scripts of other sites may read the data; whether they may is answered with the data. */
    private static boolean isPreflight(HttpServletRequest request) {
        String path = request.getRequestURI();
        return "OPTIONS".equals(request.getMethod()) && (path.startsWith("/api/") || path.startsWith("/opendata/"));
    }

    private static PathPatternRequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
