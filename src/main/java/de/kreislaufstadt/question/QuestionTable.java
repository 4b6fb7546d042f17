package de.kreislaufstadt.question;

import de.kreislaufstadt.process.DataBlocks;
import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.RetentionPeriods;
import de.kreislaufstadt.process.TaskContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions, their answers, and where answers go. */
@Repository
class QuestionTable {

    /** Kind of personal data, and name of the setting that says how long it is kept. */
    static final String QUESTIONS = "questions";

    static final String ADDRESSES = "question-addresses";

    private static final String SELECT =
            """
            select t.*, a.mail, a.delete_on as mail_until, %s as restricted
            from public_question t left join public_question_address a
                on a.municipality_id = t.municipality_id and a.question_id = t.id
            where t.municipality_id = :municipality
            """.formatted(DataBlocks.restricted("t.municipality_id", Map.of("a.mail", Sort.MAIL)));

    private final JdbcClient jdbc;
    private final RetentionPeriods periods;
    private final Clock clock;

    QuestionTable(JdbcClient jdbc, RetentionPeriods periods, Clock clock) {
        this.jdbc = jdbc;
        this.periods = periods;
        this.clock = clock;
    }

    /** What can become of a question. */
    enum State {
        OPEN,
        ANSWERED,
        CLOSED
    }

    /** Why a question was closed without an answer. */
    enum Reason {
        SPAM,
        INSULT,
        OTHER_MATTER
    }

    /**
     * A question.
     *
     * @param mail null where no answer is wanted by mail, or the address is gone
     * @param mailUntil day on which the address goes; null where there is none
     * @param answer null unless it is answered
     * @param because null unless it is closed without an answer
     * @param restricted whether whoever has asked does not want their data to be processed (Art. 18 DSGVO)
     */
    record Question(
            UUID id,
            UUID measure,
            String text,
            State state,
            String mail,
            String answer,
            Reason because,
            String instance,
            Instant askedAt,
            Instant endedAt,
            LocalDate deleteOn,
            LocalDate mailUntil,
            boolean restricted) {

        /** @return whether an answer goes out by mail */
        boolean isMailed() {
            return mail != null && !restricted;
        }
    }

    void add(String municipality, UUID measure, UUID id, Checked asked) {
        LocalDate deleteOn = LocalDate.now(clock).plus(periods.of(municipality, QUESTIONS));
        jdbc.sql("""
                        insert into public_question (id, municipality_id, measure_id, text, state, mail_wanted, asked_at,
                                                     legal_basis, source, delete_on)
                        values (:id, :municipality, :measure, :text, 'OPEN', :wanted, :now, 'PUBLIC_TASK', 'PERSON', :deleteOn)
                        """)
                .param("id", id)
                .param("municipality", municipality)
                .param("measure", measure)
                .param("text", asked.text())
                .param("wanted", asked.mail() != null)
                .param("now", Timestamp.from(clock.instant()))
                .param("deleteOn", deleteOn)
                .update();
        if (asked.mail() != null) {
            jdbc.sql("""
                            insert into public_question_address (question_id, municipality_id, mail, legal_basis, source, delete_on)
                            values (:id, :municipality, :mail, 'PUBLIC_TASK', 'PERSON', :deleteOn)
                            """)
                    .param("id", id)
                    .param("municipality", municipality)
                    .param("mail", asked.mail())
                    .param("deleteOn", deleteOn)
                    .update();
        }
    }

    void runsAs(String municipality, UUID id, String instance) {
        jdbc.sql(
                        "update public_question set instance_id = :instance where municipality_id = :municipality and id = :id")
                .param("instance", instance)
                .param("municipality", municipality)
                .param("id", id)
                .update();
    }

    Optional<Question> find(String municipality, UUID id) {
        return jdbc.sql(SELECT + " and t.id = :id")
                .param("municipality", municipality)
                .param("id", id)
                .query(QuestionTable::question)
                .optional();
    }

    /** @return those of a measure, the newest first */
    List<Question> of(String municipality, UUID measure) {
        return jdbc.sql(SELECT + " and t.measure_id = :measure order by t.asked_at desc, t.id")
                .param("municipality", municipality)
                .param("measure", measure)
                .query(QuestionTable::question)
                .list();
    }

    /** Keeps the answer; the address stays for a while, so that an answer that did not arrive can be looked after. */
    void answered(TaskContext task, UUID id, String answer) {
        end(task, id, State.ANSWERED, answer, null);
        jdbc.sql("""
                        update public_question_address set delete_on = least(delete_on, :deleteOn)
                        where municipality_id = :municipality and question_id = :id
                        """)
                .param("deleteOn", LocalDate.now(clock).plus(periods.of(task.municipality(), ADDRESSES)))
                .param("municipality", task.municipality())
                .param("id", id)
                .update();
    }

    /** Nobody needs the address any more. */
    void closed(TaskContext task, UUID id, Reason because) {
        end(task, id, State.CLOSED, null, because);
        jdbc.sql("delete from public_question_address where municipality_id = :municipality and question_id = :id")
                .param("municipality", task.municipality())
                .param("id", id)
                .update();
    }

    private void end(TaskContext task, UUID id, State state, String answer, Reason because) {
        jdbc.sql("""
                        update public_question
                        set state = :state, answer = :answer, closed_because = :because, ended_at = :now, answered_by = :by
                        where municipality_id = :municipality and id = :id and state = 'OPEN'
                        """)
                .param("state", state.name())
                .param("answer", answer)
                .param("because", because == null ? null : because.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", task.actor())
                .param("municipality", task.municipality())
                .param("id", id)
                .update();
    }

    /** @return those of the ids that are there */
    Set<UUID> known(String municipality, Set<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql(
                                "select id from public_question where municipality_id = :municipality and id in (:ids)")
                        .param("municipality", municipality)
                        .param("ids", ids)
                        .query(UUID.class)
                        .list());
    }

    /** @return the processes of open questions that are due to go, by question */
    List<Waiting> openUntil(String municipality, LocalDate day) {
        return jdbc.sql("""
                        select id, instance_id from public_question
                        where municipality_id = :municipality and state = 'OPEN' and delete_on <= :day
                        """)
                .param("municipality", municipality)
                .param("day", day)
                .query((row, i) -> new Waiting(row.getObject("id", UUID.class), row.getString("instance_id")))
                .list();
    }

    /** A question for whose answer a process waits. */
    record Waiting(UUID id, String instance) {}

    private static Question question(ResultSet row, int index) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        String because = row.getString("closed_because");
        return new Question(
                row.getObject("id", UUID.class),
                row.getObject("measure_id", UUID.class),
                row.getString("text"),
                State.valueOf(row.getString("state")),
                row.getString("mail"),
                row.getString("answer"),
                because == null ? null : Reason.valueOf(because),
                row.getString("instance_id"),
                row.getTimestamp("asked_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getObject("delete_on", LocalDate.class),
                row.getObject("mail_until", LocalDate.class),
                row.getBoolean("restricted"));
    }
}
