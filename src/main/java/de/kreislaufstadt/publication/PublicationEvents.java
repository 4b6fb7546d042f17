package de.kreislaufstadt.publication;

import de.kreislaufstadt.process.TaskContext;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has happened on the way of measures to their public pages; only ever added to. */
@Repository
class PublicationEvents {

    private final JdbcClient jdbc;
    private final Clock clock;

    PublicationEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What can happen to a publication. */
    enum Event {
        CHECKED,
        SUBMITTED,
        HELD,
        RELEASED,
        RETURNED,
        PUBLISHED,
        WITHDRAWN
    }

    /** @return whether who acts, or in whose place they act, has handed over a version since one was last published */
    boolean hasSubmitted(TaskContext task) {
        return jdbc.sql("""
                        select exists (
                            select from publication_event e
                            where e.municipality_id = :municipality and e.measure_id = :measure and e.kind = 'SUBMITTED'
                              and (e.acted_by in (:actor, :deputyFor) or e.deputy_for_by in (:actor, :deputyFor))
                              and not exists (select from publication_event later
                                              where later.municipality_id = e.municipality_id
                                                and later.measure_id = e.measure_id and later.kind = 'PUBLISHED'
                                                and later.created_at >= e.created_at))
                        """)
                .param("municipality", task.municipality())
                .param("measure", task.measureId())
                .param("actor", task.actor())
                .param("deputyFor", task.deputyFor() == null ? task.actor() : task.deputyFor())
                .query(Boolean.class)
                .single();
    }

    /** What somebody has done in a step. */
    void note(TaskContext task, Event event, String note) {
        note(task.municipality(), task.measureId(), event, note(null, null, note, task.actor(), task.deputyFor()));
    }

    /** What the product has done by itself. */
    void note(TaskContext scope, Event event, String answer, Integer version) {
        note(scope.municipality(), scope.measureId(), event, note(answer, version, null, null, null));
    }

    /** A version that somebody has handed over for many measures at once, without its task. */
    void noteSubmission(String municipality, UUID measure, String actor) {
        note(municipality, measure, Event.SUBMITTED, note(null, null, null, actor, null));
    }

    void noteWithdrawal(String municipality, UUID measure, String actor, String reason) {
        note(municipality, measure, Event.WITHDRAWN, note(null, null, reason, actor, null));
    }

    private record Note(String answer, Integer version, String note, String actor, String deputyFor) {}

    private static Note note(String answer, Integer version, String note, String actor, String deputyFor) {
        return new Note(answer, version, note, actor, deputyFor);
    }

    private void note(String municipality, UUID measure, Event event, Note note) {
        jdbc.sql("""
                        insert into publication_event (id, municipality_id, measure_id, kind, table_answer, version, note, acted_by,
                                                       deputy_for_by, created_at)
                        values (:id, :municipality, :measure, :kind, :answer, :version, :note, :actor, :deputyFor, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("municipality", municipality)
                .param("measure", measure)
                .param("kind", event.name())
                .param("answer", note.answer())
                .param("version", note.version(), Types.INTEGER)
                .param("note", note.note())
                .param("actor", note.actor())
                .param("deputyFor", note.deputyFor())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
