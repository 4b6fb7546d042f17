package de.kreislaufstadt.delivery;

import java.io.Serial;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Nobody can say now whether what is kept is still true; so nothing is said at all, and something old least of all. */
final class StampUnreadable extends ResponseStatusException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String SECONDS = "5";

    StampUnreadable(RuntimeException cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "Stamps cannot be read", cause);
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, SECONDS);
        return headers;
    }
}
