package de.kreislaufstadt.monitoring.workload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts open, due and overdue tasks: now, and at the end of each of the last twelve weeks. */
@Component
class Workloads {

    /** A task is due if its last day is today or one of so many days after it. */
    static final int DUE_WITHIN = 6;

    /** Weeks that the page looks back. */
    static final int WEEKS = 12;

    private static final ZoneId CITY_TIME = ZoneId.of("Europe/Berlin");

    /** Stands for all departments together. */
    static final String ALL = "*";

    /** What was open when a week ended. */
    private static final String AT_THE_END = """
            select case when grouping(department) = 1 then '*' else coalesce(department, '') end as department,
                   count(*) as open_tasks,
                   count(*) filter (where due between :monday and cast(:monday as date) + 6) as due_tasks,
                   count(*) filter (where due < :monday) as overdue_tasks
            from monitored_task
            where municipality_id = :municipality and opened_at < :end and (ended_at is null or ended_at >= :end)
            group by grouping sets ((department), ())
            """;

    private final JdbcClient jdbc;

    Workloads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param department key; empty for tasks of no department, {@link #ALL} for all together
     * @param open tasks that wait for somebody, those that are due and overdue included
     * @param due those whose last day is the day itself or one of the six after it
     * @param overdue those whose last day is over
     */
    record Load(String department, int open, int due, int overdue) {}

    /** An open task that somebody holds. */
    record HeldTask(String id, LocalDate due) {}

    /** @param week Monday after the end of the week */
    record Week(LocalDate week, Load load) {}

    /** @return by department, those without open tasks are missing */
    List<Load> now(String municipality, LocalDate today) {
        return jdbc.sql("""
                        select coalesce(department, '') as department, count(*) as open_tasks,
                               count(*) filter (where due between :today and cast(:today as date) + 6) as due_tasks,
                               count(*) filter (where due < :today) as overdue_tasks
                        from monitored_task
                        where municipality_id = :municipality and ended_at is null
                        group by department
                        """)
                .param("municipality", municipality)
                .param("today", today)
                .query((row, i) -> load(row))
                .list();
    }

    /** @return the open tasks of these departments that somebody has taken */
    List<HeldTask> held(String municipality, Collection<String> departments) {
        return jdbc.sql("""
                        select task_id, due from monitored_task
                        where municipality_id = :municipality and ended_at is null and held and department in (:departments)
                        """)
                .param("municipality", municipality)
                .param("departments", departments)
                .query((row, i) -> new HeldTask(row.getString("task_id"), row.getObject("due", LocalDate.class)))
                .list();
    }

    /**
     * Weeks that have ended, the oldest first; those that nobody has written down yet are worked out.
     *
     * @param departments keys; {@link #ALL} for the sum
     */
    List<Week> weeks(String municipality, LocalDate today, Collection<String> departments) {
        Set<String> wanted = new HashSet<>(departments);
        Set<LocalDate> missing = missing(municipality, today);
        List<Week> weeks = new ArrayList<>(jdbc.sql("""
                        select week, department, open_tasks, due_tasks, overdue_tasks from workload_week
                        where municipality_id = :municipality and week >= :first and department in (:departments)
                        """)
                .param("municipality", municipality)
                .param("first", monday(today).minusWeeks(WEEKS - 1L))
                .param("departments", wanted)
                .query((row, i) -> new Week(row.getObject("week", LocalDate.class), load(row)))
                .list());
        missing.forEach(monday -> atTheEnd(municipality, monday).stream()
                .filter(load -> wanted.contains(load.department()))
                .forEach(load -> weeks.add(new Week(monday, load))));
        weeks.sort(Comparator.comparing(Week::week)
                .thenComparing(week -> week.load().department()));
        return weeks;
    }

    /**
     * Writes down the weeks that have ended since it was done last, twelve at most. Who comes second finds nothing left to write.
     *
     * @return rows written
     */
    @Transactional
    public int writeDown(String municipality, LocalDate today) {
        return missing(municipality, today).stream()
                .mapToInt(monday -> jdbc.sql("""
                                insert into workload_week
                                    (municipality_id, week, department, open_tasks, due_tasks, overdue_tasks)
                                select :municipality, :monday, department, open_tasks, due_tasks, overdue_tasks
                                from (%s) loads order by department
                                on conflict do nothing
                                """.formatted(AT_THE_END))
                        .params(endOf(municipality, monday))
                        .update())
                .sum();
    }

    private List<Load> atTheEnd(String municipality, LocalDate monday) {
        return jdbc.sql(AT_THE_END)
                .params(endOf(municipality, monday))
                .query((row, i) -> load(row))
                .list();
    }

    /** @return the Mondays after weeks that nobody has written down */
    private Set<LocalDate> missing(String municipality, LocalDate today) {
        LocalDate last = monday(today);
        Set<LocalDate> missing = new TreeSet<>();
        for (int back = 0; back < WEEKS; back++) {
            missing.add(last.minusWeeks(back));
        }
        jdbc.sql(
                        "select week from workload_week where municipality_id = :municipality and week >= :first and department = '*'")
                .param("municipality", municipality)
                .param("first", last.minusWeeks(WEEKS - 1L))
                .query(LocalDate.class)
                .list()
                .forEach(missing::remove);
        return missing;
    }

    private static Map<String, Object> endOf(String municipality, LocalDate monday) {
        return Map.of(
                "municipality",
                municipality,
                "monday",
                monday,
                "end",
                monday.atStartOfDay(CITY_TIME).toOffsetDateTime());
    }

    private static Load load(ResultSet row) throws SQLException {
        return new Load(
                row.getString("department"),
                row.getInt("open_tasks"),
                row.getInt("due_tasks"),
                row.getInt("overdue_tasks"));
    }

    /** @return the Monday that begins the week of the day */
    static LocalDate monday(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
