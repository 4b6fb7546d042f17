package de.kreislaufstadt.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers with every answer, whoever gives it, what they may do with it: the strictest, as far as nobody has said what
 * their page needs instead.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerHeaders extends OncePerRequestFilter {

    private static final String CONTENT_POLICY = "Content-Security-Policy";

    private static final String OF_ERROR_PAGES =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    /** For answers about which nobody says anything else. */
    static final Map<String, String> STRICTEST = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "X-Permitted-Cross-Domain-Policies",
            "none",
            CONTENT_POLICY,
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            // None of our pages asks for any of these; copying a link to the clipboard stays.
            "Permissions-Policy",
            "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                    + " magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(self), usb=()");

    /** The same for everybody, and asked for with every page. */
    private static final List<String> SHARED_FILES = List.of("/kreislaufstadt/", "/start/");

    private static final List<String> APIS = List.of("/engine-rest", "/camunda/api/");
    private static final String FILES_OF_PLUGINS = "/static/";

    private static final String ONE_YEAR = "max-age=31536000";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            response.setHeader(CONTENT_POLICY, OF_ERROR_PAGES);
        }
        Answer answer = new Answer(request, response);
        try {
            chain.doFilter(request, answer);
        } finally {
            answer.complete();
        }
    }

    /** What answers instead of somebody who failed has pages of its own. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Adds what nobody has said by the time the answer leaves. */
    private static final class Answer extends OnCommittedResponseWrapper {

        private final HttpServletRequest request;

        Answer(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        protected void onResponseCommitted() {
            complete();
            disableOnResponseCommitted();
        }

        void complete() {
            if (isCommitted()) {
                return;
            }
            STRICTEST.forEach(this::add);
            if (request.isSecure()) {
                add("Strict-Transport-Security", ONE_YEAR);
            }
            if (isApi(request)) {
                // The engine says "no-cache", with which a browser keeps the answer and only asks again.
                setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            } else if (!isShared(request)) {
                add(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        }

        private void add(String name, String value) {
            if (!containsHeader(name)) {
                setHeader(name, value);
            }
        }
    }

    private static boolean isApi(HttpServletRequest request) {
        String path = path(request);
        return APIS.stream().anyMatch(path::startsWith) && !path.contains(FILES_OF_PLUGINS);
    }

    private static boolean isShared(HttpServletRequest request) {
        String path = path(request);
        return path.contains(FILES_OF_PLUGINS)
                || SHARED_FILES.stream().anyMatch(path::startsWith)
                || WebApplicationPages.isFile(request);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
