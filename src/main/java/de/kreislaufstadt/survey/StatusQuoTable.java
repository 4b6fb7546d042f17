package de.kreislaufstadt.survey;

import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.TaskContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Summaries of the status quo, one per measure, and the figures of the survey they rest on. */
@Repository
class StatusQuoTable {

    private final NamedParameterJdbcTemplate batches;
    private final JdbcClient jdbc;

    StatusQuoTable(NamedParameterJdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    /**
     * What the departments said about a component.
     *
     * @param level mean of their levels, rounded half up
     * @param answers number of departments that assessed it
     */
    record Mean(ModelComponent component, int level, int answers) {}

    /**
     * Sizes of what the survey has brought in.
     *
     * @param activities new or changed activities of the register
     */
    record Counts(int answered, int silent, int activities) {}

    Optional<StatusQuo> find(TaskContext task) {
        List<MaturityRow> maturity = jdbc.sql("""
                        select component, level, evidence from status_quo_maturity
                        where municipality_id = :municipality and measure_id = :measure
                        order by component""")
                .paramSource(Rows.of(task))
                .query((row, number) -> new MaturityRow(
                        ModelComponent.valueOf(row.getString("component")),
                        row.getInt("level"),
                        row.getString("evidence")))
                .list();
        return jdbc.sql("""
                        select summary, conclusions, open_questions, source, as_of from status_quo
                        where municipality_id = :municipality and measure_id = :measure""")
                .paramSource(Rows.of(task))
                .query((row, number) -> new StatusQuo(
                        row.getString("summary"),
                        maturity,
                        row.getString("conclusions"),
                        row.getString("open_questions"),
                        row.getString("source"),
                        row.getObject("as_of", LocalDate.class)))
                .optional();
    }

    /** Stores the summary as the form shows it; an earlier release of it ends with that. */
    void save(TaskContext task, StatusQuo statusQuo, List<MaturityRow> maturity) {
        UUID id = jdbc.sql("""
                        insert into status_quo
                            (id, municipality_id, measure_id, summary, conclusions, open_questions, source, as_of,
                             summarised_by)
                        values (:id, :municipality, :measure, :summary, :conclusions, :openQuestions, :source, :asOf,
                             :actor)
                        on conflict (municipality_id, measure_id) do update
                        set summary = excluded.summary, conclusions = excluded.conclusions,
                            open_questions = excluded.open_questions, source = excluded.source,
                            as_of = excluded.as_of, summarised_by = excluded.summarised_by, summarised_at = now(),
                            released_by = null, released_at = null
                        returning id""")
                .paramSource(Rows.of(task)
                        .addValue("id", UUID.randomUUID())
                        .addValue("summary", statusQuo.summary())
                        .addValue("conclusions", statusQuo.conclusions())
                        .addValue("openQuestions", statusQuo.openQuestions())
                        .addValue("source", statusQuo.source())
                        .addValue("asOf", statusQuo.asOf()))
                .query(UUID.class)
                .single();
        jdbc.sql("delete from status_quo_maturity where municipality_id = :municipality and status_quo_id = :id")
                .paramSource(Rows.of(task).addValue("id", id))
                .update();
        batches.batchUpdate(
                """
                insert into status_quo_maturity
                    (id, municipality_id, measure_id, status_quo_id, component, level, evidence)
                values (:id, :municipality, :measure, :statusQuo, :component, :level, :evidence)""",
                maturity.stream()
                        .map(row -> Rows.of(task)
                                .addValue("id", UUID.randomUUID())
                                .addValue("statusQuo", id)
                                .addValue("component", row.component().name())
                                .addValue("level", row.level())
                                .addValue("evidence", row.evidence()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    void release(TaskContext task) {
        jdbc.sql("""
                        update status_quo set released_by = :actor, released_at = now()
                        where municipality_id = :municipality and measure_id = :measure""").paramSource(Rows.of(task)).update();
    }

    List<Mean> means(TaskContext task, UUID survey) {
        return jdbc.sql("""
                        select m.component, round(avg(m.level)) as level, count(*) as answers
                        from survey_maturity m join survey_answer a
                          on a.id = m.answer_id and a.municipality_id = m.municipality_id
                        where m.municipality_id = :municipality and a.survey_id = :survey
                        group by m.component order by m.component""")
                .paramSource(Rows.of(task).addValue("survey", survey))
                .query((row, number) -> new Mean(
                        ModelComponent.valueOf(row.getString("component")), row.getInt("level"), row.getInt("answers")))
                .list();
    }

    Counts counts(TaskContext task, UUID survey) {
        return jdbc.sql("""
                        select count(*) filter (where state = 'ANSWERED') as answered,
                               count(*) filter (where state = 'SILENT') as silent,
                               (select count(distinct activity_id) from circular_activity_report r
                                where r.municipality_id = :municipality and r.survey_id = :survey) as activities
                        from survey_answer where municipality_id = :municipality and survey_id = :survey""")
                .paramSource(Rows.of(task).addValue("survey", survey))
                .query((row, number) ->
                        new Counts(row.getInt("answered"), row.getInt("silent"), row.getInt("activities")))
                .single();
    }
}
