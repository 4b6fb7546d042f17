package de.kreislaufstadt.security.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.ResourceAccessException;

/** An identity provider that takes its time keeps few people, and none for long. */
class ProviderPatienceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final Clock clock = mock(Clock.class);
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answer = new CountDownLatch(1);
    private final ExecutorService people = Executors.newCachedThreadPool();
    private HttpServer server;
    private String address;

    @BeforeEach
    void aProvider() throws IOException {
        when(clock.instant()).thenReturn(NOW);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(people);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        address = "http://localhost:" + server.getAddress().getPort() + "/";
    }

    @AfterEach
    void stop() {
        answer.countDown();
        server.stop(0);
        people.shutdownNow();
    }

    @Test
    void isNotAskedAgainForAMomentOnceItWasSilent() {
        ProviderHttp http = new ProviderHttp(Duration.ofSeconds(1), clock);

        assertSilent(http);
        assertSilent(http);
        assertThat(asked).hasValue(1);

        answer.countDown();
        when(clock.instant()).thenReturn(NOW.plus(ProviderPatience.PAUSE));
        ask(http);
        assertThat(asked).hasValue(2);
    }

    /** As for tokens, which are asked for with a body. */
    @Test
    void isFoundSilentWhateverIsSentToIt() {
        ProviderHttp http = new ProviderHttp(Duration.ofSeconds(1), clock);

        assertThatExceptionOfType(ResourceAccessException.class)
                .isThrownBy(() -> http.tokens()
                        .post()
                        .uri(address)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body(new LinkedMultiValueMap<>(Map.of("code", List.of("any"))))
                        .retrieve()
                        .toBodilessEntity());
        assertSilent(http);
        assertThat(asked).hasValue(1);
    }

    @Test
    void keepsOnlyAFewPeopleAtTheSameTime() throws Exception {
        ProviderHttp http = new ProviderHttp(Duration.ofSeconds(20), clock);
        List<Future<?>> waiting = new ArrayList<>();
        for (int person = 0; person < ProviderPatience.AT_ONCE; person++) {
            waiting.add(people.submit(() -> ask(http)));
        }
        await().untilAtomic(asked, org.hamcrest.Matchers.equalTo(ProviderPatience.AT_ONCE));

        assertSilent(http);

        answer.countDown();
        for (Future<?> person : waiting) {
            person.get();
        }
        ask(http);
        assertThat(asked).hasValue(ProviderPatience.AT_ONCE + 1);
    }

    @Test
    void isToldFromOneThatRefuses() {
        ResourceAccessException silent = new ResourceAccessException("Read timed out");

        assertThat(ProviderUnreachable.isCauseOf(failed(silent))).isTrue();
        assertThat(ProviderUnreachable.isCauseOf(new ProviderUnreachable(silent)))
                .isTrue();
        assertThat(ProviderUnreachable.isCauseOf(new JwtException("no keys", new IOException(silent))))
                .isTrue();
        assertThat(ProviderUnreachable.isCauseOf(failed(new IllegalStateException())))
                .isFalse();
    }

    private static AuthenticationException failed(Throwable cause) {
        return new OAuth2AuthenticationException(new OAuth2Error("invalid_token_response"), cause);
    }

    private void ask(ProviderHttp http) {
        http.operations().getForEntity(address, Void.class);
    }

    private void assertSilent(ProviderHttp http) {
        assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(() -> ask(http));
    }
}
