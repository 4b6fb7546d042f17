package de.kreislaufstadt.measure;

import de.kreislaufstadt.process.MeasureDirectory.Pause;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Since when measures stand where they stand, and what has become of those that were merged. */
@Repository
class MeasureStays {

    private static final String SINCE = """
            coalesce((select max(c.created_at) from measure_state_change c
                      where c.municipality_id = m.municipality_id and c.measure_id = m.id), m.created_at)
            at time zone 'Europe/Berlin'
            """;

    private final JdbcClient jdbc;

    MeasureStays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the day on which the measure came into its state */
    LocalDate since(String municipality, UUID measure) {
        return jdbc.sql("select (" + SINCE
                        + ")::date from measure m where m.municipality_id = :municipality and m.id = :id")
                .param("municipality", municipality)
                .param("id", measure)
                .query(LocalDate.class)
                .single();
    }

    /** @return since when and why a measure rests; empty if it does not */
    Optional<Pause> pause(String municipality, UUID measure) {
        return jdbc.sql("select (" + SINCE + ")::date as since, m.state_reason from measure m"
                        + " where m.municipality_id = :municipality and m.id = :id and m.state = 'PAUSED'")
                .param("municipality", municipality)
                .param("id", measure)
                .query((row, i) -> new Pause(row.getObject("since", LocalDate.class), row.getString("state_reason")))
                .optional();
    }

    /** @return the reason with which a measure last came into a state; empty where it needed none */
    Optional<String> reasonOf(String municipality, UUID measure, MeasureState state) {
        return jdbc
                .sql(
                        "select reason from measure_state_change where municipality_id = :municipality and measure_id = :id"
                                + " and to_state = :state order by position desc limit 1")
                .param("municipality", municipality)
                .param("id", measure)
                .param("state", state.name())
                .query(String.class)
                .list()
                .stream()
                .filter(reason -> reason != null)
                .findFirst();
    }

    /** @return the measure that this one goes on in */
    Optional<Map<String, String>> mergedInto(String municipality, UUID measure) {
        return others(
                        "o.id = (select m.merged_into from measure m where m.municipality_id = :municipality and m.id = :id)",
                        municipality,
                        measure)
                .stream()
                .findFirst();
    }

    /** @return the measures that go on in this one */
    List<Map<String, String>> mergedFrom(String municipality, UUID measure) {
        return others("o.merged_into = :id", municipality, measure);
    }

    private List<Map<String, String>> others(String which, String municipality, UUID measure) {
        return jdbc.sql("""
                        select o.number, v.title from measure o
                        join lateral (select latest.title from measure_version latest
                                      where latest.municipality_id = o.municipality_id and latest.measure_id = o.id
                                      order by latest.version desc limit 1) v on true
                        where o.municipality_id = :municipality and %s order by o.number
                        """.formatted(which))
                .param("municipality", municipality)
                .param("id", measure)
                .query((row, i) -> Map.of("number", row.getString("number"), "title", row.getString("title")))
                .list();
    }
}
