package de.kreislaufstadt.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a session its token against cross-site requests when it begins, and a page the cookie that says it. Left to the web
 * applications' own filter, two requests at once, on two nodes perhaps, would give out two, of which the session keeps one: every
 * button of the other page would be refused until its reader signs in anew. A file gets none: it asks for no session.
 */
final class PageTokenOfSession extends OncePerRequestFilter {

    private static final String COOKIE = "XSRF-TOKEN";
    private static final int TOKEN_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Begins the session with a token of its own, which is none of a session before. */
    static void give(HttpSession session) {
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        session.setAttribute(PageToken.ATTRIBUTE, HexFormat.of().withUpperCase().formatHex(token));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !WebApplicationPages.isPage(request) && !WebApplicationPages.isFile(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (WebApplicationPages.isFile(request)) {
            // Their filter finds one and sets no cookie; nobody keeps this session.
            give(request.getSession());
        } else if (SessionPerson.current().isPresent()) {
            HttpSession session = request.getSession();
            if (session.getAttribute(PageToken.ATTRIBUTE) instanceof String token
                    && !token.equals(cookie(request).orElse(null))) {
                response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, token));
            }
        }
        chain.doFilter(request, response);
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** A script of the page reads it, so that it cannot be kept from scripts. */
    private static String cookie(HttpServletRequest request, String token) {
        return ResponseCookie.from(COOKIE, token)
                .path(request.getContextPath() + "/camunda")
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }
}
