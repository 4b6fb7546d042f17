package de.kreislaufstadt.released;

import static de.kreislaufstadt.released.ReleasedExamples.MUNICIPALITY;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.released.ReleasedMeasures.FeedScope;
import de.kreislaufstadt.released.ReleasedMeasures.Order;
import de.kreislaufstadt.released.ReleasedMeasures.Selection;
import de.kreislaufstadt.released.ReleasedMeasures.Sum;
import de.kreislaufstadt.released.Releasing.Live;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is released, and what of it the public is told. */
class ReleasedInMemoryTest {

    private static final Selection ALL = new Selection(null, null, null, null, Order.NUMBER, 0, 50);
    private static final LiveState WORKSHOPS = ReleasedExamples.inWorkshops(LocalDate.of(2026, 3, 31));

    private final ReleasedInMemory released =
            new ReleasedInMemory(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));
    private final UUID rich = UUID.randomUUID();
    private final UUID bare = UUID.randomUUID();

    @Test
    void aMeasureIsFoundByItsTitleFromItsReleaseOn() {
        assertThat(released.find(MUNICIPALITY, "kreislaufstadt")).isEmpty();
        release();
        Entry found = released.find(MUNICIPALITY, "kreislaufstadt").orElseThrow();
        assertThat(found.content()).isEqualTo(ReleasedExamples.rich());
        assertThat(found.live()).isEqualTo(WORKSHOPS);
        assertThat(released.find("anderswo", "kreislaufstadt")).isEmpty();
    }

    @Test
    void everyChangeRaisesTheStampAndNothingElseDoes() {
        release();
        long before = released.stamps().get(MUNICIPALITY);
        released.live(MUNICIPALITY, List.of(new Live(rich, WORKSHOPS)));
        released.unpublished(MUNICIPALITY, 12);
        assertThat(released.stamps().get(MUNICIPALITY)).isEqualTo(before);
        released.unpublished(MUNICIPALITY, 11);
        assertThat(released.stamps().get(MUNICIPALITY)).isGreaterThan(before);
    }

    @Test
    void whatIsWithdrawnIsAsAbsentAsWhatNeverWas() {
        release();
        released.withdraw(MUNICIPALITY, rich);
        assertThat(released.find(MUNICIPALITY, "kreislaufstadt")).isEmpty();
        assertThat(released.numbered(MUNICIPALITY, "WW-09")).isEmpty();
        assertThat(released.versions(MUNICIPALITY, "WW-09")).isEmpty();
        assertThat(released.version(MUNICIPALITY, "WW-09", 1)).isEmpty();
        assertThat(released.changes(MUNICIPALITY, new FeedScope("WW-09", null), 10))
                .isEmpty();
        assertThat(released.list(MUNICIPALITY, ALL).of()).isEqualTo(1);
    }

    @Test
    void sumsSayHowManyMeasuresStateAValue() {
        release();
        assertThat(released.counts(MUNICIPALITY, ALL).cost())
                .containsExactly(new Sum("EUR", new BigDecimal("10000"), 1, 2));
        assertThat(released.counts(MUNICIPALITY, ALL).co2()).isEmpty();
        assertThat(released.counts(MUNICIPALITY, ALL).decidedUnpublished()).isEqualTo(12);
    }

    private void release() {
        released.release(MUNICIPALITY, rich, ReleasedExamples.rich(), Set.of("DECISION"));
        released.release(MUNICIPALITY, bare, ReleasedExamples.bare(), Set.of("DECISION"));
        released.live(MUNICIPALITY, List.of(new Live(rich, WORKSHOPS)));
        released.unpublished(MUNICIPALITY, 12);
    }
}
