package de.kreislaufstadt.process.web;

import de.kreislaufstadt.process.engine.people.WebApplicationLogin;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hands the web applications the person of the current session before their own filters look for one. They never sign anybody
 * in themselves: whoever is not signed in here is nobody there.
 */
public final class WebApplicationIdentityFilter extends OncePerRequestFilter {

    private final Supplier<Optional<String>> who;
    private final Duration cache;
    private final Clock clock;

    /**
     * @param who id of the signed-in person of the current request, if there is one
     * @param cache how long the web applications may go on with the groups and rights they have read
     */
    public WebApplicationIdentityFilter(Supplier<Optional<String>> who, Duration cache, Clock clock) {
        this.who = who;
        this.cache = cache;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> person = who.get();
        HttpSession session = request.getSession(false);
        if (person.isPresent() && session != null) {
            WebApplicationLogin.set(session, person.get(), cache.toMillis(), clock);
        } else if (session != null) {
            WebApplicationLogin.clear(session);
        }
        chain.doFilter(request, response);
    }
}
