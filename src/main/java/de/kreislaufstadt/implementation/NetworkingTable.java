package de.kreislaufstadt.implementation;

import de.kreislaufstadt.process.TaskContext;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The networking log of the economic development agency. */
@Repository
class NetworkingTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    NetworkingTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Adds an entry for the scope's project. */
    void add(TaskContext task, NetworkingForm form) {
        UUID log = UUID.randomUUID();
        jdbc.sql("""
                insert into networking_log (id, municipality_id, measure_id, project_id, note, logged_by)
                values (:id, :municipality, :measure, :project, :note, :actor)
                """)
                .param("id", log)
                .param("municipality", task.municipality())
                .param("measure", task.measureId())
                .param("project", task.id("projectId"))
                .param("note", form.note())
                .param("actor", task.actor())
                .update();
        List<NetworkingForm.Contact> contacts = form.contacts();
        SqlParameterSource[] rows = IntStream.range(0, contacts.size())
                .mapToObj(i -> new MapSqlParameterSource("id", UUID.randomUUID())
                        .addValue("municipality", task.municipality())
                        .addValue("log", log)
                        .addValue("position", i + 1)
                        .addValue("contactOn", contacts.get(i).contactOn())
                        .addValue("kind", contacts.get(i).kind().name())
                        .addValue("partners", contacts.get(i).partners())
                        .addValue("result", contacts.get(i).result()))
                .toArray(SqlParameterSource[]::new);
        batch.batchUpdate("""
                insert into networking_contact (id, municipality_id, log_id, position, contact_on, kind, partners, result)
                values (:id, :municipality, :log, :position, :contactOn, :kind, :partners, :result)
                """, rows);
    }

    /** @return when the last entry for the scope's project was made, if there is one */
    Optional<OffsetDateTime> lastEntry(TaskContext task) {
        return jdbc.sql("""
                select created_at from networking_log where municipality_id = :municipality and project_id = :project
                order by created_at desc limit 1
                """)
                .param("municipality", task.municipality())
                .param("project", task.id("projectId"))
                .query(OffsetDateTime.class)
                .optional();
    }
}
