package de.kreislaufstadt.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps one network from asking for public pages so often that others wait: so many requests a minute, counted before anything is
 * made. Data have ceilings of their own.
 */
final class PublicSiteCeiling extends OncePerRequestFilter {

    private static final Pattern DATA = Pattern.compile("/(api|opendata)(/.*)?|/[^/]+/daten/.*|.*/rohdaten\\.[a-z]+");

    private final Ceiling networks;

    PublicSiteCeiling(Ceiling networks) {
        this.networks = networks;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (networks.admits(NetworkAddress.of(request.getRemoteAddr()))) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(networks.secondsLeft()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return DATA.matcher(request.getRequestURI()).matches();
    }
}
