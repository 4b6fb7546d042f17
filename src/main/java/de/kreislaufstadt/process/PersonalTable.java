package de.kreislaufstadt.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.process.Identity.Sort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * A table with columns by which a person is recognised: what the person may be told and have corrected or deleted, and what
 * goes by itself on the row's day {@code delete_on}, unless a block holds it.
 */
public final class PersonalTable implements PersonalData, RetentionRule {

    private static final int AT_ONCE = 500;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> COLUMNS = new TypeReference<>() {};

    /** People of no city have one row for all: it is a city's business as long as they belong to it. */
    private static final String MEMBER =
            "%s in (select m.user_id_ from camunda.act_id_tenant_member m" + " where m.tenant_id_ = :municipality)";

    private static final String MEMBER_ELSEWHERE = "exists (select from camunda.act_id_tenant_member m"
            + " where m.user_id_ = t.%s and m.tenant_id_ <> :municipality)";

    private final NamedParameterJdbcTemplate jdbc;
    private final String kind;
    private final String table;
    private final Map<String, Sort> people = new LinkedHashMap<>();
    private final Map<String, Sort> correctable = new LinkedHashMap<>();
    private final List<String> naming = new ArrayList<>();
    private String key = "id";
    private String account;
    private String measure = "null::uuid";
    private String emptied;
    private Effect effect = Effect.DELETED;
    private boolean dated = true;

    private PersonalTable(NamedParameterJdbcTemplate jdbc, String kind, String table) {
        this.jdbc = jdbc;
        this.kind = kind;
        this.table = table;
    }

    /**
     * @param kind key of what the table holds, see {@link PersonalData#kind()}
     * @return a table whose rows have the key {@code id}, go as a whole and have a day {@code delete_on}
     */
    public static PersonalTable of(NamedParameterJdbcTemplate jdbc, String kind, String table) {
        return new PersonalTable(jdbc, kind, table);
    }

    /** Names a column with what recognises a person, which they may have corrected unless it is an id. */
    public PersonalTable with(String column, Sort sort) {
        people.put(column, sort);
        if (sort != Sort.USER && sort != Sort.OTHER) {
            correctable.put(column, sort);
        }
        return this;
    }

    /** Names SQL that finds a person's name in a row, beside the columns of names; the row is called {@code t}. */
    public PersonalTable naming(String sql) {
        naming.add(sql);
        return this;
    }

