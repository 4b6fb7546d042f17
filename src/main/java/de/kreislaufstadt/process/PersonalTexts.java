package de.kreislaufstadt.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.process.TextColumns.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Every text of a schema in which somebody may have written of a person, and every column that holds the id of an account:
 * found by looking at the schema, so that a new table needs nobody to remember it. Where a name, an address or a number
 * stands literally it is replaced; an id stays, since it leads to nobody once the account is gone.
 */
public final class PersonalTexts implements PersonalData {

    /** Replaces whatever gives a person away. */
    public static final String MARK = "[gelöscht]";

    /** Never longer than what it replaces, so that no text outgrows its column. */
    private static final String SHORT_MARK = "[…]";

    private static final int MOST = 5000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> COLUMNS = new TypeReference<>() {};

    private final NamedParameterJdbcTemplate jdbc;
    private final TextColumns schema;

    public PersonalTexts(NamedParameterJdbcTemplate jdbc, TextColumns schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    @Override
    public String kind() {
        return "texts";
    }

    @Override
    public Set<String> tables() {
        return Set.of();
    }

    /** @return where it looks */
    public List<Table> searched() {
        return schema.tables();
    }

    /** After the tables that know whose their rows are. */
    @Override
    public int order() {
        return 50;
    }

    @Override
    public List<Found> find(String municipality, Identity person) {
        List<Found> found = new ArrayList<>();
        List<String> telling = person.telling();
        for (Table table : schema.tables()) {
            if (!telling.isEmpty() && !table.texts().isEmpty()) {
                found.addAll(rows(
                        municipality,
                        table,
                        table.texts(),
                        "%s ilike any(:terms)",
                        patterns(telling),
                        Effect.REPLACED));
            }
            if (!person.users().isEmpty() && !table.users().isEmpty()) {
                found.addAll(rows(
                        municipality,
                        table,
                        table.users(),
                        "lower(%s) = any(:terms)",
                        person.lower(Identity.Sort.USER),
                        Effect.PSEUDONYM));
            }
        }
        return found;
    }

    private List<Found> rows(
            String municipality, Table table, List<String> columns, String match, List<String> terms, Effect effect) {
        List<String> shown = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        for (String column : columns) {
            String condition = match.formatted("t." + column + "::text");
            conditions.add(condition);
            shown.add("'%s', case when %s then t.%s::text end".formatted(column, condition, column));
        }
        String sql =
                "select %s as row_key, %s as measure, jsonb_strip_nulls(jsonb_build_object(%s))::text as content from %s t where %s and (%s) order by 1 %s"
                        .formatted(
                                table.key("t"),
                                table.measure(),
                                String.join(", ", shown),
                                table.name(),
                                schema.own("t"),
                                String.join(" or ", conditions),
                                effect == Effect.PSEUDONYM ? "limit " + MOST : "");
        MapSqlParameterSource values =
                new MapSqlParameterSource("municipality", municipality).addValue("terms", terms.toArray(String[]::new));
        return jdbc.query(
                sql,
                values,
                (row, number) -> new Found(
                        kind(),
                        table.name(),
                        row.getString("row_key"),
                        row.getObject("measure", UUID.class),
                        effect,
                        null,
                        null,
                        columns(row.getString("content")),
                        Map.of()));
    }

    @Override
    public int delete(String municipality, Identity person, Found found) {
        if (found.effect() != Effect.REPLACED) {
            return 0;
        }
        Table table = schema.tables().stream()
                .filter(candidate -> candidate.name().equals(found.table()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No texts in " + found.table()));
        List<String> telling = person.telling();
        MapSqlParameterSource values =
                new MapSqlParameterSource("municipality", municipality).addValue("row", found.row());
        for (int i = 0; i < telling.size(); i++) {
            values.addValue("term" + i, literally(telling.get(i)))
                    .addValue("mark" + i, telling.get(i).length() < MARK.length() ? SHORT_MARK : MARK);
        }
        List<String> changes = table.texts().stream()
                .filter(found.content()::containsKey)
                .map(column -> "%s = %s".formatted(column, without(column, table.typeOf(column), telling.size())))
                .toList();
        return jdbc.update(
                "update %s t set %s where %s and %s = :row"
                        .formatted(table.name(), String.join(", ", changes), schema.own("t"), table.key("t")),
                values);
    }

    private static String without(String column, String type, int terms) {
        String text = "t." + column + "::text";
        for (int i = 0; i < terms; i++) {
            text = "regexp_replace(" + text + ", :term" + i + ", :mark" + i + ", 'gi')";
        }
        return text + "::" + type;
    }

    private static List<String> patterns(List<String> telling) {
        return telling.stream()
                .map(term -> "%" + term.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }

    /** A regular expression of PostgreSQL that matches just this. */
    private static String literally(String term) {
        return term.replaceAll("([^\\p{L}\\p{N}\\s])", "\\\\$1");
    }

    private static Map<String, Object> columns(String content) {
        try {
            return JSON.readValue(content, COLUMNS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database gives valid JSON", e);
        }
    }
}
