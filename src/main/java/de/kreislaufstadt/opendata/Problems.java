package de.kreislaufstadt.opendata;

import de.kreislaufstadt.delivery.Delivery.Body;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Answers to requests that cannot be met (RFC 9457), in German, or in English for whoever wants that first. What is absent is
 * answered without looking at what was asked for, so that nobody learns whether it is absent or not released.
 */
final class Problems {

    static final MediaType TYPE = MediaType.APPLICATION_PROBLEM_JSON;

    private static final Set<HttpStatus> SAID =
            Set.of(HttpStatus.NOT_FOUND, HttpStatus.METHOD_NOT_ALLOWED, HttpStatus.TOO_MANY_REQUESTS);

    private Problems() {}

    /** @param errors null where no parameter is to blame */
    record Problem(String type, String title, int status, String detail, List<Refused> errors) {}

    /** A parameter that cannot be met, and why. */
    record Refused(String field, String message) {}

    /** @return the language that is wanted first, if it is English; else German */
    static Locale language(HttpServletRequest request) {
        String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return wanted != null && wanted.strip().toLowerCase(Locale.ROOT).startsWith("en")
                ? Locale.ENGLISH
                : Locale.GERMAN;
    }

    static Body nothing(Locale language) {
        return new Body(
                HttpStatus.NOT_FOUND.value(),
                TYPE,
                bytes(HttpStatus.NOT_FOUND, language, null),
                Map.of(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE));
    }

    static ResponseEntity<byte[]> nothing(HttpServletRequest request) {
        return answer(HttpStatus.NOT_FOUND, request, null);
    }

    static void nothing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Body nothing = nothing(language(request));
        response.setStatus(nothing.status());
        response.setContentType(nothing.type().toString());
        nothing.headers().forEach(response::setHeader);
        response.getOutputStream().write(nothing.bytes());
    }

    /** @param served the types that are, as {@code Accept} names them */
    static ResponseEntity<byte[]> notAcceptable(HttpServletRequest request, List<MediaType> served) {
        Object[] types = {
            String.join(", ", served.stream().map(MediaType::toString).toList())
        };
        return answer(HttpStatus.NOT_ACCEPTABLE, request, null, types);
    }

    static ResponseEntity<byte[]> refused(HttpServletRequest request, List<Refused> errors) {
        return answer(HttpStatus.BAD_REQUEST, request, errors);
    }

    /**
     * @param arguments of the detail, in their order
     * @return the body of an answer of this status; empty where nothing is said of it here
     */
    static Optional<byte[]> said(HttpServletRequest request, int status, Object... arguments) {
        return Optional.ofNullable(HttpStatus.resolve(status))
                .filter(SAID::contains)
                .map(known -> bytes(known, language(request), null, arguments));
    }

    private static ResponseEntity<byte[]> answer(
            HttpStatus status, HttpServletRequest request, List<Refused> errors, Object... arguments) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .contentType(TYPE)
                .body(bytes(status, language(request), errors, arguments));
    }

    private static byte[] bytes(HttpStatus status, Locale language, List<Refused> errors, Object... arguments) {
        String key = "opendata.problem." + status.value();
        return DataJson.bytes(new Problem(
                "about:blank",
                Words.in(language, key + ".title"),
                status.value(),
                Words.in(language, key + ".detail", arguments),
                errors));
    }
}
