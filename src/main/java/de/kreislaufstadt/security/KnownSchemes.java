package de.kreislaufstadt.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets programs sign in in the two ways there are. Spring Security listens for others beside bearer tokens (DPoP), which nobody
 * here answers for and which would fail inside.
 */
final class KnownSchemes extends OncePerRequestFilter {

    private final AuthenticationEntryPoint challenge;

    KnownSchemes(AuthenticationEntryPoint challenge) {
        this.challenge = challenge;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        String scheme = sent == null ? "" : sent.strip().toLowerCase(Locale.ROOT);
        if (scheme.isEmpty() || scheme.startsWith("basic ") || scheme.startsWith("bearer ")) {
            chain.doFilter(request, response);
        } else {
            challenge.commence(
                    request, response, new AuthenticationCredentialsNotFoundException("No way in of this kind"));
        }
    }
}
