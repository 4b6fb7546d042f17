package de.kreislaufstadt.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks with every request of a session whether it still holds: the account may have been disabled or deleted and the session
 * ended on another node, or it has lasted long enough. Whoever loses it is nobody for the rest of the request. Files of the web
 * applications are the same for everybody and not asked for.
 */
final class SessionGuard extends OncePerRequestFilter {

    private final Sessions sessions;
    private final IdentityProviders providers;
    private final Duration longest;
    private final Clock clock;

    SessionGuard(Sessions sessions, IdentityProviders providers, Duration longest, Clock clock) {
        this.sessions = sessions;
        this.providers = providers;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return WebApplicationPages.isFile(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SessionPerson> person = request.getSession(false) == null ? Optional.empty() : SessionPerson.current();
        if (person.isPresent() && !holds(request, response, person.get())) {
            sessions.end(request);
            SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        }
        chain.doFilter(request, response);
    }

    private boolean holds(HttpServletRequest request, HttpServletResponse response, SessionPerson person) {
        return clock.instant().isBefore(person.session().since().plus(longest))
                && sessions.holds(person.session())
                && providers.vouches(request, response, person);
    }
}
