package de.kreislaufstadt.security.provider;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Keeps a provider that does not answer from keeping everybody: only a few ask it at the same time, and once it was silent nobody
 * does for a moment. Whoever is not let through is told at once that it cannot be reached.
 */
final class ProviderPatience implements ClientHttpRequestInterceptor {

    /** At the same time, of each provider; fewer than there are places of staff, since people with sessions ask from there. */
    static final int AT_ONCE = 8;

    /** After a provider was silent. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    /** How long one waits for those who ask at the same time: a provider that is well needs less. */
    private static final Duration TURN = Duration.ofSeconds(2);

    private final Clock clock;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    ProviderPatience(Clock clock) {
        this.clock = clock;
    }

    /** The way to one of them, by host and port. */
    private static final class Line {

        private final Semaphore free = new Semaphore(AT_ONCE, true);
        private volatile Instant silentUntil = Instant.MIN;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        Line line = lines.computeIfAbsent(request.getURI().getAuthority(), provider -> new Line());
        refuseWhileSilent(line);
        try {
            if (!line.free.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("Too many wait for the provider");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        try {
            // It may have been silent towards those who were waited for.
            refuseWhileSilent(line);
            ClientHttpResponse answer = execution.execute(request, body);
            // What was sent with a body is only waited for when somebody looks at its answer.
            answer.getStatusCode();
            return answer;
        } catch (SocketTimeoutException | ConnectException e) {
            line.silentUntil = clock.instant().plus(PAUSE);
            throw e;
        } finally {
            line.free.release();
        }
    }

    private void refuseWhileSilent(Line line) throws IOException {
        if (clock.instant().isBefore(line.silentUntil)) {
            throw new IOException("The provider was silent a moment ago");
        }
    }
}
