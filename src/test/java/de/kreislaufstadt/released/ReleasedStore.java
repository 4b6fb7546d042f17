package de.kreislaufstadt.released;

import static de.kreislaufstadt.released.ReleasedExamples.MUNICIPALITY;

import de.kreislaufstadt.released.LiveState.NextStep;
import de.kreislaufstadt.released.ReleasedMeasures.Order;
import de.kreislaufstadt.released.ReleasedMeasures.Selection;
import de.kreislaufstadt.released.Releasing.Live;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;

/** Where released measures are kept for a test, and what one does with them there. */
abstract class ReleasedStore {

    static final Selection ALL = all(Order.NUMBER);
    static final LiveState WORKSHOPS = ReleasedExamples.inWorkshops(LocalDate.of(2026, 3, 31));

    UUID rich;
    UUID bare;

    /** @return what was released so far, with nothing in it at the beginning of a test; reads and writes */
    abstract ReleasedMeasures released();

    abstract ReleasedTimes times();

    /** Writes in a transaction of its own. */
    abstract void write(Consumer<Releasing> what);

    /** @return id of a measure with this number */
    abstract UUID measure(String number);

    @BeforeEach
    void twoMeasures() {
        rich = measure("WW-09");
        bare = measure("EE-03");
    }

    /** Each moment is a second later than the one before. */
    static Clock goingOn() {
        AtomicLong seconds =
                new AtomicLong(Instant.parse("2026-01-02T03:04:05Z").getEpochSecond());
        return new Clock() {
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
                return Instant.ofEpochSecond(seconds.getAndIncrement());
            }
        };
    }

    long stamp() {
        return released().stamps().get(MUNICIPALITY);
    }

    void releaseBoth() {
        write(releasing -> {
            releasing.release(MUNICIPALITY, rich, ReleasedExamples.rich(), Set.of("DECISION"));
            releasing.release(MUNICIPALITY, bare, ReleasedExamples.bare(), Set.of("DECISION"));
            releasing.live(MUNICIPALITY, List.of(new Live(rich, WORKSHOPS)));
            releasing.unpublished(MUNICIPALITY, 12);
        });
    }

    void retitle(UUID measure, ReleasedMeasure content, String title) {
        write(releasing ->
                releasing.release(MUNICIPALITY, measure, ReleasedExamples.titled(content, title), Set.of("RECORD")));
    }

    List<String> found(Selection selection) {
        return released().list(MUNICIPALITY, selection).entries().stream()
                .map(entry -> entry.content().number())
                .toList();
    }

    List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        released().each(MUNICIPALITY, entry -> numbers.add(entry.content().number()));
        return numbers;
    }

    static Selection all(Order order) {
        return new Selection(null, null, null, null, order, 0, 50);
    }

    static LiveState due(LocalDate day) {
        return new LiveState(
                WORKSHOPS.state(),
                WORKSHOPS.phase(),
                WORKSHOPS.since(),
                WORKSHOPS.plannedPhases(),
                WORKSHOPS.past(),
                new NextStep("prepare-workshop", "Wirtschaftsförderung", day),
                WORKSHOPS.changedAt());
    }

    static TimeFacts quarter(LocalDate from) {
        return new TimeFacts(
                from,
                from.plusMonths(3).minusDays(1),
                null,
                List.of(new TimeFacts.Row(
                        "STEP", "workshops", "write-minutes", "Protokoll schreiben", 3, 12, 30, 90, 12, 11)));
    }
}
