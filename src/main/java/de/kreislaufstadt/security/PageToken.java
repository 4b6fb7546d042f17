package de.kreislaufstadt.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Compares the token against cross-site requests before the web applications' own filter does. That one ends the session when
 * the token is missing or old, so a page left open from before signing in anew would sign its reader out. Here the request is
 * refused just the same, and says why; the session goes on. What has no session is left to their filter, as is signing out.
 */
final class PageToken extends OncePerRequestFilter {

    /** Where the web applications' filter keeps the token it has given out. */
    static final String ATTRIBUTE = "CAMUNDA_CSRF_TOKEN";

    static final String HEADER = "X-XSRF-TOKEN";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final CrossSiteFilter.Refusal refusal;

    PageToken(CrossSiteFilter.Refusal refusal) {
        this.refusal = refusal;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return SAFE.contains(request.getMethod()) || SignOut.isMeant(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        String sent = request.getHeader(HEADER);
        if (session == null
                || SessionPerson.current().isEmpty()
                || sent != null && sent.equals(session.getAttribute(ATTRIBUTE))) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(refusal.body(request, "signin.pageOutdated"));
    }
}
