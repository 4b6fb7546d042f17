package de.kreislaufstadt.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses paths that different layers might read differently, before any of them does: the rules of who gets in where are
 * written in paths.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PlainPaths extends OncePerRequestFilter {

    private static final List<String> AMBIGUOUS =
            List.of("//", "/./", "/../", ";", "\\", "%2f", "%5c", "%2e", "%3b", "%00", "%0a", "%0d");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().toLowerCase(Locale.ROOT);
        if (AMBIGUOUS.stream().anyMatch(path::contains) || path.endsWith("/..") || path.endsWith("/.")) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }
}
