package de.kreislaufstadt.security;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Health and metrics: on a port of their own, which listens on the machine itself only unless an operator opens it. Whoever
 * reaches that port may read them; the application's own port knows nothing of them.
 */
@Configuration
class ManagementAccess {

    private static final String NAMESPACE = "management";

    /** Known as soon as that server listens; until then nobody can ask it. */
    private volatile int port = -1;

    @EventListener
    void listens(ServletWebServerInitializedEvent event) {
        if (NAMESPACE.equals(event.getApplicationContext().getServerNamespace())) {
            port = event.getWebServer().getPort();
        }
    }

    /** Requests are counted and timed as a whole; a figure for each security filter would cost more than it tells. */
    @Bean
    SecurityObservationSettings noFiguresOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(0)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        // The port the connection was taken at, which no header can change.
        return http.securityMatcher(request -> request.getLocalPort() == port)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                paths.matcher("/actuator/health/**"), paths.matcher("/actuator/prometheus"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                        (request, response, refused) -> response.setStatus(HttpServletResponse.SC_NOT_FOUND)))
                .build();
    }
}
