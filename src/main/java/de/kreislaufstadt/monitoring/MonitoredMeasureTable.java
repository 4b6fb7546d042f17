package de.kreislaufstadt.monitoring;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * One row per measure with what the portfolio shows of it: {@code monitored_measure}. What it is derived from, and how, says the function
 * {@code derive_monitored_measures} (V450); {@link MonitoredTaskTable#write(java.util.Collection)} calls it along with the moves of tasks.
 */
@Repository
class MonitoredMeasureTable {

    private static final int PAGE = 200;

    private final NamedParameterJdbcTemplate jdbc;

    MonitoredMeasureTable(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Derives the rows of a municipality anew, some at a time: a statement over all of a large city could take longer than a
     * connection waits.
     *
     * @return how many were missing or wrong
     */
    int deriveAll(String municipality) {
        int different = 0;
        List<UUID> page = after(municipality, null);
        while (!page.isEmpty()) {
            different += Objects.requireNonNull(jdbc.queryForObject(
                    "select derive_monitored_measures(:municipality, :measures)",
                    new MapSqlParameterSource("municipality", municipality)
                            .addValue("measures", page.toArray(UUID[]::new)),
                    Integer.class));
            page = page.size() < PAGE ? List.of() : after(municipality, page.get(page.size() - 1));
        }
        return different;
    }

    private List<UUID> after(String municipality, UUID last) {
        return jdbc.queryForList(
                """
                select m.id from measure m
                where m.municipality_id = :municipality and (cast(:last as uuid) is null or m.id > cast(:last as uuid))
                order by m.id limit :size
                """,
                new MapSqlParameterSource("municipality", municipality)
                        .addValue("last", last == null ? null : last.toString())
                        .addValue("size", PAGE),
                UUID.class);
    }
}
