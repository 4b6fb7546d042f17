package de.kreislaufstadt.released;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes released versions, the addresses they are found at, and time facts. */
@Repository
class ReleaseTable {

    private static final String VALUE = "VALUE";

    private final JdbcClient jdbc;
    private final Clock clock;

    ReleaseTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return number of the version */
    int release(String municipality, UUID measure, ReleasedMeasure content, Set<String> causes) {
        Timestamp now = now();
        String slug =
                Slug.of(content.heading().title(), content.number(), wanted -> !claimed(municipality, wanted, measure));
        StatedValue co2 = summed(content.effects().co2());
        StatedValue cost = summed(content.effects().cost());
        int version = jdbc.sql("""
                        insert into released_measure as m (municipality_id, measure_id, number, slug, version, field_of_action, searched,
                            co2_unit, co2_number, cost_unit, cost_number, cost_group, first_released_at, released_at)
                        values (:municipality, :measure, :number, :slug, 1, :field, :searched,
                            :co2Unit, :co2, :costUnit, :cost, :costGroup, :now, :now)
                        on conflict (municipality_id, measure_id) do update set
                            slug = excluded.slug, version = m.version + 1, field_of_action = excluded.field_of_action,
                            searched = excluded.searched, co2_unit = excluded.co2_unit, co2_number = excluded.co2_number,
                            cost_unit = excluded.cost_unit, cost_number = excluded.cost_number, cost_group = excluded.cost_group,
                            released_at = excluded.released_at, withdrawn_at = null
                        returning version
                        """)
                .param("municipality", municipality)
                .param("measure", measure)
                .param("number", content.number())
                .param("slug", slug)
                .param("field", content.pathway().fieldOfAction().code())
                .param("searched", SearchedText.of(content))
                .param("co2Unit", co2 == null ? null : co2.unit())
                .param("co2", co2 == null ? null : co2.number())
                .param("costUnit", cost == null ? null : cost.unit())
                .param("cost", cost == null ? null : cost.number())
                .param("costGroup", content.finance().costGroup())
                .param("now", now)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into released_version (municipality_id, measure_id, version, content, causes, released_at)
                        values (:municipality, :measure, :version, cast(:content as jsonb), cast(:causes as text[]), :now)
                        """)
                .param("municipality", municipality)
                .param("measure", measure)
                .param("version", version)
                .param("content", ReleasedJson.write(content))
                .param("causes", causes.stream().sorted().toArray(String[]::new))
                .param("now", now)
                .update();
        return version;
    }

    /** @return whether the measure was public until now */
    boolean withdraw(String municipality, UUID measure) {
        return jdbc.sql("""
                        update released_measure set withdrawn_at = :now
                        where municipality_id = :municipality and measure_id = :measure and withdrawn_at is null
                        """)
                        .param("municipality", municipality)
                        .param("measure", measure)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** @return whether the number is another one than before */
    boolean unpublished(String municipality, int decided) {
        return jdbc.sql("""
                        insert into released_gap as g (municipality_id, decided_unpublished) values (:municipality, :decided)
                        on conflict (municipality_id) do update set decided_unpublished = excluded.decided_unpublished
                        where g.decided_unpublished <> excluded.decided_unpublished
                        """)
                        .param("municipality", municipality)
                        .param("decided", decided)
                        .update()
                == 1;
    }

    /** Added to what is there, and not counted anew: of many measures that come in one after the other each costs the same. */
    void moreUnpublished(String municipality, int decided) {
        jdbc.sql("""
                        insert into released_gap as g (municipality_id, decided_unpublished) values (:municipality, :decided)
                        on conflict (municipality_id) do update
                        set decided_unpublished = g.decided_unpublished + excluded.decided_unpublished
                        """)
                .param("municipality", municipality)
                .param("decided", decided)
                .update();
    }

    /** @return whether the quarter was not released before */
    boolean times(String municipality, TimeFacts facts) {
        Timestamp now = now();
        TimeFacts released = new TimeFacts(facts.from(), facts.until(), now.toInstant(), facts.rows());
        return jdbc.sql("""
                        insert into released_times (municipality_id, quarter, content, released_at)
                        values (:municipality, :quarter, cast(:content as jsonb), :now)
                        on conflict (municipality_id, quarter) do nothing
                        """)
                        .param("municipality", municipality)
                        .param("quarter", facts.from())
                        .param("content", ReleasedJson.write(released))
                        .param("now", now)
                        .update()
                == 1;
    }

    /** Whoever asks for the same slug at the same time waits until this transaction has ended. */
    private boolean claimed(String municipality, String slug, UUID measure) {
        jdbc.sql("""
                        insert into released_slug (municipality_id, slug, measure_id) values (:municipality, :slug, :measure)
                        on conflict (municipality_id, slug) do nothing
                        """)
                .param("municipality", municipality)
                .param("slug", slug)
                .param("measure", measure)
                .update();
        return jdbc.sql("select measure_id from released_slug where municipality_id = :municipality and slug = :slug")
                .param("municipality", municipality)
                .param("slug", slug)
                .query(UUID.class)
                .single()
                .equals(measure);
    }

    /** @return the value as far as it goes into sums; null if it is no single number */
    private static StatedValue summed(Stated<StatedValue> stated) {
        StatedValue value = stated == null ? null : stated.value();
        return value == null || !VALUE.equals(value.status()) ? null : value;
    }

    /** As exactly as the database keeps it. */
    private Timestamp now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Timestamp.from(now);
    }
}
