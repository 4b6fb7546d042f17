package de.kreislaufstadt.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads whoever opens a page of the web applications without being signed in to the sign-in page, and with that back to where
 * they wanted to go. What Tasklist shows stands behind the # of its address, which no server sees: a script of two lines takes it
 * along. Without scripts, which the web applications cannot do without either, there is a link.
 */
final class ToSignIn extends OncePerRequestFilter {

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final OwnPages pages;

    ToSignIn(OwnPages pages) {
        this.pages = pages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !WebApplicationPages.isPage(request) || SessionPerson.current().isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        pages.page("onward", request)
                .with("signInLink", "/anmelden?" + Goal.asParameter(Goal.of(request.getRequestURI())))
                .answer(HttpStatus.UNAUTHORIZED, response);
    }
}
