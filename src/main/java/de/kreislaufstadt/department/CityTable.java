package de.kreislaufstadt.department;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Municipalities, their units and settings in the database. */
@Repository
class CityTable {

    private static final String ASSOCIATION = "ASSOCIATION";
    private static final String MODERATION = "moderation";
    private static final String OPEN_TASKS_PER_PERSON = "openTasksPerPerson";
    private static final String TEXTS =
            "select kind as name, content as value from municipal_text where municipality_id = :municipality";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    CityTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<String> ids() {
        return jdbc.sql("select id from municipality order by id")
                .query(String.class)
                .list();
    }

    /** @return the same without the association */
    List<String> cities() {
        return jdbc.sql("select id from municipality where kind = 'CITY' order by id")
                .query(String.class)
                .list();
    }

    Optional<String> association() {
        return jdbc.sql("select id from municipality where kind = 'ASSOCIATION'")
                .query(String.class)
                .optional();
    }

    Optional<City> find(String municipality) {
        return jdbc.sql(
                        "select name, official_key, federal_state, paper_number_pattern, valid_until, kind from municipality where id = :id")
                .param("id", municipality)
                .query((row, number) -> city(municipality, row))
                .optional();
    }

    private City city(String municipality, ResultSet row) throws SQLException {
        return new City(
                municipality,
                row.getString("name"),
                row.getString("official_key"),
                FederalState.valueOf(row.getString("federal_state")),
                row.getString("paper_number_pattern"),
                closingDays(municipality),
                units(municipality),
                settings(municipality, Setting.WORKING_DAYS, Integer::valueOf),
                settings(municipality, Setting.ROUTING, Function.identity()),
                settings(municipality, Setting.RECURRENCE, Function.identity()),
                ReminderSettings.read(settings(municipality, Setting.REMINDERS, Function.identity())),
                row.getObject("valid_until", LocalDate.class),
                settings(municipality, Setting.SCORE_WEIGHTS, Integer::valueOf),
                settings(municipality, Setting.RETENTION, Function.identity()),
                MunicipalLook.read(settings(municipality, Setting.LOOK, Function.identity())),
                settings(municipality, Setting.MONITORING, Boolean::valueOf).getOrDefault(OPEN_TASKS_PER_PERSON, false),
                new PublicPage(
                        settings(municipality, Setting.PUBLIC_PAGE, Function.identity()),
                        pairs(TEXTS, municipality, Function.identity())),
                settings(municipality, Setting.VISIBILITY, Function.identity()),
                ASSOCIATION.equals(row.getString("kind")),
                ASSOCIATION.equals(settings(municipality, Setting.WORKSHOPS, Function.identity())
                        .get(MODERATION)));
    }

    private Map<LocalDate, String> closingDays(String municipality) {
        Map<LocalDate, String> days = new HashMap<>();
        jdbc.sql("select day, reason from closing_day where municipality_id = :municipality")
                .param("municipality", municipality)
                .query((ResultSet row) -> {
                    days.put(row.getObject("day", LocalDate.class), row.getString("reason"));
                });
        return days;
    }

    private Map<String, City.Unit> units(String municipality) {
        Map<String, Set<String>> roles = new HashMap<>();
        jdbc.sql("select department, role from department_role where municipality_id = :municipality")
                .param("municipality", municipality)
                .query((ResultSet row) -> {
                    roles.computeIfAbsent(row.getString("department"), key -> new HashSet<>())
                            .add(row.getString("role"));
                });
        Map<String, City.Unit> units = new LinkedHashMap<>();
        jdbc.sql("""
                        select key, name, valid_from, valid_until, successor, mailbox, parent
                          from department where municipality_id = :municipality order by key
                        """).param("municipality", municipality).query((ResultSet row) -> {
            String key = row.getString("key");
            units.put(key, unit(key, roles.getOrDefault(key, Set.of()), row));
        });
        return units;
    }

    private static City.Unit unit(String key, Set<String> roles, ResultSet row) throws SQLException {
        return new City.Unit(
                key,
                row.getString("name"),
                roles,
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("successor"),
                row.getString("mailbox"),
                row.getString("parent"));
    }

    private <T> Map<String, T> settings(String municipality, Setting kind, Function<String, T> type) {
        return pairs(
                "select name, value from municipality_setting where municipality_id = :municipality and kind = '" + kind
                        + "'",
                municipality,
                type);
    }

    private <T> Map<String, T> pairs(String sql, String municipality, Function<String, T> type) {
        Map<String, T> pairs = new HashMap<>();
        jdbc.sql(sql).param("municipality", municipality).query((ResultSet row) -> {
            pairs.put(row.getString("name"), type.apply(row.getString("value")));
        });
        return pairs;
    }

    /**
     * Makes the database say what the city says. Units it does not name end the day before; nothing of them is deleted.
     * Where the database says so already, nothing is written.
     *
     * @return whether something was
     */
    boolean save(City city, LocalDate today) {
        if (find(city.id()).map(held -> saysTheSame(held, city, today)).orElse(false)) {
            return false;
        }
        saveMunicipality(city);
        saveUnits(city);
        endUnitsMissingIn(city, today);
        replace(
                city,
                "closing_day",
                "day, reason",
                city.closingDays().entrySet().stream()
                        .map(day -> row(city, "day", day.getKey(), "reason", day.getValue()))
                        .toList());
        replace(city, "department_role", "department, role", roles(city));
        replace(city, "municipality_setting", "kind, name, value", settings(city));
        replace(
                city,
                "municipal_text",
                "kind, content",
                city.publicPage().texts().entrySet().stream()
                        .map(text -> row(city, "kind", text.getKey(), "content", text.getValue()))
                        .toList());
        return true;
    }

