package de.kreislaufstadt.survey;

import de.kreislaufstadt.process.TaskContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Exchanges in the city group, whom they asked beforehand, and what they agreed on. */
@Repository
class ExchangeTable {

    private final NamedParameterJdbcTemplate batches;
    private final JdbcClient jdbc;

    ExchangeTable(NamedParameterJdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    /** Whether a department has said if there is anything new. */
    enum News {
        ASKED,
        NEWS,
        NO_NEWS
    }

    record Asked(String department, News state, String remarks) {}

    /** What was agreed, by whom it is done, and by when (null: no day was set). */
    record Agreement(String text, String responsible, LocalDate due) {}

    void plan(TaskContext scope, UUID exchange, LocalDate today, Collection<String> departments) {
        MapSqlParameterSource row = Rows.of(scope).addValue("exchange", exchange);
        jdbc.sql("""
                        insert into exchange (id, municipality_id, measure_id, planned_on)
                        values (:exchange, :municipality, :measure, :today)""").paramSource(row.addValue("today", today)).update();
        batches.batchUpdate(
                """
                insert into exchange_department (id, municipality_id, measure_id, exchange_id, department, state)
                values (:id, :municipality, :measure, :exchange, :department, 'ASKED')""",
                departments.stream()
                        .map(department -> Rows.of(scope)
                                .addValue("id", UUID.randomUUID())
                                .addValue("exchange", exchange)
                                .addValue("department", department))
                        .toArray(MapSqlParameterSource[]::new));
    }

    void report(TaskContext task, UUID exchange, String department, News news, String remarks) {
        jdbc.sql("""
                        update exchange_department
                        set state = :state, remarks = :remarks, reported_by = :actor, reported_at = now()
                        where municipality_id = :municipality and exchange_id = :exchange
                          and department = :department""")
                .paramSource(Rows.of(task)
                        .addValue("exchange", exchange)
                        .addValue("department", department)
                        .addValue("state", news.name())
                        .addValue("remarks", remarks))
                .update();
    }

    List<Asked> asked(TaskContext task, UUID exchange) {
        return jdbc.sql("""
                        select department, state, remarks from exchange_department
                        where municipality_id = :municipality and exchange_id = :exchange
                        order by department""")
                .paramSource(Rows.of(task).addValue("exchange", exchange))
                .query((row, number) -> new Asked(
                        row.getString("department"), News.valueOf(row.getString("state")), row.getString("remarks")))
                .list();
    }

    void document(TaskContext task, UUID exchange, LocalDate heldOn, Collection<String> units, String activities) {
        jdbc.sql("""
                        update exchange
                        set held_on = :heldOn, units = :units, activities = :activities,
                            documented_by = :actor, documented_at = now()
                        where municipality_id = :municipality and measure_id = :measure and id = :exchange""")
                .paramSource(Rows.of(task)
                        .addValue("exchange", exchange)
                        .addValue("heldOn", heldOn)
                        .addValue("units", units.toArray(String[]::new))
                        .addValue("activities", activities))
                .update();
    }

    void add(TaskContext task, UUID exchange, List<Agreement> agreements) {
        batches.batchUpdate(
                """
                insert into exchange_agreement
                    (id, municipality_id, measure_id, exchange_id, position, text, responsible, due_on)
                values (:id, :municipality, :measure, :exchange, :position, :text, :responsible, :due)""",
                IntStream.range(0, agreements.size())
                        .mapToObj(i -> Rows.of(task)
                                .addValue("id", UUID.randomUUID())
                                .addValue("exchange", exchange)
                                .addValue("position", i + 1)
                                .addValue("text", agreements.get(i).text())
                                .addValue("responsible", agreements.get(i).responsible())
                                .addValue("due", agreements.get(i).due()))
                        .toArray(MapSqlParameterSource[]::new));
    }
}
