package de.kreislaufstadt.delivery;

import de.kreislaufstadt.released.ReleasedApproach;
import de.kreislaufstadt.released.ReleasedMeasures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Delivers from memory what is still true, and makes the rest in one reading transaction each. */
@Component
final class KeptAnswers implements Delivery {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Long NEVER_TOUCHED = 0L;

    /** Keep it, and ask each time whether it still holds. */
    private static final String ASK_AGAIN = "public, no-cache";

    private final SharedReading<Map<String, Long>> stamps;
    private final Memory memory;
    private final TransactionOperations reading;
    private final Clock clock;

    /** @param most memory for answers, as they are and compressed, of one node */
    @Autowired
    KeptAnswers(
            ReleasedMeasures released,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${kreislaufstadt.public.memory:64MB}") DataSize most) {
        this(released::stamps, reading(transactions), clock, most.toBytes());
    }

    KeptAnswers(Supplier<Map<String, Long>> stamps, TransactionOperations reading, Clock clock, long most) {
        this.stamps = new SharedReading<>(stamps);
        this.memory = new Memory(most);
        this.reading = reading;
        this.clock = clock;
    }

    Memory memory() {
        return memory;
    }

    /** One view of the database for all that an answer says: no line of it is older than another. */
    private static TransactionOperations reading(PlatformTransactionManager transactions) {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return reading;
    }

    @Override
    public ResponseEntity<byte[]> answer(HttpServletRequest request, Key key, Making making) {
        Object stamp = stamp(key.municipality());
        Answer answer = key.kept() ? memory.get(key, stamp, today(), () -> made(making)) : made(making);
        Body body = answer.body();
        boolean packed = answer.compressed() != null && Conditions.readsGzip(request);
        HttpHeaders headers = new HttpHeaders();
        body.headers().forEach(headers::set);
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (body.status() != HttpStatus.OK.value()) {
            headers.setCacheControl("no-store");
            return ResponseEntity.status(body.status())
                    .headers(headers)
                    .contentType(body.type())
                    .body(answer.plain());
        }
        String tag = "\"" + answer.tag() + (packed ? "-gz" : "") + "\"";
        headers.setCacheControl(ASK_AGAIN);
        headers.setETag(tag);
        if (Conditions.has(request, tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .headers(headers)
                    .build();
        }
        if (packed) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return ResponseEntity.ok()
                .headers(headers)
                .contentType(body.type())
                .body(packed ? answer.compressed() : answer.plain());
    }

    @Override
    public void stream(
            HttpServletRequest request,
            HttpServletResponse response,
            Key key,
            MediaType type,
            String file,
            Writing writing)
            throws IOException {
        String tag = "W/\"" + Integer.toHexString(key.hashCode()) + "-" + tag(stamp(key.municipality())) + "-" + today()
                + "\"";
        response.setHeader(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
        response.setHeader(HttpHeaders.ETAG, tag);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (Conditions.has(request, tag)) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        response.setContentType(type.toString());
        if (file != null) {
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(file).build().toString());
        }
        if (Answer.isText(type) && Conditions.readsGzip(request)) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            try (OutputStream out = new GZIPOutputStream(response.getOutputStream(), 1 << 13)) {
                writing.write(out);
            }
        } else {
            writing.write(response.getOutputStream());
        }
    }

    private Answer made(Making making) {
        return Answer.of(reading.execute(status -> making.make()));
    }

    /**
     * Pages of municipalities say whether and what they share with others, so what is shared counts for them as well.
     *
     * @return what has to be the same for an answer to hold: the stamps of the municipality and of what is shared, or those of all
     */
    private Object stamp(String municipality) {
        Map<String, Long> read;
        try {
            read = stamps.read();
        } catch (RuntimeException e) {
            throw new StampUnreadable(e);
        }
        return municipality == null
                ? read
                : read.getOrDefault(municipality, NEVER_TOUCHED)
                        + "."
                        + read.getOrDefault(ReleasedApproach.STAMP, NEVER_TOUCHED);
    }

    private static String tag(Object stamp) {
        return stamp instanceof String one ? one : Integer.toHexString(stamp.hashCode());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BERLIN);
    }
}
