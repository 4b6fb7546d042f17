package de.kreislaufstadt.department;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Lifecycles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes a municipality for good: every row of every table that names it, found by looking at the database, so that no
 * table can be forgotten. Only after its last day, and only when no measure runs.
 */
@Component
class MunicipalityDeletion {

    private static final Logger LOG = LoggerFactory.getLogger(MunicipalityDeletion.class);

    private final Cities cities;
    private final MunicipalityDesk desk;
    private final MunicipalityRegister register;
    private final Accounts accounts;
    private final Lifecycles lifecycles;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MunicipalityDeletion(
            Cities cities,
            MunicipalityDesk desk,
            MunicipalityRegister register,
            Accounts accounts,
            Lifecycles lifecycles,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cities = cities;
        this.desk = desk;
        this.register = register;
        this.accounts = accounts;
        this.lifecycles = lifecycles;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param confirm the id once more
     * @return number of our rows that were deleted
     */
    @Transactional
    public int delete(String municipality, String confirm) {
        register.lock();
        City city = cities.find(municipality).orElseThrow(MunicipalityRefused::unknown);
        desk.refuseConfigured(municipality);
        List<String> running = lifecycles.running(municipality);
        if (!running.isEmpty()) {
            throw new MunicipalityRefused(
                    HttpStatus.CONFLICT, "municipality.running", running.size(), String.join(", ", running));
        }
        if (!city.hasEndedBy(LocalDate.now(clock))) {
            throw new MunicipalityRefused(HttpStatus.CONFLICT, "municipality.notEnded");
        }
        if (!municipality.equals(confirm)) {
            throw new MunicipalityRefused(HttpStatus.BAD_REQUEST, "municipality.confirm", municipality);
        }
        int rows = 0;
        for (String table : inOrderOfDeletion()) {
            if ("municipality".equals(table)) {
                // Nobody may delete from the log of actions, unless nothing is left of what it is about.
                jdbc.sql("select forget_audit(:municipality)")
                        .param("municipality", municipality)
                        .query(Long.class)
                        .single();
            }
            String column = "municipality".equals(table) ? "id" : "municipality_id";
            rows += jdbc.sql("delete from " + table + " where " + column + " = :municipality")
                    .param("municipality", municipality)
                    .update();
        }
        accounts.removeTenant(municipality);
        // Last, since the engine writes a log about what it was asked to delete.
        lifecycles.forget(municipality);
        cities.forget();
        events.publishEvent(new MunicipalityDeleted(municipality));
        LOG.info("Kommune {} gelöscht: {} Einträge", municipality, rows);
        return rows;
    }

    /** @return names of all tables with a column municipality_id, each before those that it refers to */
    private List<String> inOrderOfDeletion() {
        Set<String> tables = new HashSet<>(jdbc.sql("""
                        select c.table_name from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where c.table_schema = current_schema() and c.column_name = 'municipality_id'
                           and t.table_type = 'BASE TABLE' and c.table_name not like 'audit\\_%'
                        union select 'municipality'
                        """).query(String.class).list());
        Map<String, Set<String>> referredBy = new LinkedHashMap<>();
        tables.forEach(table -> referredBy.put(table, new HashSet<>()));
        jdbc.sql("""
                        select conrelid::regclass::text as child, confrelid::regclass::text as parent
                          from pg_constraint where contype = 'f' and conrelid <> confrelid
                        """).query(row -> {
            String parent = row.getString("parent");
            if (tables.contains(parent) && tables.contains(row.getString("child"))) {
                referredBy.get(parent).add(row.getString("child"));
            }
        });
        List<String> order = new ArrayList<>();
        while (!referredBy.isEmpty()) {
            List<String> free = referredBy.entrySet().stream()
                    .filter(entry -> order.containsAll(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle: " + referredBy.keySet());
            }
            order.addAll(free);
            referredBy.keySet().removeAll(free);
        }
        return order;
    }
}
