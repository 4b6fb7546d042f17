package de.kreislaufstadt.security;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The pages round signing in. They have a session: it carries the token against cross-site requests, signing in included. */
@Configuration
class SignInWays {

    /** No script, nothing from elsewhere. */
    static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final OwnPages pages;
    private final IdentityProviders providers;

    SignInWays(OwnPages pages, IdentityProviders providers) {
        this.pages = pages;
        this.providers = providers;
    }

    @Bean
    @Order(3)
    SecurityFilterChain signInPages(HttpSecurity http, SessionGuard guard, List<SignInChain> ways) throws Exception {
        for (SignInChain way : ways) {
            way.addTo(http);
        }
        return http.securityMatchers(
                        paths -> paths.requestMatchers(SignInChain.path("/anmelden"), SignInChain.path("/anmelden/**")))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .permitAll())
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new SmallBodies(), CsrfFilter.class)
                .addFilterBefore(guard, AnonymousAuthenticationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .frameOptions(frames -> frames.deny())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .exceptionHandling(errors -> errors.accessDeniedHandler(tooOld()))
                .build();
    }

    /** A page that was open for longer than its session is shown anew: what was typed is typed once more, nothing else is lost. */
    private AccessDeniedHandler tooOld() {
        return (request, response, refused) -> {
            if (refused instanceof CsrfException && "/anmelden".equals(request.getRequestURI())) {
                pages.page("page", request)
                        .with("signedOut", false)
                        .with("typedName", null)
                        .with("offers", providers.offers())
                        .problem("signin.tooOld")
                        .answer(HttpStatus.FORBIDDEN, response);
            } else {
                denied(response);
            }
        };
    }

    private static void denied(jakarta.servlet.http.HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.FORBIDDEN.value());
    }
}
