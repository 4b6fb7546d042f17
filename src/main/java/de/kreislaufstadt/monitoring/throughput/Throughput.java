package de.kreislaufstadt.monitoring.throughput;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.monitoring.throughput.Counts.Duration;
import de.kreislaufstadt.monitoring.throughput.TimeRows.Step;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.StepNames;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The page Durchlauf: figures of steps, phases and departments, as far as they say nothing about single people. */
@Component
class Throughput {

    private static final ZoneId CITY_TIME = ZoneId.of("Europe/Berlin");
    private static final Counts NOTHING = new Counts();
    private static final int MEDIAN = 50;
    private static final int NINETY = 90;

    /** States in the order of a measure's life; others are not shown. */
    private static final List<String> PHASES = List.of(
            "PROPOSED",
            "UNDER_REVIEW",
            "DECIDED",
            "KNOWLEDGE",
            "STATUS_QUO",
            "WORKSHOPS",
            "STARTER_PROJECTS",
            "IMPLEMENTATION",
            "EVALUATION");

    private final TimeRows rows;
    private final PhaseTimes phases;
    private final UnitSizes sizes;
    private final DepartmentDirectory departments;
    private final StepNames names;
    private final Clock clock;
    private final Texts texts = Texts.of("times");

    Throughput(
            TimeRows rows,
            PhaseTimes phases,
            UnitSizes sizes,
            DepartmentDirectory departments,
            StepNames names,
            Clock clock) {
        this.rows = rows;
        this.phases = phases;
        this.sizes = sizes;
        this.departments = departments;
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param since first day that counts
     * @param steps by process and task
     * @param phases in the order of a measure's life
     * @param departments those shown alone by name, then the others together
     */
    record Page(LocalDate since, List<StepTimes> steps, List<PhaseRow> phases, List<DepartmentTimes> departments) {}

    /**
     * Median and the value that nine of ten do not exceed.
     *
     * @param median null where nothing was counted
     */
    record Spread(Duration median, Duration ninety) {}

    /**
     * @param done how many tasks were completed
     * @param whole from the task's begin until it was done
     * @param waiting until somebody took it
     * @param working from then on
     * @param withDeadline how many of the tasks had a deadline
     * @param inTime how many of those were done in time
     */
    record Times(long done, Spread whole, Spread waiting, Spread working, long withDeadline, long inTime) {}

    /** @param times null where fewer than five people stand behind them */
    record StepTimes(String process, String processName, String task, String name, Times times) {}

    record PhaseRow(String state, String name, long measures, Spread times) {}

    /**
     * @param key null for the row of those that are not shown alone
     * @param units how many departments the row holds
     * @param times null where fewer than five people stand behind them
     */
    record DepartmentTimes(String key, String name, int units, Times times) {}

    /** @param months so many months, the current one included */
    Page page(String municipality, int months) {
        LocalDate since =
                LocalDate.now(clock.withZone(CITY_TIME)).withDayOfMonth(1).minusMonths(months - 1L);
        Map<String, Integer> people = sizes.of(municipality);
        TimeRows.Read read = rows.since(municipality, since);
        return new Page(
                since, steps(read, people), phases(municipality, since), departments(municipality, read, people));
    }

    private List<StepTimes> steps(TimeRows.Read read, Map<String, Integer> people) {
        return read.steps().entrySet().stream()
                .map(entry -> {
                    Step step = entry.getKey();
                    Set<String> doers = read.doers().getOrDefault(step, Set.of());
                    return new StepTimes(
                            step.process(),
                            texts.getOr("times.process." + step.process(), step.process()),
                            step.task(),
                            names.nameOf(step.task()),
                            SmallUnits.enough(doers, people) ? times(entry.getValue()) : null);
                })
                .toList();
    }

    private List<PhaseRow> phases(String municipality, LocalDate since) {
        Map<String, Counts> left = phases.since(municipality, since);
        return PHASES.stream()
                .filter(left::containsKey)
                .map(state -> new PhaseRow(
                        state,
                        texts.get("times.state." + state),
                        left.get(state).all(),
                        spread(left.get(state))))
                .toList();
    }

    private List<DepartmentTimes> departments(String municipality, TimeRows.Read read, Map<String, Integer> people) {
        SmallUnits.Shown shown = SmallUnits.of(read.departments().keySet(), people);
        List<DepartmentTimes> list = new ArrayList<>(shown.alone().stream()
                .map(key -> new DepartmentTimes(
                        key,
                        departments.nameOf(municipality, key),
                        1,
                        times(read.departments().get(key))))
                .sorted(Comparator.comparing(DepartmentTimes::name))
                .toList());
        if (!shown.together().isEmpty()) {
            list.add(new DepartmentTimes(
                    null,
                    texts.get("times.others"),
                    shown.together().size(),
                    shown.togetherShown() ? times(together(read, shown.together())) : null));
        }
        return list;
    }

    private static Map<String, Counts> together(TimeRows.Read read, List<String> keys) {
        Map<String, Counts> sum = new HashMap<>();
        keys.forEach(key -> read.departments()
                .get(key)
                .forEach((kind, counts) ->
                        sum.computeIfAbsent(kind, missing -> new Counts()).addAll(counts)));
        return sum;
    }

    private static Times times(Map<String, Counts> counts) {
        Counts late = counts.getOrDefault("LATE", NOTHING);
        return new Times(
                counts.getOrDefault("DONE", NOTHING).all(),
                spread(counts.get("WHOLE")),
                spread(counts.get("WAITING")),
                spread(counts.get("WORKING")),
                late.all(),
                late.at(0));
    }

    private static Spread spread(Counts counts) {
        return counts == null
                ? new Spread(null, null)
                : new Spread(counts.percentile(MEDIAN), counts.percentile(NINETY));
    }
}
