package de.kreislaufstadt.question;

import de.kreislaufstadt.link.Tokens;
import de.kreislaufstadt.link.Tokens.Content;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signs forms that are shown, so that nothing has to be kept of those that never come back. */
@Component
class Marks {

    private static final String PURPOSE = "frage";
    private static final Duration VALID = Duration.ofDays(1);
    private static final String NUMBER = "n";
    private static final String ONE = "q";
    private static final String SHOWN = "s";

    private final Tokens tokens;
    private final Clock clock;

    Marks(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * A form that came back.
     *
     * @param id tells it from all others
     * @param end from when on it is worth nothing
     */
    record Mark(UUID id, Instant shown, Instant end) {}

    String of(String municipality, String number) {
        Instant now = clock.instant();
        Map<String, String> claims =
                Map.of(NUMBER, number, ONE, UUID.randomUUID().toString(), SHOWN, Long.toString(now.toEpochMilli()));
        return tokens.sign(PURPOSE, new Content(municipality, claims), now.plus(VALID));
    }

    /** @return empty unless we have signed it for a form of this measure within the last day */
    Optional<Mark> read(String municipality, String number, String mark) {
        return Optional.ofNullable(mark)
                .flatMap(token -> tokens.read(PURPOSE, token))
                .filter(content -> content.municipality().equals(municipality))
                .filter(content -> number.equals(content.claims().get(NUMBER)))
                .map(content -> {
                    Instant shown =
                            Instant.ofEpochMilli(Long.parseLong(content.claims().get(SHOWN)));
                    return new Mark(UUID.fromString(content.claims().get(ONE)), shown, shown.plus(VALID));
                });
    }
}
