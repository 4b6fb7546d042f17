package de.kreislaufstadt.survey;

import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValues;
import de.kreislaufstadt.process.TaskContext;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the departments answered: maturity, strengths and weaknesses, key figures. */
@Repository
class SurveyAnswerTable {

    private final NamedParameterJdbcTemplate batches;
    private final JdbcClient jdbc;
    private final ReportedValues reportedValues;

    SurveyAnswerTable(NamedParameterJdbcTemplate batches, ReportedValues reportedValues) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.reportedValues = reportedValues;
    }

    /** A point of the SWOT analysis. */
    record Point(SwotKind kind, String text) {}

    /** A number, or why there is none. */
    record KeyFigure(String name, ReportedValue figure) {}

    record Answer(List<MaturityRow> maturity, List<Point> swot, List<KeyFigure> keyFigures, String remarks) {}

    /** A department's row in the survey that runs. */
    record Asked(UUID answer, UUID survey) {}

    /** @throws NoSuchElementException if the survey that runs does not wait for the department */
    Asked asked(TaskContext task, String department) {
        return jdbc.sql("""
                        select a.id, a.survey_id
                        from survey_answer a join survey s on s.id = a.survey_id and s.municipality_id = a.municipality_id
                        where a.municipality_id = :municipality and a.measure_id = :measure
                          and a.department = :department and a.state = 'ASKED'
                        order by s.created_at desc limit 1""")
                .paramSource(Rows.of(task).addValue("department", department))
                .query((row, number) ->
                        new Asked(row.getObject("id", UUID.class), row.getObject("survey_id", UUID.class)))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No open answer of " + department));
    }

    void save(TaskContext task, UUID answer, Answer content) {
        jdbc.sql("""
                        update survey_answer
                        set state = 'ANSWERED', remarks = :remarks, answered_by = :actor, answered_at = now()
                        where municipality_id = :municipality and id = :answer""")
                .paramSource(row(task, answer).addValue("remarks", content.remarks()))
                .update();
        batches.batchUpdate(
                """
                insert into survey_maturity (id, municipality_id, measure_id, answer_id, component, level, evidence)
                values (:id, :municipality, :measure, :answer, :component, :level, :evidence)""",
                content.maturity().stream()
                        .map(row -> row(task, answer)
                                .addValue("id", UUID.randomUUID())
                                .addValue("component", row.component().name())
                                .addValue("level", row.level())
                                .addValue("evidence", row.evidence()))
                        .toArray(MapSqlParameterSource[]::new));
        batches.batchUpdate(
                """
                insert into survey_swot (id, municipality_id, measure_id, answer_id, kind, position, text)
                values (:id, :municipality, :measure, :answer, :kind, :position, :text)""",
                IntStream.range(0, content.swot().size())
                        .mapToObj(i -> row(task, answer)
                                .addValue("id", UUID.randomUUID())
                                .addValue("kind", content.swot().get(i).kind().name())
                                .addValue("position", i + 1)
                                .addValue("text", content.swot().get(i).text()))
                        .toArray(MapSqlParameterSource[]::new));
        saveFigures(task, answer, content.keyFigures());
    }

    /** @return every SWOT point of a survey, by kind */
    List<Point> swot(TaskContext task, UUID survey) {
        return jdbc.sql("""
                        select s.kind, s.text
                        from survey_swot s join survey_answer a
                          on a.id = s.answer_id and a.municipality_id = s.municipality_id
                        where s.municipality_id = :municipality and a.survey_id = :survey
                        order by s.kind, a.department, s.position""")
                .paramSource(Rows.of(task).addValue("survey", survey))
                .query((row, number) -> new Point(SwotKind.valueOf(row.getString("kind")), row.getString("text")))
                .list();
    }

    private void saveFigures(TaskContext task, UUID answer, List<KeyFigure> figures) {
        List<UUID> ids = figures.stream().map(figure -> UUID.randomUUID()).toList();
        batches.batchUpdate(
                """
                insert into survey_key_figure (id, municipality_id, measure_id, answer_id, position, name)
                values (:id, :municipality, :measure, :answer, :position, :name)""",
                IntStream.range(0, figures.size())
                        .mapToObj(i -> row(task, answer)
                                .addValue("id", ids.get(i))
                                .addValue("position", i + 1)
                                .addValue("name", figures.get(i).name()))
                        .toArray(MapSqlParameterSource[]::new));
        reportedValues.save(
                task.municipality(),
                IntStream.range(0, figures.size())
                        .mapToObj(i -> new ReportedValues.Entry(
                                ids.get(i), "figure", figures.get(i).figure()))
                        .toList());
    }

    private static MapSqlParameterSource row(TaskContext task, UUID answer) {
        return Rows.of(task).addValue("answer", answer);
    }
}
