package de.kreislaufstadt.upgrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.process.ModelVersions.Running;
import de.kreislaufstadt.process.ModelVersions.Version;
import de.kreislaufstadt.upgrade.Lift.Item;
import de.kreislaufstadt.upgrade.Lift.Run;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Instances that are lifted to a newer version, by runs: {@code model_lift}. */
@Repository
class LiftTable {

    private static final String RUNS = """
            select run_id, trial, process_key, from_definition, from_version, to_definition, to_version, begun_by, begun_at,
                   max(ended_at) as ended_at, count(*) as total, count(*) filter (where state = 'DONE') as done,
                   count(*) filter (where state = 'REFUSED') as refused,
                   count(*) filter (where state = 'LEFT_OUT') as left_out, count(*) filter (where state = 'OPEN') as open
            from model_lift
            """;

    private static final String BY_RUN = """
             group by run_id, trial, process_key, from_definition, from_version, to_definition, to_version, begun_by, begun_at
             order by begun_at desc, run_id
            """;

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final NamedParameterJdbcTemplate jdbc;
    private final ObjectMapper json;

    LiftTable(NamedParameterJdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** An instance to be worked on. */
    record Taken(
            UUID id,
            boolean trial,
            String from,
            String to,
            String instance,
            String municipality,
            UUID measure,
            String begunBy) {}

    /** What all rows of a run have in common. */
    record Begun(UUID run, boolean trial, Version from, Version to, String by, Instant at) {}

    void add(Begun run, List<Running> instances, Function<String, LocalDate> deleteOn) {
        jdbc.batchUpdate(
                """
                insert into model_lift (id, municipality_id, run_id, position, trial, process_key, from_definition, to_definition,
                                        from_version, to_version, instance_id, business_key, measure_id, begun_by, begun_at, delete_on)
                values (:id, :municipality, :run, :position, :trial, :process, :from, :to, :fromVersion, :toVersion, :instance, :key,
                        :measure, :by, :at, :deleteOn)
                """,
                IntStream.range(0, instances.size())
                        .mapToObj(i -> row(run, instances.get(i), i)
                                .addValue(
                                        "deleteOn",
                                        deleteOn.apply(instances.get(i).municipality())))
                        .toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource row(Begun run, Running instance, int position) {
        return new MapSqlParameterSource("id", UUID.randomUUID())
                .addValue("municipality", instance.municipality())
                .addValue("run", run.run())
                .addValue("position", position)
                .addValue("trial", run.trial())
                .addValue("process", run.from().process())
                .addValue("from", run.from().id())
                .addValue("to", run.to().id())
                .addValue("fromVersion", run.from().version())
                .addValue("toVersion", run.to().version())
                .addValue("instance", instance.id())
                .addValue("key", instance.businessKey())
                .addValue("measure", instance.measure())
                .addValue("by", run.by())
                .addValue("at", Timestamp.from(run.at()));
    }

    /** @return the latest runs, the last first */
    List<Run> latest(int most) {
        return jdbc.query(RUNS + BY_RUN + " limit :most", new MapSqlParameterSource("most", most), LiftTable::run);
    }

    Optional<Run> find(UUID run) {
        return jdbc
                .query(RUNS + " where run_id = :run" + BY_RUN, new MapSqlParameterSource("run", run), LiftTable::run)
                .stream()
                .findFirst();
    }

    List<Item> items(UUID run) {
        return jdbc.query(
                """
                select instance_id, municipality_id, business_key, state, steps, problem, in_the_way from model_lift
                where run_id = :run order by position
                """,
                new MapSqlParameterSource("run", run),
                (row, number) -> new Item(
                        row.getString("instance_id"),
                        row.getString("municipality_id"),
                        row.getString("business_key"),
                        row.getString("state"),
                        texts(row.getString("steps")),
                        row.getString("problem"),
                        texts(row.getString("in_the_way"))));
    }

    /** @return the next instance of any run that nobody works on, held until the end of the transaction */
    Optional<Taken> take() {
        return jdbc
                .query(
                        """
                        select id, trial, from_definition, to_definition, instance_id, municipality_id, measure_id, begun_by
                        from model_lift where state = 'OPEN'
                        order by begun_at, run_id, position limit 1 for update skip locked
                        """,
                        (row, number) -> new Taken(
                                row.getObject("id", UUID.class),
                                row.getBoolean("trial"),
                                row.getString("from_definition"),
                                row.getString("to_definition"),
                                row.getString("instance_id"),
                                row.getString("municipality_id"),
                                row.getObject("measure_id", UUID.class),
                                row.getString("begun_by")))
                .stream()
                .findFirst();
    }

    /**
     * Notes how it went, unless somebody else has meanwhile.
     *
     * @param steps ids of the elements at which it stands
     * @param problem why it stays; null where it was lifted
     */
    void ended(Taken item, List<String> steps, String problem, List<String> inTheWay, Instant at) {
        jdbc.update(
                """
                update model_lift set state = case when cast(:problem as text) is null then 'DONE' else 'REFUSED' end, steps = cast(:steps as jsonb),
                       problem = :problem, in_the_way = cast(:inTheWay as jsonb), ended_at = :at
                where id = :id and municipality_id = :municipality and state = 'OPEN'
                """,
                new MapSqlParameterSource("id", item.id())
                        .addValue("municipality", item.municipality())
                        .addValue("steps", text(steps))
                        .addValue("problem", problem)
                        .addValue("inTheWay", text(inTheWay))
                        .addValue("at", Timestamp.from(at)));
    }

    /** @return how many instances were left out; one that is being worked on ends as it does */
    int leaveOut(UUID run, Instant at) {
        return jdbc.update(
                "update model_lift set state = 'LEFT_OUT', ended_at = :at where run_id = :run and state = 'OPEN'",
                new MapSqlParameterSource("run", run).addValue("at", Timestamp.from(at)));
    }

    private String text(List<String> texts) {
        try {
            return json.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> texts(String value) {
        try {
            return json.readValue(value, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        int open = row.getInt("open");
        Timestamp ended = row.getTimestamp("ended_at");
        return new Run(
                row.getObject("run_id", UUID.class),
                row.getBoolean("trial"),
                row.getString("process_key"),
                row.getString("from_definition"),
                row.getInt("from_version"),
                row.getString("to_definition"),
                row.getInt("to_version"),
                row.getString("begun_by"),
                row.getTimestamp("begun_at").toInstant(),
                open > 0 || ended == null ? null : ended.toInstant(),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("refused"),
                row.getInt("left_out"),
                open);
    }
}
