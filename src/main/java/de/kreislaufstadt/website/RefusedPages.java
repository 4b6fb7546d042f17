package de.kreislaufstadt.website;

import de.kreislaufstadt.delivery.Delivery.Body;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What people read in the browser where a public address leads nowhere, is asked for too often or is sent too much. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedPages implements ErrorViewResolver {

    private static final Set<Integer> OURS = Set.of(400, 404, 405, 413, 429, 503);

    /** Parts of the application that people sign in to; these have pages of their own. */
    private static final Set<String> OTHERS =
            Set.of("anmelden", "camunda", "einladung", "engine-rest", "protokoll", "rueckmeldung");

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private final Nothing nothing;

    RefusedPages(Nothing nothing) {
        this.nothing = nothing;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (!OURS.contains(status.value()) || !(path instanceof String asked) || isOfOthers(asked)) {
            return null;
        }
        return new ModelAndView((shown, again, response) -> {
            Body body = nothing.refused(status.value(), Language.of(request), asked);
            response.setStatus(status.value());
            response.setContentType(body.type().toString());
            // Its search form is one of a public page.
            response.setHeader("Content-Security-Policy", POLICY);
            body.headers().forEach(response::setHeader);
            response.getOutputStream().write(body.bytes());
        });
    }

    private static boolean isOfOthers(String path) {
        return OTHERS.contains(path.replaceFirst("^/", "").replaceFirst("/.*", ""));
    }
}
