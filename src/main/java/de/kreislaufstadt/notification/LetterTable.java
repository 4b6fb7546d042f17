package de.kreislaufstadt.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails that are letters: what is asked of them beside what holds for every mail. */
@Repository
class LetterTable {

    private static final String INSERT = """
            insert into mail (id, municipality_id, letter_kind, letter_subject, letter_cause, due_at, purpose)
            values (:id, :municipality, :kind, :subject, :cause, :at, 'Nachricht an eingeladene Personen ohne Zugang')
            on conflict (municipality_id, letter_subject, letter_kind, letter_cause) where letter_kind is not null
            do nothing
            """;

    private final NamedParameterJdbcTemplate batches;
    private final JdbcClient jdbc;

    LetterTable(NamedParameterJdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /** A letter that is to be written. */
    record Draft(String municipality, String kind, UUID subject, String cause) {}

    /** Writes them in one batch; what has been written before is left alone. */
    void add(Collection<Draft> letters, Instant at) {
        batches.batchUpdate(
                INSERT,
                letters.stream()
                        .map(letter -> new MapSqlParameterSource("id", UUID.randomUUID())
                                .addValue("municipality", letter.municipality())
                                .addValue("kind", letter.kind())
                                .addValue("subject", letter.subject())
                                .addValue("cause", letter.cause())
                                .addValue("at", Timestamp.from(at)))
                        .toArray(SqlParameterSource[]::new));
    }

    /** @param hold whether the rows stay locked until the transaction ends */
    List<LetterStatus> about(String municipality, Collection<UUID> subjects, boolean hold) {
        return subjects.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select letter_subject, letter_kind, letter_cause, state, reason,
                               case when state in ('PENDING', 'SENDING') then created_at else settled_at end as since
                        from mail
                        where municipality_id = :municipality and letter_subject in (:subjects)
                        order by created_at, due_at, id
                        """ + (hold ? "for update" : ""))
                        .param("municipality", municipality)
                        .param("subjects", subjects)
                        .query((row, number) -> new LetterStatus(
                                row.getObject("letter_subject", UUID.class),
                                row.getString("letter_kind"),
                                row.getString("letter_cause"),
                                LetterStatus.State.of(MailState.valueOf(row.getString("state"))),
                                row.getTimestamp("since").toInstant(),
                                row.getString("reason")))
                        .list();
    }

    /** @return letters written before the moment that still wait, by id */
    List<Waiting> waitingSince(Instant before, UUID after, int most) {
        return jdbc.sql("""
                        select id, municipality_id, letter_kind, letter_subject, letter_cause from mail
                        where state = 'PENDING' and letter_kind is not null and created_at < :before and id > :after
                        order by id limit :most
                        """)
                .param("before", Timestamp.from(before))
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new Waiting(
                        row.getObject("id", UUID.class),
                        new Draft(
                                row.getString("municipality_id"),
                                row.getString("letter_kind"),
                                row.getObject("letter_subject", UUID.class),
                                row.getString("letter_cause"))))
                .list();
    }

    /** A letter that is not sent yet. */
    record Waiting(UUID mail, Draft letter) {}

    /** @return rows that letters of a kind, settled before the moment, are about */
    Set<UUID> subjectsSettledBefore(String municipality, String kind, Instant moment) {
        return new HashSet<>(jdbc.sql("""
                        select distinct letter_subject from mail
                        where municipality_id = :municipality and letter_kind = :kind and settled_at < :moment
                          and state not in ('PENDING', 'SENDING')
                        """)
                .param("municipality", municipality)
                .param("kind", kind)
                .param("moment", Timestamp.from(moment))
                .query(UUID.class)
                .list());
    }

    /** Forgets letters that are settled and about nothing that is left. */
    void delete(String municipality, String kind, Collection<UUID> subjects) {
        if (!subjects.isEmpty()) {
            jdbc.sql("""
                            delete from mail where municipality_id = :municipality and letter_kind = :kind
                              and letter_subject in (:subjects) and state not in ('PENDING', 'SENDING')
                            """)
                    .param("municipality", municipality)
                    .param("kind", kind)
                    .param("subjects", subjects)
                    .update();
        }
    }
}
