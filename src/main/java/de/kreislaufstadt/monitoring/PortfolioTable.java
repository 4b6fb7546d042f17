package de.kreislaufstadt.monitoring;

import de.kreislaufstadt.monitoring.Asked.Going;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** What is asked of the portfolio, as statements: made of constants of this class, never of what somebody typed. */
@Repository
class PortfolioTable {

    static final ZoneId CITY = ZoneId.of("Europe/Berlin");

    private static final String RUNS =
            "p.state not in ('PAUSED', 'DEFERRED', 'COMPLETED', 'REJECTED', 'CANCELLED', 'MERGED')";
    private static final String OVERDUE = RUNS + " and p.next_due < :today";
    private static final String DECISION = RUNS + " and p.decision_due";
    private static final String PAUSED = "p.state = 'PAUSED'";

    /** Few are stuck: they are looked up by their numbers, and not each measure among them. */
    private static final String STUCK = """
            (p.municipality_id, p.measure_id) in (
                select m.municipality_id, m.id
                from unnest(cast(:stuckCities as text[]), cast(:stuckNumbers as text[])) s (city, number)
                join measure m on m.municipality_id = s.city and m.number = s.number
                where m.municipality_id in (:municipalities))""";

    private static final String MEASURES = " from monitored_measure p ";
    private static final String WHERE = " where p.municipality_id in (:municipalities)";
    private static final String FROM = MEASURES + WHERE;

    /** Names of departments to sort by: joined, since a question for each of ten thousand measures costs more than all names. */
    private static final String NAMED = """
             left join (select municipality_id, key, lower(name) as name from department
                        where municipality_id in (:municipalities)) d
                on d.municipality_id = p.municipality_id and d.key =\s""";

    /** Counted in one go along the index of the tiles, and only then told apart: few states are left of many measures. */
    private static final String TILES = """
            select coalesce(sum(p.measures), 0), coalesce(sum(p.measures) filter (where %1$s), 0),
                   coalesce(sum(p.late) filter (where %1$s), 0), coalesce(sum(p.measures) filter (where %2$s), 0),
                   coalesce(sum(p.measures) filter (where %3$s), 0)
            from (select p.state, p.decision_due, count(*) as measures,
                         count(*) filter (where p.next_due < :today) as late
                  %4$s
                  group by p.state, p.decision_due) p
            """;

    private static final String COUNTERMEASURE = """
            select from countermeasure c
            where c.municipality_id = p.municipality_id and c.measure_id = p.measure_id and c.state = 'RUNNING'""";

    private static final String COLUMNS = """
            select p.municipality_id, p.measure_id, p.number, p.title, p.field_of_action, p.lead, p.state, p.phase, p.since,
                   p.planned_until, p.next_task, p.next_department, p.next_held, p.next_due, p.open_tasks, p.decision_due,
                   (select f.label from field_of_action f
                    where f.municipality_id = p.municipality_id and f.code = p.field_of_action) as field_label,
                   exists (%s) as countered, %s
            """.formatted(COUNTERMEASURE, Exposure.COLUMN);

    /** So many rows at a time travel from the database to an export, however many there are. */
    private static final int FETCHED = 500;

    private final NamedParameterJdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate streaming;

    PortfolioTable(NamedParameterJdbcTemplate jdbc, DataSource source) {
        this.jdbc = jdbc;
        JdbcTemplate slowly = new JdbcTemplate(source);
        slowly.setFetchSize(FETCHED);
        this.streaming = new NamedParameterJdbcTemplate(slowly);
    }

    /**
     * A measure as the projection has it; keys, no words.
     *
     * @param countered whether a countermeasure runs
     * @param exposure how it stands with the public
     */
    record Line(
            String municipality,
            UUID measure,
            String number,
            String title,
            String field,
            String lead,
            String state,
            String phase,
            LocalDate since,
            LocalDate plannedUntil,
            String nextTask,
            String nextDepartment,
            boolean held,
            LocalDate due,
            int openTasks,
            boolean decisionDue,
            boolean countered,
            Exposure.Shown exposure) {

        boolean runs() {
            return switch (state) {
                case "PAUSED", "DEFERRED", "COMPLETED", "REJECTED", "CANCELLED", "MERGED" -> false;
                default -> true;
            };
        }
    }

    /**
     * Figures of the tiles.
     *
     * @param all measures that the person sees, whatever their state
     */
    record Tiles(long all, long running, long overdue, long decision, long paused, long stuck) {}

    /** @param stuck {@code <municipality> <number>} of the measures that cannot go on */
    Tiles tiles(Sight sight, LocalDate today, Collection<String> stuck) {
        MapSqlParameterSource parameters = parameters(sight, today, stuck);
        return jdbc.queryForObject(
                TILES.formatted(RUNS, DECISION, PAUSED, FROM + visible(sight, parameters)),
                parameters,
                (row, i) -> new Tiles(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        stuck(sight, stuck, today)));
    }

    private long stuck(Sight sight, Collection<String> stuck, LocalDate today) {
        if (stuck.isEmpty()) {
            return 0;
        }
        MapSqlParameterSource parameters = parameters(sight, today, stuck);
        return jdbc.queryForObject(
                "select count(*)" + FROM + " and " + STUCK + visible(sight, parameters), parameters, Long.class);
    }

    long count(Sight sight, Asked asked, LocalDate today, Collection<String> stuck) {
        MapSqlParameterSource parameters = parameters(sight, today, stuck);
        return jdbc.queryForObject(
                "select count(*)" + FROM + visible(sight, parameters) + filters(asked, parameters),
                parameters,
                Long.class);
    }

