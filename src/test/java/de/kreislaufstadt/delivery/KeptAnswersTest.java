package de.kreislaufstadt.delivery;

import static de.kreislaufstadt.released.ReleasedExamples.MUNICIPALITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.delivery.Delivery.Key;
import de.kreislaufstadt.released.ReleasedInMemory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.server.ResponseStatusException;

/** What is public is kept as long as it is true, and not a request longer. */
class KeptAnswersTest {

    private static final String LONG = "Kreislaufstadt ".repeat(100);
    private static final int ROOM_FOR_TWO = 5_000;

    private Instant now = Instant.parse("2026-01-02T10:00:00Z");
    private final Clock clock = new Hands();
    private final ReleasedInMemory released = new ReleasedInMemory(clock);
    private final Delivery delivery =
            new KeptAnswers(this::stamps, TransactionOperations.withoutTransaction(), clock, ROOM_FOR_TWO);
    private final AtomicInteger made = new AtomicInteger();
    private boolean database = true;

    @Test
    void whatHasNotChangedIsMadeOnce() {
        ask("/muenster");
        ask("/muenster");
        assertThat(made).hasValue(1);
        ask("/muenster/massnahmen/kreislaufstadt");
        assertThat(made).hasValue(2);
    }

    @Test
    void whatIsPublishedIsInTheNextAnswer() {
        ask("/muenster");
        released.touch(MUNICIPALITY);
        ask("/muenster");
        assertThat(made).hasValue(2);
        released.touch("anderswo");
        ask("/muenster");
        assertThat(made).as("another municipality").hasValue(2);
    }

    @Test
    void whatWasDueYesterdayIsOverdueToday() {
        ask("/muenster");
        now = Instant.parse("2026-01-02T22:59:59Z");
        ask("/muenster");
        assertThat(made).as("the same day in Berlin").hasValue(1);
        now = Instant.parse("2026-01-02T23:00:00Z");
        ask("/muenster");
        assertThat(made).hasValue(2);
    }

