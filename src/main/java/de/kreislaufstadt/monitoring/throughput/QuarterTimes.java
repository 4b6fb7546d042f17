package de.kreislaufstadt.monitoring.throughput;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.monitoring.throughput.Counts.Duration;
import de.kreislaufstadt.monitoring.throughput.TimeRows.Read;
import de.kreislaufstadt.monitoring.throughput.TimeRows.Step;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.StepNames;
import de.kreislaufstadt.publication.TimesOfQuarter;
import de.kreislaufstadt.released.TimeFacts;
import de.kreislaufstadt.released.TimeFacts.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * How long steps took in a quarter, for everybody to read. What fewer than five people have done, or was done less than five times, has
 * a row without figures: that there is something is no secret.
 */
@Component
class QuarterTimes implements TimesOfQuarter {

    /** Fewer of them could be told apart by who knows one. */
    private static final long FEWEST = 5;

    private static final int MONTHS = 3;
    private static final int MEDIAN = 50;
    private static final int NINETY = 90;
    private static final int HOURS = 24;
    private static final Counts NOTHING = new Counts();

    private final TimeRows rows;
    private final PhaseTimes phases;
    private final UnitSizes sizes;
    private final DepartmentDirectory departments;
    private final StepNames names;
    private final Texts texts = Texts.of("times");

    QuarterTimes(TimeRows rows, PhaseTimes phases, UnitSizes sizes, DepartmentDirectory departments, StepNames names) {
        this.rows = rows;
        this.phases = phases;
        this.sizes = sizes;
        this.departments = departments;
        this.names = names;
    }

    @Override
    public TimeFacts of(String municipality, LocalDate from) {
        return ReadersLanguage.in(Locale.GERMAN, () -> facts(municipality, from));
    }

    private TimeFacts facts(String municipality, LocalDate from) {
        LocalDate next = from.plusMonths(MONTHS);
        Map<String, Integer> people = sizes.of(municipality);
        Read read = rows.between(municipality, from, next);
        List<Row> all = new ArrayList<>();
        read.steps().forEach((step, counts) -> all.add(step(step, counts, read, people)));
        phases.between(municipality, from, next)
                .forEach((state, counts) -> all.add(row(
                        new Head("PHASE", null, state, texts.getOr("times.state." + state, state), 1),
                        Map.of("DONE", counts, "WHOLE", counts),
                        true)));
        departments(municipality, read, people, all);
        return new TimeFacts(from, next.minusDays(1), null, all);
    }

    private record Head(String kind, String process, String key, String name, int units) {}

    private Row step(Step step, Map<String, Counts> counts, Read read, Map<String, Integer> people) {
        Set<String> doers = read.doers().getOrDefault(step, Set.of());
        return row(
                new Head("STEP", step.process(), step.task(), names.nameOf(step.task()), doers.size()),
                counts,
                SmallUnits.enough(doers, people));
    }

    private void departments(String municipality, Read read, Map<String, Integer> people, List<Row> all) {
        SmallUnits.Shown shown = SmallUnits.of(read.departments().keySet(), people);
        shown.alone()
                .forEach(key -> all.add(row(
                        new Head("DEPARTMENT", null, key, departments.nameOf(municipality, key), 1),
                        read.departments().get(key),
                        true)));
        if (!shown.together().isEmpty()) {
            Map<String, Counts> sum = new HashMap<>();
            shown.together()
                    .forEach(key -> read.departments()
                            .get(key)
                            .forEach((kind, counts) -> sum.computeIfAbsent(kind, missing -> new Counts())
                                    .addAll(counts)));
            all.add(row(
                    new Head(
                            "DEPARTMENT",
                            null,
                            "other",
                            texts.get("times.others"),
                            shown.together().size()),
                    sum,
                    shown.togetherShown()));
        }
    }

    private static Row row(Head head, Map<String, Counts> counts, boolean mayBeShown) {
        Counts done = counts.getOrDefault("DONE", NOTHING);
        if (!mayBeShown || done.all() < FEWEST) {
            return new Row(
                    head.kind(), head.process(), head.key(), head.name(), head.units(), null, null, null, null, null);
        }
        Counts whole = counts.getOrDefault("WHOLE", NOTHING);
        Counts late = counts.getOrDefault("LATE", NOTHING);
        boolean deadlines = late.all() >= FEWEST;
        return new Row(
                head.kind(),
                head.process(),
                head.key(),
                head.name(),
                head.units(),
                Math.toIntExact(done.all()),
                hours(whole.percentile(MEDIAN)),
                hours(whole.percentile(NINETY)),
                deadlines ? Integer.valueOf(Math.toIntExact(late.all())) : null,
                deadlines ? Integer.valueOf(Math.toIntExact(late.at(0))) : null);
    }

    private static Integer hours(Duration duration) {
        if (duration == null) {
            return null;
        }
        return "DAYS".equals(duration.unit()) ? duration.value() * HOURS : duration.value();
    }
}
