package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rows of {@code ended_record}, and what becomes of them in {@code measure_archive_offer}. */
@Repository
class EndedRecordTable implements EndedRecords {

    private static final Texts TEXTS = Texts.of("measure");

    private static final String ENDED = "m.state in ('REJECTED', 'CANCELLED', 'MERGED')"
            + " and not exists (select from measure_archive_offer o"
            + " where o.municipality_id = m.municipality_id and o.measure_id = m.id)";

    private final JdbcClient jdbc;

    EndedRecordTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int offer(String municipality, LocalDate today) {
        return jdbc.sql("insert into ended_record (municipality_id, measure_id, offered_on)"
                        + " select m.municipality_id, m.id, :today from measure m"
                        + " where m.municipality_id = :municipality and " + ENDED
                        + " on conflict (municipality_id, measure_id) do nothing")
                .param("municipality", municipality)
                .param("today", today)
                .update();
    }

    @Override
    public List<Waiting> waiting(String municipality) {
        return jdbc.sql("""
                        select m.id, m.number, v.title, m.state, r.offered_on,
                               coalesce((select max(c.created_at) from measure_state_change c
                                         where c.municipality_id = m.municipality_id and c.measure_id = m.id),
                                        m.created_at) at time zone 'Europe/Berlin' as ended_at
                        from ended_record r
                        join measure m on m.municipality_id = r.municipality_id and m.id = r.measure_id
                        left join lateral (select title from measure_version w
                                           where w.municipality_id = m.municipality_id and w.measure_id = m.id
                                           order by w.created_at desc limit 1) v on true
                        where r.municipality_id = :municipality and %s order by r.offered_on, m.number
                        """.formatted(ENDED))
                .param("municipality", municipality)
                .query((row, i) -> waiting(row))
                .list();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                TEXTS.get("measure.state." + row.getString("state")),
                row.getTimestamp("ended_at").toLocalDateTime().toLocalDate(),
                row.getObject("offered_on", LocalDate.class));
    }

    @Override
    @Transactional
    public boolean answer(String municipality, UUID measure, Answer answer, String by) {
        // Two who answer at once: the second waits for the lock and finds that it is answered.
        boolean waits = jdbc.sql("select r.measure_id from ended_record r"
                        + " join measure m on m.municipality_id = r.municipality_id and m.id = r.measure_id"
                        + " where r.municipality_id = :municipality and r.measure_id = :measure for update of r")
                .param("municipality", municipality)
                .param("measure", measure)
                .query(UUID.class)
                .optional()
                .isPresent();
        return waits
                && jdbc.sql("""
                                insert into measure_archive_offer
                                    (id, municipality_id, measure_id, offered_on, answer, answered_on, reference, note, offered_by)
                                select :id, r.municipality_id, r.measure_id, r.offered_on, :answer, :answeredOn, :reference, :note, :by
                                from ended_record r
                                join measure m on m.municipality_id = r.municipality_id and m.id = r.measure_id
                                where r.municipality_id = :municipality and r.measure_id = :measure and %s
                                """.formatted(ENDED))
                                .param("id", UUID.randomUUID())
                                .param("answer", answer.verdict().name())
                                .param("answeredOn", answer.answeredOn())
                                .param("reference", answer.reference())
                                .param("note", answer.note())
                                .param("by", by)
                                .param("municipality", municipality)
                                .param("measure", measure)
                                .update()
                        == 1;
    }
}
