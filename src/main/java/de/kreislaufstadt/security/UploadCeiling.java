package de.kreislaufstadt.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets one person send so many files a minute, and this node receive so many at the same time: they wait on its disk. */
final class UploadCeiling extends OncePerRequestFilter {

    private static final int AT_THE_SAME_TIME = 24;

    private final Ceiling people;
    private final Semaphore places = new Semaphore(AT_THE_SAME_TIME);

    UploadCeiling(Ceiling people) {
        this.people = people;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || !MediaType.APPLICATION_OCTET_STREAM_VALUE.equals(request.getContentType());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!people.admits(SessionPerson.user().orElse(request.getRemoteAddr()))) {
            refuse(response);
        } else if (!places.tryAcquire()) {
            refuse(response);
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(people.secondsLeft()));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }
}
