package de.kreislaufstadt.notification;

import de.kreislaufstadt.process.MailSettings.Trouble;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What administrators see of the outbox, and what they can do about it. */
@Repository
class OutboxView {

    private static final int MOST_TROUBLES = 100;

    private static final String AGAIN =
            "update mail set state = 'PENDING', attempts = 0, due_at = :now, settled_at = null, node = null ";

    private final JdbcClient jdbc;

    OutboxView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long waiting() {
        return jdbc.sql("select count(*) from notice where state = 'NEW'")
                .query(Long.class)
                .single();
    }

    Map<String, Long> mails() {
        Map<String, Long> counts = new TreeMap<>();
        for (MailState state : MailState.values()) {
            counts.put(state.name(), 0L);
        }
        jdbc.sql("select state, count(*) as mails from mail group by state").query((ResultSet row) -> {
            counts.put(row.getString("state"), row.getLong("mails"));
        });
        return counts;
    }

    List<Trouble> troubles() {
        return jdbc.sql("""
                        select id, municipality_id, person_by, department, letter_kind, state, reason, attempts, settled_at
                        from mail
                        where state in ('FAILED', 'UNCERTAIN') order by settled_at desc, id limit :most
                        """)
                .param("most", MOST_TROUBLES)
                .query((row, number) -> new Trouble(
                        row.getObject("id", UUID.class),
                        row.getString("municipality_id"),
                        row.getString("person_by"),
                        row.getString("department"),
                        row.getString("letter_kind"),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getInt("attempts"),
                        row.getTimestamp("settled_at").toInstant()))
                .list();
    }

    boolean release(UUID mail, Instant now) {
        return jdbc.sql(AGAIN + "where id = :id and state in ('FAILED', 'UNCERTAIN')")
                        .param("id", mail)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    int releaseFailed(Instant now) {
        return jdbc.sql(AGAIN + "where state = 'FAILED'")
                .param("now", Timestamp.from(now))
                .update();
    }
}
