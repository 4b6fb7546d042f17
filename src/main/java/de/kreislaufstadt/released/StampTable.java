package de.kreislaufstadt.released;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often something public of a municipality has changed, or of what municipalities show together. */
@Repository
class StampTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    StampTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of all municipalities at once: one row each, asked for with every request. Names of what is shared begin with a slash. */
    Map<String, Long> all() {
        Map<String, Long> stamps = new HashMap<>();
        jdbc.sql("""
                        select municipality_id as name, stamp from released_stamp
                        union all select name, stamp from released_shared_stamp
                        """).query(row -> {
            stamps.put(row.getString("name"), row.getLong("stamp"));
        });
        return Map.copyOf(stamps);
    }

    Optional<Instant> changedAt(String municipality) {
        return jdbc.sql("""
                        select changed_at from released_stamp where municipality_id = :municipality
                        union all select changed_at from released_shared_stamp where name = :municipality
                        """)
                .param("municipality", municipality)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** The first stamp is larger than any that a deleted municipality of this id can have reached. */
    void raise(String municipality) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into released_stamp as s (municipality_id, stamp, changed_at)
                        values (:municipality, cast(extract(epoch from cast(:now as timestamptz)) as bigint) * 1000, :now)
                        on conflict (municipality_id) do update set stamp = s.stamp + 1, changed_at = excluded.changed_at
                        """).param("municipality", municipality).param("now", now).update();
    }
}
