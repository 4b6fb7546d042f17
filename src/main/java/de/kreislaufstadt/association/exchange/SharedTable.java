package de.kreislaufstadt.association.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.association.exchange.SharedContent.Kind;
import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.ModelComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What cities share, and what was taken over. */
@Repository
class SharedTable {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    SharedTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Something shared. @param item id of what it is a copy of */
    record Shared(UUID id, String municipality, Kind kind, UUID item, SharedContent content, Instant sharedAt) {}

    /** What is looked for; null or empty for everything. */
    record Search(Kind kind, ModelComponent component, CircularField field, String words) {}

    /** What was taken over, by somebody of the city. */
    record Taken(String municipality, UUID shared, String title, String from, UUID measure, UUID result, String by) {}

    /** @return what these cities share now, the newest first, at most 200 */
    List<Shared> find(Collection<String> cities, Search search) {
        if (cities.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select * from shared_item
                        where withdrawn_at is null and municipality_id in (:cities)
                          and (cast(:kind as text) is null or kind = :kind)
                          and (cast(:component as text) is null or jsonb_exists(content -> 'components', :component))
                          and (cast(:field as text) is null or jsonb_exists(content -> 'fields', :field))
                          and (cast(:words as text) is null
                               or exists (select from jsonb_path_query(content, '$.**') said
                                          where jsonb_typeof(said) = 'string'
                                            and position(lower(:words) in lower(said #>> '{}')) > 0))
                        order by shared_at desc, id limit :most
                        """)
                .param("cities", cities)
                .param("kind", name(search.kind()), Types.VARCHAR)
                .param("component", name(search.component()), Types.VARCHAR)
                .param("field", name(search.field()), Types.VARCHAR)
                .param("words", search.words(), Types.VARCHAR)
                .param("most", MOST)
                .query((row, index) -> shared(row))
                .list();
    }

    /** @return one that is shared now by one of these cities */
    Optional<Shared> find(Collection<String> cities, UUID id) {
        return cities.isEmpty()
                ? Optional.empty()
                : jdbc.sql(
                                "select * from shared_item where id = :id and withdrawn_at is null and municipality_id in (:cities)")
                        .param("id", id)
                        .param("cities", cities)
                        .query((row, index) -> shared(row))
                        .optional();
    }

    /** @return false if it is shared already */
    boolean share(Shared shared, String by) {
        return jdbc.sql("""
                                insert into shared_item (id, municipality_id, kind, item_id, title, content, shared_by, shared_at)
                                values (:id, :municipality, :kind, :item, :title, cast(:content as jsonb), :by, :at)
                                on conflict do nothing
                                """)
                        .param("id", shared.id())
                        .param("municipality", shared.municipality())
                        .param("kind", shared.kind().name())
                        .param("item", shared.item())
                        .param("title", shared.content().title())
                        .param("content", written(shared.content()))
                        .param("by", by)
                        .param("at", Timestamp.from(shared.sharedAt()))
                        .update()
                == 1;
    }

    /** @return false if it was withdrawn meanwhile */
    boolean withdraw(String municipality, UUID id, String by, Instant now) {
        return jdbc.sql("""
                                update shared_item set withdrawn_by = :by, withdrawn_at = :now
                                where municipality_id = :municipality and id = :id and withdrawn_at is null
                                """)
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .param("municipality", municipality)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return false if it was taken over into this measure before */
    boolean take(Taken taken) {
        return jdbc.sql("""
                                insert into taken_item (id, municipality_id, shared_id, title, taken_from, measure_id, result_id, taken_by)
                                values (:id, :municipality, :shared, :title, :from, :measure, :result, :by)
                                on conflict do nothing
                                """)
                        .param("id", UUID.randomUUID())
                        .param("municipality", taken.municipality())
                        .param("shared", taken.shared())
                        .param("title", taken.title())
                        .param("from", taken.from())
                        .param("measure", taken.measure())
                        .param("result", taken.result())
                        .param("by", taken.by())
                        .update()
                == 1;
    }

    private Shared shared(ResultSet row) throws SQLException {
        return new Shared(
                row.getObject("id", UUID.class),
                row.getString("municipality_id"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("item_id", UUID.class),
                read(row.getString("content")),
                row.getTimestamp("shared_at").toInstant());
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private String written(SharedContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is shared cannot be written", e);
        }
    }

    private SharedContent read(String content) {
        try {
            return json.readValue(content, SharedContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is shared cannot be read", e);
        }
    }
}
