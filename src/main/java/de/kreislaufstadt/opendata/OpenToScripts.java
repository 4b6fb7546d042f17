package de.kreislaufstadt.opendata;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets scripts of every site read the open data, as everybody may; never with credentials, which nobody needs here. Whether they may
 * is answered before anything else looks at the request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class OpenToScripts extends OncePerRequestFilter {

    private static final Pattern DATA = Pattern.compile(
            "/(?:api|opendata)(?:/.*)?|/[a-z][a-z0-9]*/daten/.+|/[a-z][a-z0-9]*/massnahmen/[^/]+/rohdaten\\.[a-z]+");
    private static final String READING = "GET, HEAD, OPTIONS";
    private static final String ONE_DAY = "86400";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Link, Retry-After");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if ("OPTIONS".equals(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, READING);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, READING);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Accept, Accept-Language, If-None-Match");
            response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, ONE_DAY);
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        chain.doFilter(request, new RefusedForPrograms(request, response));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !DATA.matcher(request.getRequestURI()).matches();
    }
}
