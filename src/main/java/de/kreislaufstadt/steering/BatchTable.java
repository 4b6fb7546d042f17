package de.kreislaufstadt.steering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.process.Intervention.Remark;
import de.kreislaufstadt.process.Intervention.Wish;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Batches and their items. */
@Repository
class BatchTable {

    private static final String COUNTED = """
            select b.*, count(*) filter (where i.state = 'DONE') as done, count(*) filter (where i.state = 'REFUSED') as refused,
                   count(*) filter (where i.state = 'LEFT_OUT') as left_out, count(*) filter (where i.state = 'OPEN') as open
            from steering_batch b join steering_item i on i.batch_id = b.id and i.municipality_id = b.municipality_id
            where b.municipality_id = :municipality
            """;

    private static final String TAKE = """
            select b.id, b.municipality_id, b.kind, b.reason, b.day, b.after_due, b.given_to_by, b.to_department, b.begun_by,
                   i.position, i.item
            from steering_item i join steering_batch b on b.id = i.batch_id and b.municipality_id = i.municipality_id
            where i.state = 'OPEN'
            order by b.begun_at, b.id, i.position limit 1 for update of i skip locked
            """;

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final NamedParameterJdbcTemplate jdbc;
    private final ObjectMapper json;

    BatchTable(NamedParameterJdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A batch as it stands in its row, with the counts of its items. */
    record Row(
            UUID id,
            String kind,
            String begunBy,
            Instant begunAt,
            Instant finishedAt,
            int total,
            int done,
            int refused,
            int leftOut,
            int open) {}

    /** An item to be worked on, with what is wanted. */
    record Taken(UUID batch, String municipality, String kind, Wish wish, String begunBy, int position, String item) {}

    void add(
            UUID id,
            String municipality,
            String kind,
            Wish wish,
            String by,
            Instant at,
            LocalDate deleteOn,
            List<Item> items) {
        jdbc.update(
                """
                insert into steering_batch (id, municipality_id, kind, reason, day, after_due, given_to_by, to_department, total,
                                            begun_by, begun_at, delete_on)
                values (:id, :municipality, :kind, :reason, :day, :afterDue, :person, :department, :total, :by, :at, :deleteOn)
                """,
                new MapSqlParameterSource("id", id)
                        .addValue("municipality", municipality)
                        .addValue("kind", kind)
                        .addValue("reason", wish.reason())
                        .addValue("day", wish.date() == null ? null : LocalDate.parse(wish.date()))
                        .addValue("afterDue", wish.afterDue())
                        .addValue("person", wish.person())
                        .addValue("department", wish.department())
                        .addValue("total", items.size())
                        .addValue("by", by)
                        .addValue("at", Timestamp.from(at))
                        .addValue("deleteOn", deleteOn));
        jdbc.batchUpdate(
                """
                insert into steering_item (batch_id, municipality_id, position, item, measure_number, label)
                values (:batch, :municipality, :position, :item, :number, :label)
                """,
                IntStream.range(0, items.size())
                        .mapToObj(i -> new MapSqlParameterSource("batch", id)
                                .addValue("municipality", municipality)
                                .addValue("position", i)
                                .addValue("item", items.get(i).item())
                                .addValue("number", items.get(i).number())
                                .addValue("label", items.get(i).label()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** @param by whose batches; null = everybody's */
    List<Row> latest(String municipality, String by, int most) {
        return jdbc.query(
                COUNTED + (by == null ? "" : " and b.begun_by = :by")
                        + " group by b.id order by b.begun_at desc, b.id limit :most",
                new MapSqlParameterSource("municipality", municipality)
                        .addValue("by", by)
                        .addValue("most", most),
                BatchTable::batch);
    }

    Optional<Row> find(String municipality, UUID id) {
        return jdbc
                .query(
                        COUNTED + " and b.id = :id group by b.id",
                        new MapSqlParameterSource("municipality", municipality).addValue("id", id),
                        BatchTable::batch)
                .stream()
                .findFirst();
    }

    /** @return how many batches of a person are not finished */
    int running(String municipality, String by) {
        return jdbc.queryForObject(
                """
                select count(*) from steering_batch
                where municipality_id = :municipality and begun_by = :by and finished_at is null
                """, new MapSqlParameterSource("municipality", municipality).addValue("by", by), Integer.class);
    }

    List<Item> items(String municipality, UUID batch) {
        return jdbc.query(
                """
                select position, item, measure_number, label, state, problem, problem_values from steering_item
                where municipality_id = :municipality and batch_id = :batch order by position
                """,
                new MapSqlParameterSource("municipality", municipality).addValue("batch", batch),
                (row, i) -> new Item(
                        row.getInt("position"),
                        row.getString("item"),
                        row.getString("measure_number"),
                        row.getString("label"),
                        row.getString("state"),
                        row.getString("problem"),
                        texts(row.getString("problem_values"))));
    }

    /** @return the next item of any batch that nobody works on, held until the end of the transaction */
    Optional<Taken> take() {
        return jdbc
                .query(
                        TAKE,
                        (row, i) -> new Taken(
                                row.getObject("id", UUID.class),
                                row.getString("municipality_id"),
                                row.getString("kind"),
                                new Wish(
                                        row.getString("reason"),
                                        row.getString("day"),
                                        row.getBoolean("after_due"),
                                        row.getString("given_to_by"),
                                        row.getString("to_department"),
                                        null),
                                row.getString("begun_by"),
                                row.getInt("position"),
                                row.getString("item")))
                .stream()
                .findFirst();
    }

    /** @param remark what there is to say of it; null for nothing */
    void done(Taken item, Remark remark, Instant at) {
        end(
                item,
                "DONE",
                remark == null ? null : remark.message(),
                remark == null
                        ? null
                        : texts(remark.values().stream().map(Objects::toString).toList()),
                at);
    }

    /** Somebody else may have done it meanwhile; then it stays done. */
    void refused(Taken item, String problem, List<String> values, Instant at) {
        end(item, "REFUSED", problem, texts(values), at);
    }

    private String texts(List<String> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void end(Taken item, String state, String problem, String values, Instant at) {
        MapSqlParameterSource parameters = new MapSqlParameterSource("batch", item.batch())
                .addValue("municipality", item.municipality())
                .addValue("position", item.position())
                .addValue("state", state)
                .addValue("problem", problem)
                .addValue("values", values)
                .addValue("at", Timestamp.from(at));
        jdbc.update("""
                update steering_item
                set state = :state, problem = :problem, problem_values = cast(:values as jsonb), ended_at = :at
                where municipality_id = :municipality and batch_id = :batch and position = :position and state = 'OPEN'
                """, parameters);
    }

    /** Marks the batches as finished that have no item left. */
    void finish(Instant at) {
        jdbc.update("""
                update steering_batch b set finished_at = :at
                where b.finished_at is null
                  and not exists (select from steering_item i where i.batch_id = b.id and i.state = 'OPEN')
                """, new MapSqlParameterSource("at", Timestamp.from(at)));
    }

    /** @return how many items were left out; an item that is being worked on ends as it does */
    int cancel(String municipality, UUID batch, String by, Instant at) {
        MapSqlParameterSource parameters = new MapSqlParameterSource("municipality", municipality)
                .addValue("batch", batch)
                .addValue("by", by)
                .addValue("at", Timestamp.from(at));
        int left = jdbc.update("""
                update steering_item set state = 'LEFT_OUT', ended_at = :at
                where municipality_id = :municipality and batch_id = :batch and state = 'OPEN'
                """, parameters);
        if (left > 0) {
            jdbc.update("""
                    update steering_batch set cancelled_by = :by, cancelled_at = :at, finished_at = :at
                    where municipality_id = :municipality and id = :batch
                    """, parameters);
        }
        return left;
    }

    private List<String> texts(String values) {
        try {
            return values == null ? List.of() : json.readValue(values, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Row batch(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("begun_by"),
                row.getTimestamp("begun_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("refused"),
                row.getInt("left_out"),
                row.getInt("open"));
    }
}
