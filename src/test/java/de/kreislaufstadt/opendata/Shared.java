package de.kreislaufstadt.opendata;

import static de.kreislaufstadt.released.ReleasedExamples.MUNICIPALITY;

import de.kreislaufstadt.released.ApproachInMemory;
import de.kreislaufstadt.released.LiveState;
import de.kreislaufstadt.released.MunicipalPages;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.MunicipalPages.Texts;
import de.kreislaufstadt.released.ReleasedExamples;
import de.kreislaufstadt.released.ReleasedInMemory;
import de.kreislaufstadt.released.ReleasedMeasure;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.released.ReleasedTimes;
import de.kreislaufstadt.released.Releasing.Live;
import de.kreislaufstadt.released.TimeFacts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A municipality that has released two measures and one quarter of time facts, without a database. */
final class Shared {

    static final String BASE = "https://daten.example";
    static final Municipality CITY = new Municipality(
            MUNICIPALITY,
            "Stadt Münster",
            "05515000",
            null,
            "daten@stadt.example",
            null,
            new Texts(null, null, null, null));
    static final Municipality SMALL = new Municipality(
            "kleinstadt", "Kleinstadt", "05999999", null, null, null, new Texts(null, null, null, null));
    static final Municipality WITHOUT_SINGLE_SETS = new Municipality(
            MUNICIPALITY,
            CITY.name(),
            CITY.officialKey(),
            null,
            null,
            null,
            CITY.texts(),
            Municipality.STALE_AFTER,
            new MunicipalPages.Catalogue(
                    "http://dcat-ap.de/def/contributors/openNRW",
                    List.of("ENVI"),
                    "Stadtverband",
                    "http://dcat-ap.de/def/licenses/cc-by/4.0",
                    false),
            null);
    static final LiveState WORKSHOPS = ReleasedExamples.inWorkshops(LocalDate.of(2026, 3, 31));

    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    final ReleasedInMemory released = new ReleasedInMemory(new Hands());
    final ApproachInMemory approach = new ApproachInMemory();
    final UUID rich = UUID.randomUUID();

    /** Releases the rich and the bare example, and a quarter with a row that is suppressed. */
    Shared filled() {
        release(rich, ReleasedExamples.rich());
        release(UUID.randomUUID(), ReleasedExamples.bare());
        released.live(MUNICIPALITY, List.of(new Live(rich, WORKSHOPS)));
        released.times(
                MUNICIPALITY,
                new TimeFacts(
                        LocalDate.of(2025, 10, 1),
                        LocalDate.of(2025, 12, 31),
                        now,
                        List.of(
                                new TimeFacts.Row(
                                        "STEP",
                                        "workshops",
                                        "write-minutes",
                                        "Protokoll schreiben",
                                        3,
                                        12,
                                        30,
                                        90,
                                        12,
                                        11),
                                new TimeFacts.Row(
                                        "DEPARTMENT", null, "other", "Weitere", 4, null, null, null, null, null))));
        return this;
    }

    void release(UUID measure, ReleasedMeasure content) {
        released.release(MUNICIPALITY, measure, content, Set.of("DECISION"));
    }

    /** Lets time pass. */
    Instant at(String instant) {
        now = Instant.parse(instant);
        return now;
    }

    Published measure(String number) {
        Entry entry = released.numbered(MUNICIPALITY, number).orElseThrow();
        return new Published(CITY, entry, BASE);
    }

    DataFiles files() {
        return new DataFiles(released, released);
    }

    SharedData data(MunicipalPages pages) {
        return new SharedData(approach, pages, released, new Hands());
    }

    RdfCatalogue catalogue(MunicipalPages pages, ReleasedMeasures measures, ReleasedTimes times) {
        return new RdfCatalogue(pages, measures, times, data(pages));
    }

    static MunicipalPages pages(Municipality... municipalities) {
        return new MunicipalPages() {
            @Override
            public List<Municipality> all() {
                return List.of(municipalities);
            }

            @Override
            public Optional<Municipality> find(String id) {
                return Arrays.stream(municipalities)
                        .filter(one -> one.id().equals(id))
                        .findFirst();
            }

            @Override
            public Optional<Municipality> association() {
                return Optional.empty();
            }
        };
    }

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