    /** @return the rows of one page */
    List<Line> page(Sight sight, Asked asked, LocalDate today, Collection<String> stuck) {
        MapSqlParameterSource parameters = parameters(sight, today, stuck)
                .addValue("size", asked.size())
                .addValue("before", (long) (asked.page() - 1) * asked.size());
        return jdbc.query(
                COLUMNS + from(asked) + visible(sight, parameters) + filters(asked, parameters) + order(asked)
                        + " limit :size offset :before",
                parameters,
                (row, i) -> line(row));
    }

    /** Gives every row that fits to somebody who does not keep it; has to run in a transaction. */
    void each(Sight sight, Asked asked, LocalDate today, Collection<String> stuck, Consumer<Line> taker) {
        MapSqlParameterSource parameters = parameters(sight, today, stuck);
        // Whoever downloads it may be slow, and holds nobody up.
        streaming.getJdbcOperations().execute("set local idle_in_transaction_session_timeout to 0");
        streaming.query(
                COLUMNS + from(asked) + visible(sight, parameters) + filters(asked, parameters) + order(asked),
                parameters,
                row -> {
                    taker.accept(line(row));
                });
    }

    private static MapSqlParameterSource parameters(Sight sight, LocalDate today, Collection<String> stuck) {
        return new MapSqlParameterSource("municipalities", sight.municipalities())
                .addValue("today", today)
                .addValue("stuckCities", part(stuck, 0))
                .addValue("stuckNumbers", part(stuck, 1));
    }

    /** @return the municipalities (0) or the numbers (1) */
    private static String[] part(Collection<String> stuck, int position) {
        return stuck.stream().map(one -> one.split(" ", 2)[position]).toArray(String[]::new);
    }

    private static String visible(Sight sight, MapSqlParameterSource parameters) {
        if (sight.measures() == null) {
            return "";
        }
        parameters.addValue("visible", sight.measures().toArray(UUID[]::new));
        return " and p.measure_id = any(:visible)";
    }

    private static String filters(Asked asked, MapSqlParameterSource parameters) {
        List<String> filters = new ArrayList<>();
        if (asked.field() != null) {
            filters.add("p.field_of_action = :field");
            parameters.addValue("field", asked.field());
        }
        if (asked.department() != null) {
            filters.add("""
                    (p.lead = :department or exists (
                        select from monitored_task t where t.municipality_id = p.municipality_id and t.measure_id = p.measure_id
                          and t.ended_at is null and t.department = :department))""");
            parameters.addValue("department", asked.department());
        }
        if (asked.phase() != null) {
            filters.add("p.phase = :phase");
            parameters.addValue("phase", asked.phase());
        }
        if (asked.state() != null) {
            filters.add(asked.state() == Going.RUNNING ? RUNS : "p.state = :state");
            parameters.addValue("state", asked.state().name());
        }
        if (asked.countered()) {
            filters.add("exists (" + COUNTERMEASURE + ")");
        }
        if (asked.exposure() != null) {
            filters.add(asked.exposure().filter());
        }
        if (asked.tile() != null) {
            filters.add(
                    switch (asked.tile()) {
                        case RUNNING -> RUNS;
                        case OVERDUE -> OVERDUE;
                        case DECISION -> DECISION;
                        case PAUSED -> PAUSED;
                        case STUCK -> STUCK;
                    });
        }
        int position = 0;
        for (String word :
                asked.words().isEmpty() ? new String[0] : asked.words().split("\\s+")) {
            String name = "word" + position++;
            filters.add("position(:" + name + " in p.search) > 0");
            parameters.addValue(name, word);
        }
        return filters.isEmpty() ? "" : " and " + String.join(" and ", filters);
    }

    private static String from(Asked asked) {
        return switch (asked.sort()) {
            case LEAD -> MEASURES + NAMED + "p.lead" + WHERE;
            case DEPARTMENT -> MEASURES + NAMED + "p.next_department" + WHERE;
            default -> FROM;
        };
    }

    private static String order(Asked asked) {
        String way = asked.descending() ? " desc" : " asc";
        String column = switch (asked.sort()) {
            case NUMBER -> "p.number_order" + way;
            case TITLE -> "lower(p.title)" + way;
            case PHASE -> PHASES + way;
            case LEAD -> "d.name" + way;
            case DEPARTMENT -> "d.name" + way + " nulls last";
            case DUE -> "p.next_due" + way + " nulls last";
            // Many days mean an early beginning.
            case DAYS -> "p.since" + (asked.descending() ? " asc" : " desc");
        };
        return " order by " + column + ", p.number_order";
    }

    private static final String PHASES = """
            array_position(array['PROPOSED', 'UNDER_REVIEW', 'DEFERRED', 'REJECTED', 'DECIDED', 'KNOWLEDGE', 'STATUS_QUO', 'WORKSHOPS',
                                 'STARTER_PROJECTS', 'IMPLEMENTATION', 'EVALUATION', 'COMPLETED', 'PAUSED', 'MERGED',
                                 'CANCELLED'], p.phase)""";

    private static Line line(ResultSet row) throws SQLException {
        String label = row.getString("field_label");
        return new Line(
                row.getString("municipality_id"),
                row.getObject("measure_id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                label == null ? row.getString("field_of_action") : label,
                row.getString("lead"),
                row.getString("state"),
                row.getString("phase"),
                LocalDate.ofInstant(row.getTimestamp("since").toInstant(), CITY),
                row.getObject("planned_until", LocalDate.class),
                row.getString("next_task"),
                row.getString("next_department"),
                row.getBoolean("next_held"),
                row.getObject("next_due", LocalDate.class),
                row.getInt("open_tasks"),
                row.getBoolean("decision_due"),
                row.getBoolean("countered"),
                Exposure.read(row.getString("exposure")));
    }
}
