package de.kreislaufstadt.released;

import static de.kreislaufstadt.released.ReleasedExamples.MUNICIPALITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import de.kreislaufstadt.released.ReleasedMeasures.Change;
import de.kreislaufstadt.released.ReleasedMeasures.Counts;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.released.ReleasedMeasures.FeedScope;
import de.kreislaufstadt.released.ReleasedMeasures.Order;
import de.kreislaufstadt.released.ReleasedMeasures.Selection;
import de.kreislaufstadt.released.ReleasedMeasures.Sum;
import de.kreislaufstadt.released.ReleasedMeasures.VersionHead;
import de.kreislaufstadt.released.Releasing.Live;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is released, and what of it the public is told; wherever it is kept. */
abstract class ReleasedContract extends ReleasedStore {

    @Test
    void aMeasureIsFoundByItsTitleFromItsReleaseOn() {
        assertThat(released().find(MUNICIPALITY, "kreislaufstadt")).isEmpty();
        releaseBoth();

        Entry found = released().find(MUNICIPALITY, "kreislaufstadt").orElseThrow();
        assertThat(found.content()).isEqualTo(ReleasedExamples.rich());
        assertThat(found.live()).isEqualTo(WORKSHOPS);
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.firstReleasedAt()).isEqualTo(found.releasedAt());
        assertThat(released().numbered(MUNICIPALITY, "WW-09")).contains(found);
        assertThat(released().numbered(MUNICIPALITY, "EE-03").orElseThrow().live())
                .isNull();
        assertThat(released().find("anderswo", "kreislaufstadt")).isEmpty();
        assertThat(released().numbered("anderswo", "WW-09")).isEmpty();
    }

    @Test
    void everyChangeRaisesTheStampAndNothingElseDoes() {
        releaseBoth();
        long before = stamp();
        LiveState noticedLater = new LiveState(
                WORKSHOPS.state(),
                WORKSHOPS.phase(),
                WORKSHOPS.since(),
                WORKSHOPS.plannedPhases(),
                WORKSHOPS.past(),
                WORKSHOPS.next(),
                Instant.parse("2026-02-02T00:00:00Z"));
        write(releasing -> releasing.live(MUNICIPALITY, List.of(new Live(rich, noticedLater))));
        write(releasing -> releasing.live(MUNICIPALITY, List.of(new Live(measure("WW-10"), WORKSHOPS))));
        write(releasing -> releasing.unpublished(MUNICIPALITY, 12));
        write(releasing -> releasing.withdraw(MUNICIPALITY, measure("WW-11")));
        assertThat(stamp()).isEqualTo(before);
        assertThat(released().changedAt("anderswo")).isEmpty();
        assertThat(released().numbered(MUNICIPALITY, "WW-09").orElseThrow().live())
                .isEqualTo(WORKSHOPS);

        for (Consumer<Releasing> change : List.<Consumer<Releasing>>of(
                releasing -> releasing.unpublished(MUNICIPALITY, 11),
                releasing -> releasing.moreUnpublished(MUNICIPALITY, 1),
                releasing -> releasing.live(MUNICIPALITY, List.of(new Live(rich, due(LocalDate.of(2026, 4, 1))))),
                releasing -> releasing.release(MUNICIPALITY, bare, ReleasedExamples.bare(), Set.of("RECORD")),
                releasing -> releasing.withdraw(MUNICIPALITY, bare),
                releasing -> releasing.touch(MUNICIPALITY))) {
            long last = stamp();
            Instant changed = released().changedAt(MUNICIPALITY).orElseThrow();
            write(change);
            assertThat(stamp()).isGreaterThan(last);
            assertThat(released().changedAt(MUNICIPALITY).orElseThrow()).isAfter(changed);
        }
    }

    @Test
    void whatIsWithdrawnIsAsAbsentAsWhatNeverWas() {
        releaseBoth();
        write(releasing -> releasing.release(
                MUNICIPALITY, rich, ReleasedExamples.titled(ReleasedExamples.rich(), "Anders"), Set.of("RECORD")));
        write(releasing -> releasing.withdraw(MUNICIPALITY, rich));

        assertThat(released().find(MUNICIPALITY, "anders")).isEmpty();
        assertThat(released().movedTo(MUNICIPALITY, "kreislaufstadt")).isEmpty();
        assertThat(released().numbered(MUNICIPALITY, "WW-09")).isEmpty();
        assertThat(released().versions(MUNICIPALITY, "WW-09")).isEmpty();
        assertThat(released().version(MUNICIPALITY, "WW-09", 1)).isEmpty();
        assertThat(released().changes(MUNICIPALITY, new FeedScope("WW-09", null), 10))
                .isEmpty();
        assertThat(released().list(MUNICIPALITY, ALL).of()).isEqualTo(1);
        assertThat(released().counts(MUNICIPALITY, ALL).published()).isEqualTo(1);
        assertThat(numbers()).containsExactly("EE-03");
    }

    @Test
    void whatReturnsAfterItWasWithdrawnHasAllItsVersionsAgain() {
        releaseBoth();
        write(releasing -> releasing.withdraw(MUNICIPALITY, rich));
        write(releasing -> releasing.release(
                MUNICIPALITY,
                rich,
                ReleasedExamples.titled(ReleasedExamples.rich(), "Anders"),
                Set.of("RECORD", "DECISION")));

        assertThat(released().versions(MUNICIPALITY, "WW-09"))
                .extracting(VersionHead::version, VersionHead::causes)
                .containsExactly(tuple(2, List.of("DECISION", "RECORD")), tuple(1, List.of("DECISION")));
        assertThat(released().version(MUNICIPALITY, "WW-09", 1)).contains(ReleasedExamples.rich());
        assertThat(released().version(MUNICIPALITY, "WW-09", 3)).isEmpty();
        assertThat(released().version("anderswo", "WW-09", 1)).isEmpty();
        Entry entry = released().numbered(MUNICIPALITY, "WW-09").orElseThrow();
        assertThat(entry.version()).isEqualTo(2);
        assertThat(entry.releasedAt()).isAfter(entry.firstReleasedAt());
    }

    @Test
    void anAddressLeadsToTheSameMeasureForEver() {
        releaseBoth();
        retitle(rich, ReleasedExamples.rich(), "Kreisläufe in Münster");
        assertThat(released().movedTo(MUNICIPALITY, "kreislaufstadt")).contains("kreislaeufe-in-muenster");
        assertThat(released().movedTo(MUNICIPALITY, "kreislaeufe-in-muenster")).isEmpty();
        assertThat(released().movedTo(MUNICIPALITY, "gibt-es-nicht")).isEmpty();

        retitle(bare, ReleasedExamples.bare(), "Kreislaufstadt");
        assertThat(released().find(MUNICIPALITY, "kreislaufstadt")).isEmpty();
        assertThat(released()
                        .find(MUNICIPALITY, "kreislaufstadt-ee-03")
                        .orElseThrow()
                        .content()
                        .number())
                .isEqualTo("EE-03");

        retitle(rich, ReleasedExamples.rich(), "Kreislaufstadt");
        assertThat(released().find(MUNICIPALITY, "kreislaufstadt")).isPresent();
        assertThat(released().movedTo(MUNICIPALITY, "kreislaeufe-in-muenster")).contains("kreislaufstadt");
    }

    @Test
    void aSearchFindsWordsWithinWordsAndAllOfThem() {
        releaseBoth();
        assertThat(found(new Selection("  PARTNERN kreisLAUF ", null, null, null, Order.NUMBER, 0, 50)))
                .containsExactly("WW-09");
        assertThat(found(new Selection("kreislauf fehlt", null, null, null, Order.NUMBER, 0, 50)))
                .isEmpty();
        assertThat(found(new Selection("dächern", null, null, null, Order.NUMBER, 0, 50)))
                .containsExactly("EE-03");
        assertThat(found(new Selection("%", null, null, null, Order.NUMBER, 0, 50)))
                .isEmpty();
        assertThat(found(new Selection("ww-09", null, null, null, Order.NUMBER, 0, 50)))
                .containsExactly("WW-09");
    }

    @Test
    void aListIsFilteredByFieldPhaseAndState() {
        releaseBoth();
        assertThat(found(new Selection(null, "ENERGY", null, null, Order.NUMBER, 0, 50)))
                .containsExactly("EE-03");
        assertThat(found(new Selection(null, null, "WORKSHOPS", null, Order.NUMBER, 0, 50)))
                .containsExactly("WW-09");
        assertThat(found(new Selection(null, null, null, "WORKSHOPS", Order.NUMBER, 0, 50)))
                .containsExactly("WW-09");
        assertThat(found(new Selection(null, "ENERGY", "WORKSHOPS", null, Order.NUMBER, 0, 50)))
                .isEmpty();
        assertThat(found(new Selection(null, "' or 1=1 --", null, null, Order.NUMBER, 0, 50)))
                .isEmpty();
    }

    @Test
    void aListGoesInTheOrderThatIsAskedForAndPageByPage() {
        releaseBoth();
        assertThat(found(all(Order.NUMBER))).containsExactly("EE-03", "WW-09");
        assertThat(found(all(Order.TITLE))).containsExactly("WW-09", "EE-03");
        assertThat(found(all(Order.RELEASED))).containsExactly("EE-03", "WW-09");
        assertThat(found(all(Order.DUE))).containsExactly("WW-09", "EE-03");
        Selection second = new Selection(null, null, null, null, Order.NUMBER, 1, 1);
        assertThat(found(second)).containsExactly("WW-09");
        assertThat(released().list(MUNICIPALITY, second).of()).isEqualTo(2);
        Selection beyond = new Selection(null, null, null, null, Order.NUMBER, 7, 1);
        assertThat(found(beyond)).isEmpty();
        assertThat(released().list(MUNICIPALITY, beyond).of()).isEqualTo(2);
    }

    @Test
    void countsSayWhatIsThereAndHowManyAreNotPublic() {
        releaseBoth();
        Counts counts = released().counts(MUNICIPALITY, ALL);
        assertThat(counts.published()).isEqualTo(2);
        assertThat(counts.decidedUnpublished()).isEqualTo(12);
        assertThat(counts.byField()).hasSize(2).containsEntry("ENERGY", 1).containsEntry("ECONOMY_SCIENCE", 1);
        assertThat(counts.byPhase()).hasSize(1).containsEntry("WORKSHOPS", 1);
        assertThat(counts.byState()).hasSize(1).containsEntry("WORKSHOPS", 1);
        write(releasing -> releasing.moreUnpublished(MUNICIPALITY, 2));
        assertThat(released().counts(MUNICIPALITY, ALL).decidedUnpublished()).isEqualTo(14);
        Counts some = released().counts(MUNICIPALITY, new Selection(null, "ENERGY", null, null, Order.NUMBER, 0, 1));
        assertThat(some.published()).isEqualTo(1);
        assertThat(some.byField()).containsOnlyKeys("ENERGY");
        assertThat(released().counts("anderswo", ALL))
                .isEqualTo(new Counts(0, 0, Map.of(), Map.of(), Map.of(), List.of(), List.of()));
    }

    @Test
    void sumsSayHowManyMeasuresStateAValueAndCountASharedCostOnce() {
        releaseBoth();
        assertThat(released().counts(MUNICIPALITY, ALL).cost())
                .containsExactly(new Sum("EUR", new BigDecimal("10000"), 1, 2));
        assertThat(released().counts(MUNICIPALITY, ALL).co2()).isEmpty();

        for (String number : List.of("WW-21", "WW-22")) {
            write(releasing -> releasing.release(
                    MUNICIPALITY,
                    measure(number),
                    Examples.sharing(number, "149100000.50", "stadtwerke"),
                    Set.of("RECORD")));
        }
        write(releasing -> releasing.release(
                MUNICIPALITY, measure("WW-23"), Examples.sharing("WW-23", "5", null), Set.of("RECORD")));
        assertThat(released().counts(MUNICIPALITY, ALL).cost())
                .containsExactly(new Sum("EUR", new BigDecimal("149110005.50"), 4, 5));
    }

    @Test
    void feedsTellReleasesFromTheNewestOn() {
        releaseBoth();
        retitle(rich, ReleasedExamples.rich(), "Anders");
        List<Change> all = released().changes(MUNICIPALITY, new FeedScope(null, null), 10);
        assertThat(all)
                .extracting(Change::title)
                .containsExactly("Anders", "=Solar \"auf\", Dächern", "Kreislaufstadt");
        assertThat(all).extracting(Change::slug).containsExactly("anders", "solar-auf-daechern", "anders");
        assertThat(all.get(0).causes()).containsExactly("RECORD");
        assertThat(released().changes(MUNICIPALITY, new FeedScope(null, null), 1))
                .containsExactly(all.get(0));
        assertThat(released().changes(MUNICIPALITY, new FeedScope("WW-09", null), 10))
                .extracting(Change::version)
                .containsExactly(2, 1);
        assertThat(released().changes(MUNICIPALITY, new FeedScope(null, "ENERGY"), 10))
                .extracting(Change::number)
                .containsExactly("EE-03");
    }

    @Test
    void allMeasuresAreHandedOverByNumberHoweverManyThereAre() {
        List<String> numbers = IntStream.rangeClosed(1, ReleasedMeasures.PORTION + 1)
                .mapToObj("EE-%03d"::formatted)
                .toList();
        List<UUID> measures = numbers.stream().map(this::measure).toList();
        write(releasing -> {
            for (int i = numbers.size() - 1; i >= 0; i--) {
                releasing.release(
                        MUNICIPALITY, measures.get(i), Examples.sharing(numbers.get(i), "1", null), Set.of("RECORD"));
            }
        });
        assertThat(numbers()).isEqualTo(numbers);
    }

    @Test
    void aFieldThatIsNotPublicAnyMoreGoesFromAllVersions() {
        releaseBoth();
        retitle(rich, ReleasedExamples.rich(), "Anders");
        long before = stamp();
        write(releasing -> assertThat(releasing.withhold(MUNICIPALITY, Set.of("cost", "projectScore")))
                .isEqualTo(3));
        assertThat(stamp()).isGreaterThan(before);
        for (int version = 1; version <= 2; version++) {
            ReleasedMeasure content =
                    released().version(MUNICIPALITY, "WW-09", version).orElseThrow();
            assertThat(content.effects().cost()).isNull();
            assertThat(content.table().totalCosts()).isNull();
            assertThat(content.projects().get(0).score()).isNull();
            assertThat(content.projects().get(0).title()).isEqualTo("Bauteilbörse");
            assertThat(content.effects().co2())
                    .isEqualTo(ReleasedExamples.rich().effects().co2());
        }
        assertThat(released().counts(MUNICIPALITY, ALL).cost()).isEmpty();

        long after = stamp();
        write(releasing ->
                assertThat(releasing.withhold(MUNICIPALITY, Set.of("cost"))).isZero());
        assertThat(stamp()).isEqualTo(after);
        assertThatThrownBy(() -> write(releasing -> releasing.withhold(MUNICIPALITY, Set.of("title"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timesOfAQuarterAreReleasedOnce() {
        TimeFacts spring = quarter(LocalDate.of(2026, 4, 1));
        write(releasing -> releasing.times(MUNICIPALITY, quarter(LocalDate.of(2026, 1, 1))));
        long before = stamp();
        write(releasing -> releasing.times(MUNICIPALITY, spring));
        assertThat(stamp()).isGreaterThan(before);
        assertThatThrownBy(() -> write(releasing -> releasing.times(MUNICIPALITY, spring)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(times().of(MUNICIPALITY))
                .extracting(TimeFacts::from)
                .containsExactly(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 1, 1));
        assertThat(times().of(MUNICIPALITY).get(0).rows()).isEqualTo(spring.rows());
        assertThat(times().of(MUNICIPALITY).get(0).releasedAt()).isNotNull();
        assertThat(times().of("anderswo")).isEmpty();
        assertThat(times().newest(List.of(MUNICIPALITY, "anderswo"), LocalDate.of(2026, 1, 1)))
                .as("one quarter of each, the newest")
                .containsOnlyKeys(MUNICIPALITY)
                .extractingByKey(MUNICIPALITY)
                .extracting(TimeFacts::from)
                .isEqualTo(spring.from());
        assertThat(times().newest(List.of(MUNICIPALITY), LocalDate.of(2026, 4, 2)))
                .as("what is older than asked for")
                .isEmpty();
    }
}