    /** @return columns that hold a person's name */
    public Set<String> columnsOfNames() {
        return correctable.entrySet().stream()
                .filter(column -> column.getValue() == Sort.NAME)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Collection<String> names(String municipality) {
        String selects = Stream.concat(columnsOfNames().stream().map(column -> "t." + column), naming.stream())
                .map(name -> "select " + name + " as name from " + table + " t where " + own())
                .collect(Collectors.joining(" union "));
        return selects.isEmpty()
                ? Set.of()
                : jdbc.queryForList(
                        "select name from (" + selects + ") said where name is not null",
                        new MapSqlParameterSource("municipality", municipality),
                        String.class);
    }

    /** Names SQL that recognises the person through another table; the row is called {@code t}. */
    public PersonalTable through(String sql, Sort sort) {
        people.put(sql, sort);
        return this;
    }

    /** The column that holds the key of a row, instead of {@code id}. */
    public PersonalTable key(String column) {
        this.key = column;
        return this;
    }

    /** SQL that gives a row's measure; the row is called {@code t}. */
    public PersonalTable measure(String sql) {
        this.measure = sql;
        return this;
    }

    /** On its day, and when the person is deleted, this column is emptied and the rest of the row stays as proof. */
    public PersonalTable emptied(String column) {
        this.emptied = column;
        this.effect = Effect.EMPTIED;
        return this;
    }

    /** Rows have no day of their own: they go with something else. */
    public PersonalTable undated() {
        this.dated = false;
        return this;
    }

    /** The table has no municipality: a row belongs to those whose member the account in this column is, and goes with the last. */
    public PersonalTable ofAccount(String column) {
        this.account = column;
        this.dated = false;
        return with(column, Sort.USER);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Set<String> tables() {
        return Set.of(table);
    }

    @Override
    public boolean hasDays() {
        return dated;
    }

    @Override
    public boolean deletes() {
        return emptied == null;
    }

    @Override
    public List<Found> find(String municipality, Identity person) {
        MapSqlParameterSource values = new MapSqlParameterSource("municipality", municipality);
        String condition = recognised(person, values);
        if (condition.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                "select t.%s::text as row_key, (%s) as measure, to_jsonb(t)::text as content, %s as delete_on, %s as elsewhere from %s t where %s and (%s) order by 1"
                        .formatted(
                                key,
                                measure,
                                dated ? "t.delete_on" : "null::date",
                                account == null ? "false" : MEMBER_ELSEWHERE.formatted(account),
                                table,
                                own(),
                                condition),
                values,
                (row, number) -> found(row));
    }

    private Found found(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("delete_on", LocalDate.class);
        Found found = new Found(
                kind,
                table,
                row.getString("row_key"),
                row.getObject("measure", UUID.class),
                effect,
                null,
                day,
                columns(row.getString("content")),
                correctable);
        return row.getBoolean("elsewhere") ? found.kept("elsewhere") : found;
    }

    @Override
    public int delete(String municipality, Identity person, Found found) {
        String change = emptied == null ? "delete from %s t" : "update %s t set " + emptied + " = null";
        return jdbc.update(
                change.formatted(table) + " where " + own() + " and t." + key + "::text = :row",
                row(municipality, found));
    }

    @Override
    public int correct(String municipality, Found found, String field, String value) {
        if (!correctable.containsKey(field)) {
            return 0;
        }
        return jdbc.update(
                "update %s t set %s = :value where %s and t.%s::text = :row".formatted(table, field, own(), key),
                row(municipality, found).addValue("value", value));
    }

    @Override
    public int forget(String municipality, LocalDate today) {
        String change = emptied == null ? "delete from " + table : "update " + table + " set " + emptied + " = null";
        return jdbc.update(
                change + " where municipality_id = :municipality and " + key + " in (select t." + key + " from " + table
                        + " t where " + due() + " and not " + DataBlocks.hold(kind, measure, people())
                        + " order by t.delete_on, t." + key + " limit :most for update of t skip locked)",
                values(municipality, today).addValue("most", AT_ONCE));
    }

    @Override
    public int heldBack(String municipality, LocalDate today) {
        Integer held = jdbc.queryForObject(
                "select count(*) from " + table + " t where " + due() + " and "
                        + DataBlocks.hold(kind, measure, people()),
                values(municipality, today),
                Integer.class);
        return held == null ? 0 : held;
    }

    private String due() {
        return "t.municipality_id = :municipality and t.delete_on <= :today"
                + (emptied == null ? "" : " and t." + emptied + " is not null");
    }

    private static MapSqlParameterSource values(String municipality, LocalDate today) {
        return new MapSqlParameterSource("municipality", municipality).addValue("today", today);
    }

    private static MapSqlParameterSource row(String municipality, Found found) {
        return new MapSqlParameterSource("municipality", municipality).addValue("row", found.row());
    }

    private String own() {
        return account == null ? "t.municipality_id = :municipality" : MEMBER.formatted("t." + account);
    }

    /** @return SQL by which a person is recognised in a row called {@code t} */
    public Map<String, Sort> people() {
        return people.entrySet().stream()
                .collect(Collectors.toMap(entry -> qualified(entry.getKey()), Map.Entry::getValue));
    }

    private static String qualified(String column) {
        return column.startsWith("(") ? column : "t." + column;
    }

    private String recognised(Identity person, MapSqlParameterSource values) {
        List<String> conditions = new ArrayList<>();
        people.forEach((column, sort) -> {
            if (!person.of(sort).isEmpty()) {
                String lower = "lower(" + qualified(column) + ")";
                conditions.add(
                        sort == Sort.NAME
                                ? "exists (select from unnest(:NAME) n where position(n in " + lower + ") > 0)"
                                : lower + " = any(:" + sort + ")");
                values.addValue(sort.name(), person.lower(sort).toArray(String[]::new));
            }
        });
        return String.join(" or ", conditions);
    }

    private static Map<String, Object> columns(String content) {
        try {
            return JSON.readValue(content, COLUMNS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database gives valid JSON", e);
        }
    }
}
