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
 * Keeps one network from asking for open data so often that others wait: so many answers a minute, and far fewer downloads of
 * everything a municipality has. Counted before anything is made.
 */
final class PublicDataCeiling extends OncePerRequestFilter {

    private static final Pattern ANSWERS = Pattern.compile("/(api|opendata)(/.*)?|.*/rohdaten\\.[a-z]+");
    private static final Pattern DOWNLOADS = Pattern.compile("/[^/]+/daten/.*|/opendata/catalog\\.[a-z]+");
    private static final String WHOLE = "alle";

    private final Ceiling answers;
    private final Ceiling downloads;

    /** Each null for as often as one likes. */
    PublicDataCeiling(Ceiling answers, Ceiling downloads) {
        this.answers = answers;
        this.downloads = downloads;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Ceiling ceiling = ceiling(request);
        if (ceiling == null || ceiling.admits(NetworkAddress.of(request.getRemoteAddr()))) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ceiling.secondsLeft()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    private Ceiling ceiling(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (DOWNLOADS.matcher(path).matches()
                && (!path.startsWith("/opendata/") || request.getParameter(WHOLE) != null)) {
            return downloads;
        }
        return ANSWERS.matcher(path).matches() ? answers : null;
    }
}
