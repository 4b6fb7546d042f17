package de.kreislaufstadt.monitoring.throughput;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long measures stayed in the phases they have left, without the time in which they paused. */
@Component
class PhaseTimes {

    private final JdbcClient jdbc;

    PhaseTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param from first day of the first month that counts
     * @return by state of the life cycle that measures have left
     */
    Map<String, Counts> since(String municipality, LocalDate from) {
        return between(municipality, from, TimeRows.NEVER);
    }

    /** @param until first day of the first month that does not count any more */
    Map<String, Counts> between(String municipality, LocalDate from, LocalDate until) {
        Map<String, Counts> states = new TreeMap<>();
        jdbc.sql("""
                        select state, step, sum(measures) as measures from (
                            select state, step, measures from phase_time
                            where municipality_id = :municipality and month >= :from and month < :until
                            union all
                            select state, step, 1 from phase_time_fact
                            where municipality_id = :municipality and not counted and month >= :from and month < :until) everything
                        group by state, step
                        """)
                .param("municipality", municipality)
                .param("from", from)
                .param("until", until)
                .query(row -> {
                    states.computeIfAbsent(row.getString("state"), missing -> new Counts())
                            .add(row.getInt("step"), row.getLong("measures"));
                });
        return states;
    }
}
