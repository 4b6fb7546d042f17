package de.kreislaufstadt.opendata;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** Says to programs as a problem (RFC 9457) what people in a browser are shown as a page, whoever refuses the request. */
final class RefusedForPrograms extends HttpServletResponseWrapper {

    private final HttpServletRequest request;

    RefusedForPrograms(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        String seconds = getHeader(HttpHeaders.RETRY_AFTER);
        Optional<byte[]> problem = accept != null && accept.contains("text/html")
                ? Optional.empty()
                : Problems.said(request, status, seconds == null ? "" : seconds);
        if (problem.isEmpty()) {
            super.sendError(status, message);
            return;
        }
        setStatus(status);
        setContentType(Problems.TYPE.toString());
        setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        getOutputStream().write(problem.get());
    }
}
