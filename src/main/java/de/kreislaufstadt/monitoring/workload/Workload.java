package de.kreislaufstadt.monitoring.workload;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.monitoring.workload.Workloads.Load;
import de.kreislaufstadt.monitoring.workload.Workloads.Week;
import de.kreislaufstadt.process.DepartmentDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The page Auslastung. */
@Component
class Workload {

    private static final ZoneId CITY_TIME = ZoneId.of("Europe/Berlin");

    private final Workloads workloads;
    private final OpenTasksOfPeople people;
    private final DepartmentDirectory departments;
    private final Clock clock;
    private final Texts texts = Texts.of("times");

    Workload(Workloads workloads, OpenTasksOfPeople people, DepartmentDirectory departments, Clock clock) {
        this.workloads = workloads;
        this.people = people;
        this.departments = departments;
        this.clock = clock;
    }

    /**
     * @param today day of the city that counts as today
     * @param departments the most overdue first
     * @param weeks the oldest first; the last is the one that ended before today
     * @param people those of the departments the reader leads, where the municipality has set it; null for everybody else
     */
    record Page(LocalDate today, List<Row> departments, List<WeekRow> weeks, List<OpenTasksOfPeople.Person> people) {}

    /** @param key null for tasks of no department */
    record Row(String key, String name, int open, int due, int overdue) {}

    /** @param week Monday after the end of the week */
    record WeekRow(LocalDate week, int open, int due, int overdue) {}

    /**
     * @param chosen department whose history is wanted; null for all together
     * @param reader engine user id of who asks
     */
    Page everything(String municipality, String chosen, String reader) {
        LocalDate today = today();
        List<Load> now = workloads.now(municipality, today);
        return new Page(
                today,
                rows(municipality, now),
                weeks(today, workloads.weeks(municipality, today, List.of(chosen == null ? Workloads.ALL : chosen))),
                people.of(municipality, reader, today));
    }

    /**
     * @param own keys of the departments somebody leads
     * @param chosen one of them; null for all of them together
     * @param reader engine user id of who asks
     */
    Page of(String municipality, Collection<String> own, String chosen, String reader) {
        LocalDate today = today();
        List<Load> now = workloads.now(municipality, today).stream()
                .filter(load -> own.contains(load.department()))
                .toList();
        Collection<String> wanted = chosen == null ? own : List.of(chosen);
        return new Page(
                today,
                rows(municipality, now),
                weeks(today, wanted.isEmpty() ? List.of() : workloads.weeks(municipality, today, wanted)),
                people.of(municipality, reader, today));
    }

    private List<Row> rows(String municipality, List<Load> loads) {
        return loads.stream()
                .map(load -> new Row(
                        load.department().isEmpty() ? null : load.department(),
                        load.department().isEmpty()
                                ? texts.get("times.noDepartment")
                                : departments.nameOf(municipality, load.department()),
                        load.open(),
                        load.due(),
                        load.overdue()))
                .sorted(Comparator.comparing(Row::overdue)
                        .thenComparing(Row::open)
                        .reversed()
                        .thenComparing(Row::name))
                .toList();
    }

    /** A department without open tasks has no row for the week. */
    private static List<WeekRow> weeks(LocalDate today, List<Week> weeks) {
        LocalDate last = Workloads.monday(today);
        return IntStream.rangeClosed(1, Workloads.WEEKS)
                .mapToObj(number -> sum(last.minusWeeks(Workloads.WEEKS - number), weeks))
                .toList();
    }

    private static WeekRow sum(LocalDate week, List<Week> weeks) {
        List<Load> loads = weeks.stream()
                .filter(one -> one.week().equals(week))
                .map(Week::load)
                .toList();
        return new WeekRow(
                week,
                loads.stream().mapToInt(Load::open).sum(),
                loads.stream().mapToInt(Load::due).sum(),
                loads.stream().mapToInt(Load::overdue).sum());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(CITY_TIME));
    }
}
