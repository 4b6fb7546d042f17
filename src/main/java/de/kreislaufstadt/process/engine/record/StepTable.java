package de.kreislaufstadt.process.engine.record;

import de.kreislaufstadt.process.Lifecycles.PastStep;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.engine.people.Candidates;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Who did which step of which measure, when, under which version of the model. Rows are only ever added. */
@Repository
public class StepTable {

    private static final String INSERT = """
            insert into step (id, municipality_id, measure_id, process_key, process_version, task_key, task_id, item,
                              department, completed_by, deputy_for, completed_at, origin, note, result)
            values (:id, :municipality, :measure, :process, :version, :task, :taskId, :item,
                    :department, :by, :deputyFor, :at, :origin, :note, :result)
            on conflict (municipality_id, task_id) do nothing
            """;

    /** The step and the end of the person's draft are one statement, since every completion pays for it. */
    private static final String INSERT_AND_END_DRAFT = """
            with submitted as (
                delete from task_draft
                where municipality_id = :municipality and task_id = :taskId and kept_by = :by
            )
            """ + INSERT;

    /** Routing values that name the element a step is about, innermost first. */
    public static final List<String> ITEMS = List.of(
            "coSignId",
            "conditionId",
            "packageId",
            "ideaId",
            "goalId",
            "exchangeId",
            "workshopId",
            "projectId",
            "reportId",
            "countermeasureId",
            "questionId");

    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    StepTable(NamedParameterJdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param note what the measure's history says beside the step; null for nothing
     * @param result the choice the step ended with; null where there was none
     */
    public void record(TaskContext step, int modelVersion, String department, String note, String result) {
        add(step, modelVersion, department, "PROCESS", note, result);
    }

    /** The same for a step that somebody who stepped in has let the process go on without. */
    public void recordSkipped(TaskContext step, int modelVersion, String department) {
        add(step, modelVersion, department, "SKIPPED", null, null);
    }

    private void add(TaskContext step, int modelVersion, String department, String origin, String note, String result) {
        int added = jdbc.update(
                INSERT_AND_END_DRAFT,
                row(step.municipality(), step.measureId(), step.processKey(), step.taskKey(), department)
                        .addValue("version", modelVersion)
                        .addValue("taskId", step.taskId())
                        .addValue("item", itemOf(step))
                        .addValue("by", step.actor())
                        .addValue("deputyFor", step.deputyFor())
                        .addValue("at", Timestamp.from(clock.instant()))
                        .addValue("origin", origin)
                        .addValue("note", note)
                        .addValue("result", result));
        // Somebody else has just completed it. An error of the database would end the transaction before the engine has
        // looked for who handles it, and the answer would be a fault instead of "too late".
        if (added == 0) {
            throw new OptimisticLockingException("Task " + step.taskId() + " has just been completed");
        }
    }

    void recordPast(String municipality, UUID measure, List<PastStep> past) {
        jdbc.batchUpdate(
                INSERT,
                past.stream()
                        .map(step -> row(municipality, measure, step.process(), step.task(), step.department())
                                .addValue("version", null)
                                .addValue("taskId", null)
                                .addValue("item", null)
                                .addValue("by", null)
                                .addValue("deputyFor", null)
                                .addValue("at", Timestamp.from(step.completedAt()))
                                .addValue("origin", "TAKEN_OVER")
                                .addValue("note", step.note())
                                .addValue("result", null))
                        .toArray(SqlParameterSource[]::new));
    }

    /** @return who completed a task and when; empty where nobody has */
    public Optional<Completed> completionOf(String municipality, String taskId) {
        return jdbc
                .query(
                        """
                        select completed_by, completed_at from step
                        where municipality_id = :municipality and task_id = :taskId
                        """,
                        new MapSqlParameterSource("municipality", municipality).addValue("taskId", taskId),
                        (rs, i) -> new Completed(
                                rs.getString("completed_by"),
                                rs.getTimestamp("completed_at").toInstant()))
                .stream()
                .findFirst();
    }

    /**
     * Work is done by who completes it and by in whose place they do it, by who fills the form for somebody who asks, and by
     * who adds a document to the step. It is one statement, since every release pays for it.
     *
     * @return whether who acts, or in whose place they act, has worked on one of these tasks for the same measure and the same
     *     item, if there is one
     */
    boolean hasDoneAny(TaskContext step, List<String> tasks) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                select exists (select from step
                               where municipality_id = :municipality and measure_id = :measure
                                 and (completed_by in (:people) or deputy_for in (:persons))
                                 and task_key in (:tasks) and (cast(:item as text) is null or item = :item))
                    or exists (select from task_event e
                               where e.municipality_id = :municipality and e.measure_id = :measure
                                 and e.filled and e.done_by in (:people) and e.task_key in (:tasks)
                                 and (cast(:item as text) is null
                                      or exists (select from step s where s.municipality_id = e.municipality_id
                                                   and s.task_id = e.task_id and s.item = :item)))
                    or exists (select from document d
                               join document_version v on v.municipality_id = d.municipality_id and v.document_id = d.id
                               where d.municipality_id = :municipality and d.measure_id = :measure and d.deleted_at is null
                                 and d.task_key in (:tasks) and v.created_by in (:people)
                                 and (cast(:item as text) is null or d.items = '{}'
                                      or exists (select from unnest(d.items) about
                                                 where split_part(about, '=', 2) = split_part(:item, '@', 1))))
                """,
                new MapSqlParameterSource("municipality", step.municipality())
                        .addValue("measure", step.measureId())
                        .addValue(
                                "people",
                                Stream.of(step.actor(), step.deputyFor())
                                        .filter(Objects::nonNull)
                                        .toList())
                        .addValue("persons", persons(step))
                        .addValue("tasks", tasks)
                        .addValue("item", itemOf(step)),
                Boolean.class));
    }

    /**
     * A group of heads that somebody stands in for is no person: what one of them wrote another may release. Who acts is one, whatever
     * their id ends with.
     */
    private static List<String> persons(TaskContext step) {
        return Stream.concat(
                        Stream.of(step.actor()),
                        Stream.ofNullable(step.deputyFor()).filter(person -> !person.endsWith(Candidates.HEAD)))
                .toList();
    }

    /** @return routing value of the element that a step is about; null where it is about the measure as a whole */
    public static String itemOf(TaskContext step) {
        return ITEMS.stream()
                .map(step::text)
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
    }

    /** @return steps done for the measure, in the order they were completed */
    public List<Step> of(String municipality, UUID measure) {
        return jdbc.query(
                """
                select process_key, task_key, item, department, completed_by, deputy_for, completed_at, origin, note, result
                from step where municipality_id = :municipality and measure_id = :measure
                order by completed_at, created_at
                """,
                new MapSqlParameterSource("municipality", municipality).addValue("measure", measure),
                (rs, i) -> new Step(
                        rs.getString("process_key"),
                        rs.getString("task_key"),
                        rs.getString("item"),
                        rs.getString("department"),
                        rs.getString("completed_by"),
                        rs.getString("deputy_for"),
                        rs.getTimestamp("completed_at").toInstant(),
                        rs.getString("origin"),
                        rs.getString("note"),
                        rs.getString("result")));
    }

    private static MapSqlParameterSource row(
            String municipality, UUID measure, String process, String task, String department) {
        return new MapSqlParameterSource("id", UUID.randomUUID())
                .addValue("municipality", municipality)
                .addValue("measure", measure)
                .addValue("process", process)
                .addValue("task", task)
                .addValue("department", department);
    }

    /** Who has completed a task, by engine user id. */
    public record Completed(String by, Instant at) {}

    /** A completed step of a measure, with who did it and what came of it. */
    public record Step(
            String process,
            String task,
            String item,
            String department,
            String by,
            String deputyFor,
            Instant completedAt,
            String origin,
            String note,
            String result) {}
}
