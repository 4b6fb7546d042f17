package de.kreislaufstadt.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Mails and what became of them. Whoever sends one has marked it with its own name before; only that node may say how it
 * ended.
 */
@Repository
class MailTable {

    private final JdbcClient jdbc;

    MailTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts a notice into a mail of its own, unless the recipient has been told of the same already. */
    void add(Recipient recipient, Notice notice, Instant due) {
        UUID mail = UUID.randomUUID();
        insert(mail, recipient, null, due, "").update();
        if (!put(mail, recipient, notice)) {
            jdbc.sql("delete from mail where id = :id").param("id", mail).update();
        }
    }

    /**
     * Puts a notice into the recipient's summary of a day.
     *
     * @return false if that summary is already on its way
     */
    boolean addToDigest(Recipient recipient, Notice notice, LocalDate day, Instant due) {
        Optional<UUID> digest = insert(UUID.randomUUID(), recipient, day, due, """
                        on conflict (municipality_id, person_by, department, digest_on) where digest_on is not null
                        do update set due_at = mail.due_at where mail.state = 'PENDING'
                        returning id
                        """)
                .query(UUID.class)
                .optional();
        digest.ifPresent(mail -> put(mail, recipient, notice));
        return digest.isPresent();
    }

    private JdbcClient.StatementSpec insert(UUID id, Recipient recipient, LocalDate day, Instant due, String end) {
        return jdbc.sql("""
                        insert into mail (id, municipality_id, person_by, department, digest_on, due_at)
                        values (:id, :municipality, :person, :department, :day, :due)
                        """ + end)
                .param("id", id)
                .param("municipality", recipient.municipality())
                .param("person", recipient.person())
                .param("department", recipient.department())
                .param("day", day)
                .param("due", Timestamp.from(due));
    }

    private boolean put(UUID mail, Recipient recipient, Notice notice) {
        return jdbc.sql("""
                        insert into mail_notice (mail_id, notice_id, municipality_id, task_id, kind, cause, person_by,
                                                 department)
                        values (:mail, :notice, :municipality, :task, :kind, :cause, :person, :department)
                        on conflict do nothing
                        """)
                        .param("mail", mail)
                        .param("notice", notice.id())
                        .param("municipality", recipient.municipality())
                        .param("task", notice.taskId())
                        .param("kind", notice.kind().name())
                        .param("cause", notice.cause())
                        .param("person", recipient.person())
                        .param("department", recipient.department())
                        .update()
                == 1;
    }

    /** @return the mail that is due longest, locked until the transaction ends; other nodes take the next one */
    Optional<Mail> takeDue(Instant now) {
        return jdbc.sql("""
                        select id, municipality_id, person_by, department, letter_kind, letter_subject, letter_cause,
                               digest_on, attempts
                        from mail
                        where state = 'PENDING' and due_at <= :now
                        order by due_at, id limit 1 for update skip locked
                        """)
                .param("now", Timestamp.from(now))
                .query(MailTable::mail)
                .optional();
    }

    void begin(UUID mail, String node, Instant now) {
        jdbc.sql("""
                        update mail set state = 'SENDING', node = :node, sending_since = :now, reason = null
                        where id = :id and state = 'PENDING'
                        """)
                .param("id", mail)
                .param("node", node)
                .param("now", Timestamp.from(now))
                .update();
    }

    void drop(UUID mail, String reason, Instant now) {
        jdbc.sql("""
                        update mail set state = 'OUTDATED', reason = :reason, settled_at = :now
                        where id = :id and state = 'PENDING'
                        """)
                .param("id", mail)
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Says how the conversation ended, even if it took so long that others gave it up for lost. */
    void settle(UUID mail, String node, MailState state, String reason, Instant now) {
        ofNode(mail, node, "state = :state, attempts = attempts + :failed, reason = :reason, settled_at = :now")
                .param("state", state.name())
                .param("failed", state == MailState.SENT ? 0 : 1)
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .update();
    }

    void tryAgain(UUID mail, String node, String reason, Instant due) {
        ofNode(
                        mail,
                        node,
                        "state = 'PENDING', attempts = attempts + 1, reason = :reason, due_at = :due, settled_at = null")
                .param("reason", reason)
                .param("due", Timestamp.from(due))
                .update();
    }

    private JdbcClient.StatementSpec ofNode(UUID mail, String node, String change) {
        return jdbc.sql("update mail set " + change
                        + " where id = :id and node = :node and state in ('SENDING', 'UNCERTAIN')")
                .param("id", mail)
                .param("node", node);
    }

    /** @return number of mails whose sender has been silent since before the moment: nobody knows whether they arrived */
    int reportLost(Instant before, String reason, Instant now) {
        return jdbc.sql("""
                        update mail set state = 'UNCERTAIN', reason = :reason, settled_at = :now
                        where state = 'SENDING' and sending_since < :before
                        """)
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(before))
                .update();
    }

    /** @return number of mails deleted: settled before the moment, and nothing they told of is kept any longer; no letters */
    int deleteSettled(Instant before) {
        return jdbc.sql("""
                        delete from mail m where settled_at < :before and state not in ('PENDING', 'SENDING')
                          and letter_kind is null and not exists (select from mail_notice x where x.mail_id = m.id)
                        """).param("before", Timestamp.from(before)).update();
    }

    /** @return number of mails of all municipalities that should have left by then */
    long due(Instant now) {
        return jdbc.sql("select count(*) from mail where state = 'PENDING' and due_at <= :now")
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** @return for how many seconds the mail that is due longest has been waiting; 0 if none is */
    long secondsDue(Instant now) {
        return jdbc.sql("select min(due_at) from mail where state = 'PENDING' and due_at <= :now")
                .param("now", Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .map(due -> Duration.between(due.toInstant(), now).toSeconds())
                .orElse(0L);
    }

    /** @param state failed or uncertain, which an index covers */
    long inState(MailState state) {
        return jdbc.sql("select count(*) from mail where state = :state and state in ('FAILED', 'UNCERTAIN')")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        String municipality = row.getString("municipality_id");
        String kind = row.getString("letter_kind");
        UUID subject = row.getObject("letter_subject", UUID.class);
        return new Mail(
                row.getObject("id", UUID.class),
                kind == null
                        ? new Recipient(municipality, row.getString("person_by"), row.getString("department"))
                        : null,
                kind == null ? null : new LetterTable.Draft(municipality, kind, subject, row.getString("letter_cause")),
                row.getObject("digest_on", LocalDate.class),
                row.getInt("attempts"));
    }
}
