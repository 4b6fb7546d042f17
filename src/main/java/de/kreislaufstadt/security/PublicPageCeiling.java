package de.kreislaufstadt.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps programs from trying links or filling answers on the pages for invited people, where nobody signs in: so many requests
 * a minute with one link, and so many from one address, behind which a whole town hall may sit.
 */
final class PublicPageCeiling extends OncePerRequestFilter {

    private static final int NETWORK_BYTES = 8;

    private final Ceiling links;
    private final Ceiling addresses;

    PublicPageCeiling(Ceiling links, Ceiling addresses) {
        this.links = links;
        this.addresses = addresses;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (addresses.admits(network(request.getRemoteAddr())) && links.admits(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(addresses.secondsLeft()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    /** @return the address; of IPv6 the half that names the network, since the other one is free for everybody to choose */
    static String network(String address) {
        try {
            // An address as the connection has it, never a name that would have to be looked up.
            return address.contains(":") && InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
