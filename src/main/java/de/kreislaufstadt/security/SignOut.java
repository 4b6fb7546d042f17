package de.kreislaufstadt.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Ends the session when the web applications have signed somebody out. Their own filters come first: they refuse what another
 * site makes a browser send. Where a provider had signed the person in, {@code /anmelden/abgemeldet} then ends its session, too.
 */
final class SignOut extends OncePerRequestFilter {

    private static final Pattern LOGOUT = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout/?");

    private final Sessions sessions;
    private final IdentityProviders providers;

    SignOut(Sessions sessions, IdentityProviders providers) {
        this.sessions = sessions;
        this.providers = providers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isMeant(request);
    }

    /** @return whether the request signs out of the web applications */
    static boolean isMeant(HttpServletRequest request) {
        return "POST".equals(request.getMethod())
                && LOGOUT.matcher(request.getRequestURI()
                                .substring(request.getContextPath().length()))
                        .matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SessionPerson> person = SessionPerson.current();
        // Whoever has the answer is signed out: the browser's next request may reach another node.
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (HttpStatus.valueOf(answer.getStatus()).is2xxSuccessful()) {
            sessions.leave(request, person.flatMap(who -> providers.signOutAddress(request, who)));
        }
        answer.copyBodyToResponse();
    }
}
