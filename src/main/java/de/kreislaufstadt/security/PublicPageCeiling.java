package de.kreislaufstadt.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps programs from trying links or filling answers on the pages for invited people, where nobody signs in: so many requests
 * a minute with one link, and so many from one address, behind which a whole town hall may sit.
 */
final class PublicPageCeiling extends OncePerRequestFilter {

    private final Ceiling links;
    private final Ceiling addresses;

    PublicPageCeiling(Ceiling links, Ceiling addresses) {
        this.links = links;
        this.addresses = addresses;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (addresses.admits(NetworkAddress.of(request.getRemoteAddr())) && links.admits(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(addresses.secondsLeft()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }
}
