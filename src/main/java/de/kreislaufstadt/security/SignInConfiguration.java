package de.kreislaufstadt.security;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Parts that several ways in share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class SignInConfiguration {

    @Bean
    SessionGuard sessionGuard(Sessions sessions, IdentityProviders providers, SignInSettings settings, Clock clock) {
        return new SessionGuard(sessions, providers, settings.longestSession(), clock);
    }

    /** It stands in the security chains, not in front of everything. */
    @Bean
    FilterRegistrationBean<SessionGuard> sessionGuardInItsChainsOnly(SessionGuard guard) {
        FilterRegistrationBean<SessionGuard> registration = new FilterRegistrationBean<>(guard);
        registration.setEnabled(false);
        return registration;
    }
}
