package de.kreislaufstadt.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code deletion_log}: what was deleted and what a block held back; says how many, never whose. */
@Repository
class DeletionLog {

    private final JdbcClient jdbc;

    DeletionLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Cause {
        NIGHTLY,
        PERSON_DELETED,
        PERSON_CORRECTED,
        PERSON_EXPORTED
    }

    /**
     * @param run what was done together
     * @param table tables concerned, by comma
     * @param failed whether the rule stopped half-way: the rest stays until the next night
     * @param setting by which setting the time had come; null where none says it
     * @param by id of who did it; null for the nightly run
     */
    record Entry(
            UUID run,
            Cause cause,
            String kind,
            String table,
            int deleted,
            int heldBack,
            boolean failed,
            String setting,
            String by,
            Instant at) {}

    void add(String municipality, Entry entry) {
        jdbc.sql("""
                        insert into deletion_log (id, municipality_id, run_id, cause, kind, source_table, deleted, held_back,
                                                  failed, setting, done_by, happened_at)
                        values (:id, :municipality, :run, :cause, :kind, :table, :deleted, :heldBack, :failed, :setting,
                                :by, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("municipality", municipality)
                .param("run", entry.run())
                .param("cause", entry.cause().name())
                .param("kind", entry.kind())
                .param("table", entry.table())
                .param("deleted", entry.deleted())
                .param("heldBack", entry.heldBack())
                .param("failed", entry.failed())
                .param("setting", entry.setting())
                .param("by", entry.by())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }

    /** @return the latest entries, the latest first */
    List<Entry> latest(String municipality, int most) {
        return jdbc.sql("""
                        select run_id as run, cause, kind, source_table as table, deleted, held_back, failed, setting,
                               done_by as by, happened_at as at
                        from deletion_log where municipality_id = :municipality
                        order by happened_at desc, kind, source_table limit :most
                        """)
                .param("municipality", municipality)
                .param("most", most)
                .query((row, number) -> new Entry(
                        row.getObject("run", UUID.class),
                        Cause.valueOf(row.getString("cause")),
                        row.getString("kind"),
                        row.getString("table"),
                        row.getInt("deleted"),
                        row.getInt("held_back"),
                        row.getBoolean("failed"),
                        row.getString("setting"),
                        row.getString("by"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
