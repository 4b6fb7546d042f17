package de.kreislaufstadt.security;

import de.kreislaufstadt.process.web.NoConnection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says "later" early instead of letting everybody wait for a database that has too much to do: staff and the public have places of
 * their own, so that neither can crowd out the other, and signing in needs none. Uploads have a bound of their own
 * ({@link UploadCeiling}): they take long because of who sends them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class Overload extends OncePerRequestFilter {

    private final Places staff;
    private final Places everybody;
    private final Counter refusedStaff;
    private final Counter refusedEverybody;
    private final Counter withoutConnection;

    /**
     * @param places for staff, and as many again for the public
     * @param wait how long one waits for a place
     */
    Overload(
            @Value("${kreislaufstadt.load.places:16}") int places,
            @Value("${kreislaufstadt.load.wait:2s}") Duration wait,
            MeterRegistry registry) {
        this.staff = new Places(places, wait);
        this.everybody = new Places(places, wait);
        this.refusedStaff = refused(registry, "staff");
        this.refusedEverybody = refused(registry, "public");
        this.withoutConnection = refused(registry, "connections");
    }

    private static Counter refused(MeterRegistry registry, String reason) {
        return Counter.builder("kreislaufstadt.requests.refused")
                .tag("reason", reason)
                .description("Requests that this node has put off (503), since it had too much to do")
                .register(registry);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (isForStaff(request, path)) {
            within(staff, refusedStaff, request, response, chain);
        } else if (isForEverybody(path)) {
            within(everybody, refusedEverybody, request, response, chain);
        } else {
            pass(request, response, chain);
        }
    }

    private void within(
            Places places, Counter refused, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.enter()) {
            later(refused, response);
            return;
        }
        try {
            pass(request, response, chain);
        } finally {
            places.leave();
        }
    }

    /** Who got no connection may try again; everything else is somebody else's matter. */
    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !NoConnection.isCauseOf(e)) {
                throw e;
            }
            later(withoutConnection, response);
        }
    }

    private static void later(Counter refused, HttpServletResponse response) throws IOException {
        refused.increment();
        response.setHeader(HttpHeaders.RETRY_AFTER, NoConnection.RETRY_AFTER);
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }

    private static boolean isForStaff(HttpServletRequest request, String path) {
        boolean asks = path.startsWith("/engine-rest/") || path.startsWith("/camunda/api/");
        return asks
                && !path.contains("/static/")
                && !MediaType.APPLICATION_OCTET_STREAM_VALUE.equals(request.getContentType());
    }

    /** All but signing in, the web applications' pages and the files that all pages share. */
    private static boolean isForEverybody(String path) {
        return !path.startsWith("/anmelden")
                && !path.startsWith("/camunda/")
                && !path.startsWith("/engine-rest")
                && !path.startsWith("/kreislaufstadt/")
                && !path.startsWith("/start/");
    }
}
