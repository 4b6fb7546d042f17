package de.kreislaufstadt.security;

import de.kreislaufstadt.process.web.Answers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/**
 * What a program is told when nobody else has found words: the status, and a sentence in its language. Nothing of the request
 * comes back, and nothing of what went wrong inside.
 */
@Component
class ErrorWords extends DefaultErrorAttributes {

    private static final String STATUS = "jakarta.servlet.error.status_code";

    private final Answers answers;

    ErrorWords(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        HttpStatus status = status(request);
        Answers.Problem problem = answers.problem(
                status.name(), key(status), Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("type", problem.type());
        words.put("message", problem.message());
        // The page for people is chosen by it.
        words.put("status", status.value());
        return words;
    }

    private static HttpStatus status(WebRequest request) {
        Object status = request.getAttribute(STATUS, RequestAttributes.SCOPE_REQUEST);
        HttpStatus known = status instanceof Integer number ? HttpStatus.resolve(number) : null;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }

    private static String key(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "process.unauthenticated";
            case FORBIDDEN -> "process.forbidden";
            case NOT_FOUND -> "process.notFound";
            case METHOD_NOT_ALLOWED -> "process.method";
            case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE -> "process.mediaType";
            case PAYLOAD_TOO_LARGE -> "process.bodyTooLarge";
            case TOO_MANY_REQUESTS -> "process.tooMany";
            case SERVICE_UNAVAILABLE -> "process.busy";
            default -> status.is4xxClientError() ? "process.badRequest" : "process.internal";
        };
    }
}