    @Test
    void whoeverHasItAlreadyIsToldSo() {
        String tag = ask("/muenster").getHeaders().getETag();
        MockHttpServletRequest again = request("/muenster");
        again.addHeader(HttpHeaders.IF_NONE_MATCH, "\"other\", W/" + tag);
        ResponseEntity<byte[]> answer = delivery.answer(again, key("/muenster", true), this::page);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
        assertThat(answer.getBody()).isNull();
        assertThat(answer.getHeaders().getETag()).isEqualTo(tag);
        released.touch(MUNICIPALITY);
        assertThat(delivery.answer(again, key("/muenster", true), () -> page("anders"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void browsersKeepItAndAskAgain() {
        HttpHeaders headers = ask("/muenster").getHeaders();
        assertThat(headers.getCacheControl()).isEqualTo("public, no-cache");
        assertThat(headers.getVary()).containsExactly("Accept-Encoding");
        assertThat(headers.getLastModified()).as("seconds are too coarse").isEqualTo(-1);
    }

    @Test
    void whoeverUnpacksGetsItPacked() throws IOException {
        MockHttpServletRequest asking = request("/muenster");
        asking.addHeader(HttpHeaders.ACCEPT_ENCODING, "br, gzip;q=0.8");
        ResponseEntity<byte[]> packed = delivery.answer(asking, key("/muenster", true), () -> page(LONG));
        ResponseEntity<byte[]> plain = ask("/muenster");
        assertThat(packed.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING)).isEqualTo("gzip");
        assertThat(packed.getHeaders().getETag())
                .isNotEqualTo(plain.getHeaders().getETag());
        try (GZIPInputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(packed.getBody()))) {
            assertThat(unpacking.readAllBytes()).isEqualTo(plain.getBody());
        }
        MockHttpServletRequest refusing = request("/muenster");
        refusing.addHeader(HttpHeaders.ACCEPT_ENCODING, "gzip;q=0");
        assertThat(delivery.answer(refusing, key("/muenster", true), this::page).getHeaders())
                .doesNotContainKey(HttpHeaders.CONTENT_ENCODING);
    }

    @Test
    void whatIsLargeIsKeptCompressedAndSaidInFullAllTheSame() {
        String large = LONG.repeat(200);
        delivery.answer(request("/muenster"), key("/muenster", true), () -> page(large));
        ResponseEntity<byte[]> again = ask("/muenster");
        assertThat(made).as("it has room").hasValue(1);
        assertThat(again.getBody()).isEqualTo(large.getBytes(StandardCharsets.UTF_8));
        assertThat(again.getHeaders()).doesNotContainKey(HttpHeaders.CONTENT_ENCODING);
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 9; i++) {
            delivery.answer(request("/" + i), key("/" + i, true), () -> page(LONG));
        }
        made.set(0);
        delivery.answer(request("/8"), key("/8", true), () -> page(LONG));
        assertThat(made).as("asked for last").hasValue(0);
        delivery.answer(request("/0"), key("/0", true), () -> page(LONG));
        assertThat(made).as("not asked for longest").hasValue(1);
    }

    @Test
    void freeWordsAndWhatIsNotThereAreNotKept() {
        delivery.answer(request("/muenster"), key("/muenster", false), this::page);
        delivery.answer(request("/muenster"), key("/muenster", false), this::page);
        assertThat(made).hasValue(2);
        for (int i = 0; i < 2; i++) {
            ResponseEntity<byte[]> nothing = delivery.answer(
                    request("/nichts"),
                    key("/nichts", true),
                    () -> new Body(404, MediaType.TEXT_HTML, made(), Map.of()));
            assertThat(nothing.getHeaders().getCacheControl()).isEqualTo("no-store");
            assertThat(nothing.getHeaders().getETag()).isNull();
        }
        assertThat(made).hasValue(4);
    }

    @Test
    void nothingOldIsSaidWhenNobodyKnowsWhetherItHolds() {
        ask("/muenster");
        database = false;
        assertThatThrownBy(() -> delivery.answer(request("/muenster"), key("/muenster", true), this::page))
                .isInstanceOfSatisfying(ResponseStatusException.class, refused -> {
                    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                    assertThat(refused.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                            .isEqualTo("5");
                });
    }

    @Test
    void aLongFileIsWrittenAsItComesAndOnlyToThoseWhoHaveNotGotIt() throws IOException {
        MockHttpServletResponse first = stream(request("/muenster/daten/massnahmen.csv"));
        assertThat(first.getContentAsString()).isEqualTo("a,b");
        assertThat(first.getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"massnahmen.csv\"");
        MockHttpServletRequest again = request("/muenster/daten/massnahmen.csv");
        again.addHeader(HttpHeaders.IF_NONE_MATCH, first.getHeader(HttpHeaders.ETAG));
        assertThat(stream(again).getStatus()).isEqualTo(304);
        assertThat(made).hasValue(1);
        released.touch(MUNICIPALITY);
        assertThat(stream(again).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse stream(MockHttpServletRequest request) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        delivery.stream(
                request,
                response,
                key("/muenster/daten/massnahmen.csv", true),
                MediaType.parseMediaType("text/csv;charset=utf-8"),
                "massnahmen.csv",
                out -> {
                    made.incrementAndGet();
                    out.write("a,b".getBytes(StandardCharsets.UTF_8));
                });
        return response;
    }

    private ResponseEntity<byte[]> ask(String path) {
        return delivery.answer(request(path), key(path, true), this::page);
    }

    private static MockHttpServletRequest request(String path) {
        return new MockHttpServletRequest("GET", path);
    }

    private static Key key(String path, boolean kept) {
        return new Key(MUNICIPALITY, path, "", Locale.GERMAN, kept);
    }

    private Body page() {
        return page("Kreislaufstadt");
    }

    private Body page(String text) {
        made();
        return new Body(200, MediaType.TEXT_HTML, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private byte[] made() {
        made.incrementAndGet();
        return new byte[0];
    }

    private Map<String, Long> stamps() {
        if (!database) {
            throw new IllegalStateException("No database");
        }
        return released.stamps();
    }

    /** Shows the hour a test wants. */
    private final class Hands extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
