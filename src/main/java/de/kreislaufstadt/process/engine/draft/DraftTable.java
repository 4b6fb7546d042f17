package de.kreislaufstadt.process.engine.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.process.DataBlocks;
import de.kreislaufstadt.process.Identity;
import de.kreislaufstadt.process.RetentionPeriods;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts of forms, one per task and person. */
@Repository
public class DraftTable {

    private static final String PURPOSE = "Begonnenes Formular an einem anderen Tag oder Rechner fortsetzen";

    private static final String COLUMNS = "task_id, form_key, version, origin, data, saved_at, delete_on";

    /** A save that was on its way while the task was being completed can arrive after its end. */
    private static final String SUBMITTED = "exists (select from step s where s.municipality_id = d.municipality_id"
            + " and s.task_id = d.task_id and s.completed_by = d.kept_by)";

    private static final String HELD = DataBlocks.hold("drafts", "null::uuid", Map.of("d.kept_by", Identity.Sort.USER));

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final RetentionPeriods periods;

    DraftTable(JdbcClient jdbc, ObjectMapper json, Clock clock, RetentionPeriods periods) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.periods = periods;
    }

    /** Where a draft came from. */
    enum Origin {
        /** Typed by the person. */
        OWN,
        /** Somebody else's answer to the person's question. */
        ANSWER
    }

    /**
     * @param version grows with every save, over all drafts
     * @param deleteOn day on which it is deleted if nothing happens until then
     */
    record Draft(
            String taskId,
            String formKey,
            long version,
            Origin origin,
            JsonNode data,
            Instant savedAt,
            LocalDate deleteOn) {}

    Optional<Draft> find(String municipality, String taskId, String user) {
        return jdbc.sql("select " + COLUMNS + " from task_draft"
                        + " where municipality_id = :municipality and task_id = :task and kept_by = :user")
                .param("municipality", municipality)
                .param("task", taskId)
                .param("user", user)
                .query(this::draft)
                .optional();
    }

    /** @return the person's drafts, the last changed first; not those of tasks they have completed themselves */
    List<Draft> of(String municipality, String user) {
        return jdbc.sql("select " + COLUMNS + " from task_draft d"
                        + " where municipality_id = :municipality and kept_by = :user and not " + SUBMITTED
                        + " order by saved_at desc, id")
                .param("municipality", municipality)
                .param("user", user)
                .query(this::draft)
                .list();
    }

    /** Writes the draft whatever there was before. */
    Draft put(String municipality, String taskId, String formKey, String user, JsonNode data, Origin origin) {
        return write(municipality, taskId, formKey, user, data, origin, """
                on conflict (municipality_id, task_id, kept_by) do update
                set version = excluded.version, origin = excluded.origin, data = excluded.data,
                    saved_at = excluded.saved_at, delete_on = excluded.delete_on
                """).orElseThrow();
    }

    /** @return the new draft; empty if there is one already */
    Optional<Draft> insert(String municipality, String taskId, String formKey, String user, JsonNode data) {
        return write(
                municipality,
                taskId,
                formKey,
                user,
                data,
                Origin.OWN,
                "on conflict (municipality_id, task_id, kept_by) do nothing");
    }

    /** @return the changed draft; empty if it is not the version that the person has seen */
    Optional<Draft> update(String municipality, String taskId, String user, JsonNode data, long seen) {
        return jdbc.sql("""
                        update task_draft set version = nextval('task_draft_version'), origin = 'OWN',
                               data = cast(:data as jsonb), saved_at = :now, delete_on = :deleteOn
                        where municipality_id = :municipality and task_id = :task and kept_by = :user and version = :seen
                        returning\s""" + COLUMNS)
                .param("municipality", municipality)
                .param("task", taskId)
                .param("user", user)
                .param("seen", seen)
                .param("data", data.toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("deleteOn", lastDay(municipality))
                .query(this::draft)
                .optional();
    }

    /** @return whether there was this version of the draft */
    boolean delete(String municipality, String taskId, String user, long seen) {
        return jdbc.sql("delete from task_draft where municipality_id = :municipality and task_id = :task"
                                + " and kept_by = :user and version = :seen")
                        .param("municipality", municipality)
                        .param("task", taskId)
                        .param("user", user)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** Ends what the person has submitted. */
    public void submitted(String municipality, String taskId, String user) {
        jdbc.sql("delete from task_draft where municipality_id = :municipality and task_id = :task and kept_by = :user")
                .param("municipality", municipality)
                .param("task", taskId)
                .param("user", user)
                .update();
    }

    /** Deletes a portion of what is due, or was submitted while it was being saved. @return number of drafts */
    int deleteDue(String municipality, LocalDate today, int most) {
        return jdbc.sql("""
                        delete from task_draft where municipality_id = :municipality and id in (
                            select d.id from task_draft d
                            where d.municipality_id = :municipality and (d.delete_on <= :today or\s""" + SUBMITTED + """
                        ) and not\s""" + HELD + """
                         order by d.id limit :most for update skip locked)
                        """)
                .param("municipality", municipality)
                .param("today", today)
                .param("most", most)
                .update();
    }

    /** @return how many drafts would have gone, were it not for a block */
    int heldBack(String municipality, LocalDate today) {
        return jdbc.sql(
                        "select count(*) from task_draft d where d.municipality_id = :municipality and (d.delete_on <= :today or "
                                + SUBMITTED + ") and " + HELD)
                .param("municipality", municipality)
                .param("today", today)
                .query(Integer.class)
                .single();
    }

    private Optional<Draft> write(
            String municipality,
            String taskId,
            String formKey,
            String user,
            JsonNode data,
            Origin origin,
            String onConflict) {
        return jdbc.sql("""
                        insert into task_draft (id, municipality_id, task_id, form_key, kept_by, origin, data, purpose,
                                                saved_at, delete_on)
                        values (:id, :municipality, :task, :form, :user, :origin, cast(:data as jsonb), :purpose,
                                :now, :deleteOn)
                        """ + onConflict + " returning " + COLUMNS)
                .param("id", UUID.randomUUID())
                .param("municipality", municipality)
                .param("task", taskId)
                .param("form", formKey)
                .param("user", user)
                .param("origin", origin.name())
                .param("data", data.toString())
                .param("purpose", PURPOSE)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("deleteOn", lastDay(municipality))
                .query(this::draft)
                .optional();
    }

    private LocalDate lastDay(String municipality) {
        return LocalDate.now(clock).plus(periods.of(municipality, "drafts"));
    }

    private Draft draft(ResultSet row, int number) throws SQLException {
        try {
            return new Draft(
                    row.getString("task_id"),
                    row.getString("form_key"),
                    row.getLong("version"),
                    Origin.valueOf(row.getString("origin")),
                    json.readTree(row.getString("data")),
                    row.getTimestamp("saved_at").toInstant(),
                    row.getDate("delete_on").toLocalDate());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Draft is not readable", e);
        }
    }
}