    private static boolean saysTheSame(City held, City wanted, LocalDate today) {
        Map<String, City.Unit> known = new HashMap<>(held.units());
        known.keySet().retainAll(wanted.units().keySet());
        boolean othersHaveEnded = held.units().values().stream()
                .allMatch(unit -> known.containsKey(unit.key())
                        || unit.hasEndedBy(today) && unit.roles().isEmpty());
        return othersHaveEnded && held.withUnits(known).equals(wanted);
    }

    private void saveMunicipality(City city) {
        jdbc.sql("""
                        insert into municipality (id, name, official_key, federal_state, paper_number_pattern,
                                                  valid_until, kind)
                        values (:id, :name, :key, :state, :pattern, :until, :kind)
                        on conflict (id) do update set name = excluded.name, official_key = excluded.official_key,
                               federal_state = excluded.federal_state, paper_number_pattern = excluded.paper_number_pattern,
                               valid_until = excluded.valid_until
                        """)
                .param("id", city.id())
                .param("kind", city.association() ? ASSOCIATION : "CITY")
                .param("name", city.name())
                .param("key", city.officialKey())
                .param("state", city.federalState().name())
                .param("until", city.validUntil())
                .param("pattern", city.paperNumberPattern())
                .update();
    }

    private void saveUnits(City city) {
        batch(
                """
                insert into department (municipality_id, key, name, valid_from, valid_until, successor, mailbox,
                                        parent)
                values (:municipality, :key, :name, :from, :until, :successor, :mailbox, :parent)
                on conflict (municipality_id, key) do update set name = excluded.name, valid_from = excluded.valid_from,
                       valid_until = excluded.valid_until, successor = excluded.successor, mailbox = excluded.mailbox,
                       parent = excluded.parent
                """,
                city.units().values().stream()
                        .map(unit -> row(
                                city,
                                "key",
                                unit.key(),
                                "name",
                                unit.name(),
                                "from",
                                unit.validFrom(),
                                "until",
                                unit.validUntil(),
                                "successor",
                                unit.successor(),
                                "mailbox",
                                unit.mailbox(),
                                "parent",
                                unit.parent()))
                        .toList());
    }

    private void endUnitsMissingIn(City city, LocalDate today) {
        jdbc.sql("""
                        update department set valid_until = greatest(valid_from, cast(:yesterday as date))
                         where municipality_id = :municipality and key not in (:keys)
                           and (valid_until is null or valid_until > :yesterday)
                        """)
                .param("municipality", city.id())
                .param("keys", city.units().keySet())
                .param("yesterday", today.minusDays(1))
                .update();
    }

    private static List<Map<String, Object>> roles(City city) {
        List<Map<String, Object>> rows = new ArrayList<>();
        city.units()
                .values()
                .forEach(unit ->
                        unit.roles().forEach(role -> rows.add(row(city, "department", unit.key(), "role", role))));
        return rows;
    }

    private static List<Map<String, Object>> settings(City city) {
        List<Map<String, Object>> rows = new ArrayList<>();
        city.workingDays().forEach((name, days) -> rows.add(setting(city, Setting.WORKING_DAYS, name, days)));
        city.routing().forEach((name, role) -> rows.add(setting(city, Setting.ROUTING, name, role)));
        city.recurrence().forEach((name, cycle) -> rows.add(setting(city, Setting.RECURRENCE, name, cycle)));
        city.reminders().texts().forEach((name, text) -> rows.add(setting(city, Setting.REMINDERS, name, text)));
        city.scoreWeights().forEach((name, weight) -> rows.add(setting(city, Setting.SCORE_WEIGHTS, name, weight)));
        city.retention().forEach((name, period) -> rows.add(setting(city, Setting.RETENTION, name, period)));
        city.look().texts().forEach((name, text) -> rows.add(setting(city, Setting.LOOK, name, text)));
        city.publicPage().settings().forEach((name, text) -> rows.add(setting(city, Setting.PUBLIC_PAGE, name, text)));
        city.visibility().forEach((name, level) -> rows.add(setting(city, Setting.VISIBILITY, name, level)));
        if (city.moderatedByAssociation()) {
            rows.add(setting(city, Setting.WORKSHOPS, MODERATION, ASSOCIATION));
        }
        if (city.openTasksPerPerson()) {
            rows.add(setting(city, Setting.MONITORING, OPEN_TASKS_PER_PERSON, true));
        }
        return rows;
    }

    private static Map<String, Object> setting(City city, Setting kind, String name, Object value) {
        return row(city, "kind", kind.name(), "name", name, "value", value.toString());
    }

    private void replace(City city, String table, String columns, List<Map<String, Object>> rows) {
        jdbc.sql("delete from " + table + " where municipality_id = :municipality")
                .param("municipality", city.id())
                .update();
        String parameters = ":" + columns.replace(", ", ", :");
        batch(
                "insert into %s (municipality_id, %s) values (:municipality, %s)".formatted(table, columns, parameters),
                rows);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void batch(String sql, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(sql, rows.toArray(new Map[0]));
        }
    }

    private static Map<String, Object> row(City city, Object... namesAndValues) {
        Map<String, Object> row = new HashMap<>();
        row.put("municipality", city.id());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    private enum Setting {
        WORKING_DAYS,
        ROUTING,
        RECURRENCE,
        REMINDERS,
        SCORE_WEIGHTS,
        RETENTION,
        LOOK,
        MONITORING,
        PUBLIC_PAGE,
        VISIBILITY,
        WORKSHOPS
    }
}
