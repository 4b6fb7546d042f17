package de.kreislaufstadt.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The columns of a schema that hold free text or the id of an account, as the database itself describes them. */
public final class TextColumns {

    /**
     * Keys, references, values that a check confines to a list or pattern, and columns that the database makes of others are no
     * text somebody has written.
     */
    private static final String COLUMNS = """
            select c.table_name, c.column_name,
                   case c.data_type when 'ARRAY' then 'text[]' when 'character varying' then 'varchar' else c.data_type end as type,
                   exists (select from pg_constraint k
                           where k.conrelid = format('%I.%I', c.table_schema, c.table_name)::regclass
                             and a.attnum = any(k.conkey)
                             and (k.contype in ('p', 'f')
                                  or k.contype = 'c' and (pg_get_constraintdef(k.oid) ~ '~|= ANY|<@'))) as fixed
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            join pg_attribute a on a.attrelid = format('%I.%I', c.table_schema, c.table_name)::regclass
                and a.attname = c.column_name
            where c.table_schema = :schema and t.table_type = 'BASE TABLE' and a.attgenerated = ''
              and (c.data_type in ('text', 'character varying', 'json', 'jsonb') or c.udt_name = '_text')
              and exists (select from information_schema.columns m
                          where m.table_schema = c.table_schema and m.table_name = c.table_name
                            and m.column_name = :municipality)
            order by c.table_name, c.ordinal_position
            """;

    private static final String KEYS = """
            select r.relname as table_name, a.attname as column_name
            from pg_constraint k join pg_class r on r.oid = k.conrelid
            join pg_attribute a on a.attrelid = r.oid and a.attnum = any(k.conkey)
            where k.contype = 'p' and k.connamespace = cast(:schema as regnamespace)
            order by r.relname, array_position(k.conkey, a.attnum)
            """;

    private static final String PARENTS = """
            select table_name, min(column_name) as parent from information_schema.columns
            where table_schema = :schema and column_name in (:parents) group by table_name
            """;

    /** How a row leads to its measure, by the column that says so. */
    private static final Map<String, String> MEASURES = Map.of(
            "measure_id", "t.measure_id",
            "workshop_id",
                    "(select w.measure_id from kreislaufstadt.workshop w"
                            + " where w.municipality_id = t.municipality_id and w.id = t.workshop_id)",
            "document_id",
                    "(select d.measure_id from kreislaufstadt.document d"
                            + " where d.municipality_id = t.municipality_id and d.id = t.document_id)");

    private final NamedParameterJdbcTemplate jdbc;
    private final String schema;
    private final String municipality;
    private final Predicate<String> isUser;
    private final Predicate<String> isText;

    /**
     * @param municipality column with the municipality; tables without are left out
     * @param isUser whether a column of this name holds the id of an account
     * @param isText whether a column of this name may hold what somebody has written, unless the schema confines it
     */
    public TextColumns(
            NamedParameterJdbcTemplate jdbc,
            String schema,
            String municipality,
            Predicate<String> isUser,
            Predicate<String> isText) {
        this.jdbc = jdbc;
        this.schema = schema;
        this.municipality = municipality;
        this.isUser = isUser;
        this.isText = isText;
    }

    /**
     * A table with such columns.
     *
     * @param keys columns of its primary key
     * @param texts columns of free text
     * @param users columns with ids of accounts
     * @param measure SQL that gives the measure of a row called {@code t}
     */
    public record Table(
            String name,
            List<String> keys,
            Map<String, String> types,
            List<String> texts,
            List<String> users,
            String measure) {

        String key(String alias) {
            return keys.stream().map(key -> alias + "." + key + "::text").collect(Collectors.joining(" || '|' || "));
        }

        String typeOf(String column) {
            return types.get(column);
        }
    }

    /** @return condition on the rows of the municipality */
    String own(String alias) {
        return alias + "." + municipality + " = :municipality";
    }

    List<Table> tables() {
        MapSqlParameterSource values =
                new MapSqlParameterSource("schema", schema).addValue("municipality", municipality);
        Map<String, List<String>> keys = new LinkedHashMap<>();
        jdbc.query(KEYS, values, row -> {
            keys.computeIfAbsent(row.getString("table_name"), table -> new ArrayList<>())
                    .add(row.getString("column_name"));
        });
        Map<String, String> measures = new LinkedHashMap<>();
        jdbc.query(PARENTS, values.addValue("parents", MEASURES.keySet()), row -> {
            measures.put(row.getString("table_name"), MEASURES.get(row.getString("parent")));
        });
        Map<String, Table> tables = new LinkedHashMap<>();
        jdbc.query(COLUMNS, values, row -> {
            String name = row.getString("table_name");
            String column = row.getString("column_name");
            if (!keys.containsKey(name) || column.equals(municipality)) {
                return;
            }
            Table table = tables.computeIfAbsent(
                    name,
                    table2 -> new Table(
                            schema + "." + name,
                            keys.get(name),
                            new LinkedHashMap<>(),
                            new ArrayList<>(),
                            new ArrayList<>(),
                            measures.getOrDefault(name, "null::uuid")));
            table.types().put(column, row.getString("type"));
            if (isUser.test(column)) {
                table.users().add(column);
            } else if (!row.getBoolean("fixed") && isText.test(column)) {
                table.texts().add(column);
            }
        });
        return List.copyOf(tables.values());
    }
}
