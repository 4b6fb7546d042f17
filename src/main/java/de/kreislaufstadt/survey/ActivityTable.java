package de.kreislaufstadt.survey;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.RStrategy;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValues;
import de.kreislaufstadt.process.TaskContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the register of circular activities and of the reports that changed it. */
@Repository
class ActivityTable {

    private static final String QUANTITY = "quantity";

    private final NamedParameterJdbcTemplate batches;
    private final JdbcClient jdbc;
    private final ReportedValues reportedValues;

    ActivityTable(NamedParameterJdbcTemplate batches, ReportedValues reportedValues) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.reportedValues = reportedValues;
    }

    /** Whether a report added or changed its activity. */
    enum Change {
        NEW,
        CHANGED
    }

    /**
     * What made a department report.
     *
     * @param survey survey the report answers, or null
     * @param exchange exchange it prepares, or null; exactly one of the two is set
     */
    record Origin(UUID survey, UUID exchange) {}

    record Report(Change change, Activity activity) {}

    record Reported(String department, Change change, String name, ActivityState state) {}

    /** @return all activities of a department, by name */
    List<Activity> of(String municipality, String department) {
        List<Activity> rows = jdbc.sql("""
                        select * from circular_activity
                        where municipality_id = :municipality and department = :department
                        order by lower(name)""")
                .param("municipality", municipality)
                .param("department", department)
                .query(ActivityTable::activity)
                .list();
        return withQuantities(municipality, rows);
    }

    List<Option> options(String municipality, String department) {
        return jdbc.sql("""
                        select id, name from circular_activity
                        where municipality_id = :municipality and department = :department
                        order by lower(name)""")
                .param("municipality", municipality)
                .param("department", department)
                .query((row, number) -> new Option(row.getString("id"), row.getString("name")))
                .list();
    }

    /** Names of the activities that an exchange has brought up, with their change. */
    List<Reported> reportedFor(TaskContext task, UUID exchange) {
        return jdbc.sql("""
                        select r.change, r.name, r.status, a.department
                        from circular_activity_report r
                        join circular_activity a on a.id = r.activity_id and a.municipality_id = r.municipality_id
                        where r.municipality_id = :municipality and r.exchange_id = :exchange
                        order by a.department, lower(r.name)""")
                .param("municipality", task.municipality())
                .param("exchange", exchange)
                .query((row, number) -> new Reported(
                        row.getString("department"),
                        Change.valueOf(row.getString("change")),
                        row.getString("name"),
                        ActivityState.valueOf(row.getString("status"))))
                .list();
    }

    /**
     * Writes new and changed activities to the register and every one of them to its history.
     *
     * @throws FormRefused if somebody else has just reported an activity of the same name for the department
     */
    void write(TaskContext task, String department, Origin origin, List<Report> reports) {
        try {
            upsert(task, department, reports);
        } catch (DuplicateKeyException e) {
            throw FormRefused.at("activities", "survey.activity.inRegister");
        }
        addHistory(task, department, origin, reports);
        reportedValues.save(
                task.municipality(),
                reports.stream()
                        .map(Report::activity)
                        .filter(activity -> activity.quantity() != null)
                        .map(activity -> new ReportedValues.Entry(activity.id(), QUANTITY, activity.quantity()))
                        .toList());
    }

    private void upsert(TaskContext task, String department, List<Report> reports) {
        batches.batchUpdate(
                """
                insert into circular_activity
                    (id, municipality_id, measure_id, department, name, description, circular_field, r_strategy,
                     material_stream, status, mailbox, obstacles, need)
                values (:id, :municipality, :measure, :department, :name, :description, :field, :strategy,
                     :stream, :status, :mailbox, :obstacles, :need)
                on conflict (id) do update set
                    name = excluded.name, description = excluded.description,
                    circular_field = excluded.circular_field, r_strategy = excluded.r_strategy,
                    material_stream = excluded.material_stream, status = excluded.status,
                    mailbox = excluded.mailbox, obstacles = excluded.obstacles, need = excluded.need,
                    updated_at = now()
                where circular_activity.municipality_id = excluded.municipality_id
                  and circular_activity.department = excluded.department""",
                reports.stream()
                        .map(report -> row(task, department, report.activity()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private void addHistory(TaskContext task, String department, Origin origin, List<Report> reports) {
        batches.batchUpdate(
                """
                insert into circular_activity_report
                    (id, municipality_id, measure_id, activity_id, survey_id, exchange_id, change, name, description,
                     status, reported_by)
                values (:reportId, :municipality, :measure, :id, :survey, :exchange, :change, :name, :description,
                     :status, :actor)""",
                reports.stream()
                        .map(report -> row(task, department, report.activity())
                                .addValue("reportId", UUID.randomUUID())
                                .addValue("survey", origin.survey())
                                .addValue("exchange", origin.exchange())
                                .addValue("change", report.change().name()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private List<Activity> withQuantities(String municipality, List<Activity> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Map<UUID, Map<String, ReportedValue>> values = reportedValues.ofAll(
                municipality, rows.stream().map(Activity::id).toList());
        return rows.stream()
                .map(row ->
                        row.withQuantity(values.getOrDefault(row.id(), Map.of()).get(QUANTITY)))
                .toList();
    }

    private static MapSqlParameterSource row(TaskContext task, String department, Activity activity) {
        return Rows.of(task)
                .addValue("id", activity.id())
                .addValue("department", department)
                .addValue("name", activity.name())
                .addValue("description", activity.description())
                .addValue("field", activity.circularField().name())
                .addValue("strategy", Rows.name(activity.rStrategy()))
                .addValue("stream", activity.materialStream())
                .addValue("status", activity.state().name())
                .addValue("mailbox", activity.mailbox())
                .addValue("obstacles", Rows.names(activity.obstacles()))
                .addValue("need", activity.need());
    }

    private static Activity activity(ResultSet row, int number) throws SQLException {
        String strategy = row.getString("r_strategy");
        return new Activity(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                CircularField.valueOf(row.getString("circular_field")),
                strategy == null ? null : RStrategy.valueOf(strategy),
                row.getString("material_stream"),
                null,
                ActivityState.valueOf(row.getString("status")),
                row.getString("mailbox"),
                Rows.choices(row.getArray("obstacles"), Obstacle::valueOf),
                row.getString("need"));
    }
}
