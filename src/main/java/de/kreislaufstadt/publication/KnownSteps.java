package de.kreislaufstadt.publication;

import de.kreislaufstadt.released.ReleasedParts.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Of what was done before a measure came into this system the public reads the steps it would read of today, with their days: neither
 * by whom nor what a file notes beside them. A decision that is told as one is not told twice.
 */
@Repository
class KnownSteps implements PublicPart {

    /** The step follows as a code: pages have the words for it. */
    private static final String KIND = "STEP_";

    private final JdbcClient jdbc;

    KnownSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Content of(String municipality, UUID measureId) {
        return Content.of(jdbc.sql("""
                        select distinct (s.completed_at at time zone 'Europe/Berlin')::date as day, s.task_key
                        from step s
                        where s.municipality_id = :municipality and s.measure_id = :measure and s.origin = 'TAKEN_OVER'
                          and s.task_key = any(:steps)
                          and not (s.task_key = 'decide-measure' and exists (
                              select from measure_decision d
                              where d.municipality_id = s.municipality_id and d.measure_id = s.measure_id
                                and d.decided_on = (s.completed_at at time zone 'Europe/Berlin')::date))
                        order by day desc, s.task_key
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .param("steps", PublicSteps.named().toArray(String[]::new))
                .query((row, i) -> new Event(
                        row.getObject("day", LocalDate.class), kind(row.getString("task_key")), null, null, List.of()))
                .list());
    }

    private static String kind(String task) {
        return KIND + task.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** @return id of the step that a kind of event stands for; empty where it stands for none */
    static Optional<String> task(String kind) {
        return kind.startsWith(KIND)
                ? Optional.of(
                        kind.substring(KIND.length()).toLowerCase(Locale.ROOT).replace('_', '-'))
                : Optional.empty();
    }
}
