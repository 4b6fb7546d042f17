package de.kreislaufstadt.monitoring;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.monitoring.PortfolioTable.Line;
import de.kreislaufstadt.monitoring.PortfolioTable.Tiles;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.StepNames;
import de.kreislaufstadt.process.StuckMeasures;
import de.kreislaufstadt.rights.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All measures that a person may see, as managers look at them: where each stands, what comes next, with whom, until when. */
@Component
class Portfolio {

    private final PortfolioTable table;
    private final StuckMeasures processes;
    private final MeasureDirectory measures;
    private final DepartmentDirectory departments;
    private final Municipalities municipalities;
    private final StepNames steps;
    private final Clock clock;
    private final Texts texts = Texts.of("monitoring");
    private final Texts states = Texts.of("measure");

    Portfolio(
            PortfolioTable table,
            StuckMeasures processes,
            MeasureDirectory measures,
            DepartmentDirectory departments,
            Municipalities municipalities,
            StepNames steps,
            Clock clock) {
        this.table = table;
        this.processes = processes;
        this.measures = measures;
        this.departments = departments;
        this.municipalities = municipalities;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * A measure in words.
     *
     * @param municipality its name
     * @param municipalityId for those who belong to several: numbers are unique within one only
     * @param step name of the step that is due first; null where none waits
     * @param department whose step it is
     * @param held whether somebody has taken it
     * @param due last day of the step
     * @param days since the measure came into its state
     * @param exposureText how it stands with the public, in words
     * @param instance engine's id of its running process; null where none runs, or nobody has asked
     */
    record Row(
            String municipality,
            String municipalityId,
            String number,
            String title,
            String field,
            String phase,
            String phaseLabel,
            String state,
            String stateLabel,
            String lead,
            String step,
            String department,
            boolean held,
            LocalDate due,
            int openTasks,
            Light.Colour light,
            String lightText,
            long days,
            Exposure exposure,
            String exposureText,
            String instance) {}

    /**
     * One page of the portfolio.
     *
     * @param total how many measures fit, on all pages
     */
    record Page(LocalDate today, Tiles tiles, long total, int page, int size, List<Row> rows) {}

    /** @throws FormRefused if the person belongs to no such municipality */
    @Transactional(readOnly = true)
    public Page page(Login who, Asked asked) {
        Sight sight = sight(who, asked.municipality());
        if (sight.municipalities().isEmpty()) {
            return new Page(today(), new Tiles(0, 0, 0, 0, 0, 0), 0, 1, asked.size(), List.of());
        }
        LocalDate today = today();
        Set<String> stuck = stuck(sight);
        List<Line> lines = table.page(sight, asked, today, stuck);
        Map<String, String> instances = new HashMap<>();
        sight.municipalities()
                .forEach(municipality -> processes
                        .instances(
                                municipality,
                                lines.stream()
                                        .filter(line -> line.municipality().equals(municipality))
                                        .map(Line::number)
                                        .toList())
                        .forEach((number, instance) -> instances.put(municipality + " " + number, instance)));
        Words words = new Words();
        Tiles tiles = table.tiles(sight, today, stuck);
        return new Page(
                today,
                tiles,
                asked.narrows() ? table.count(sight, asked, today, stuck) : tiles.all(),
                asked.page(),
                asked.size(),
                lines.stream()
                        .map(line -> row(line, stuck, today, words, instances.get(key(line))))
                        .toList());
    }

    /** @throws FormRefused if the person belongs to no such municipality */
    void check(Login who, Asked asked) {
        sight(who, asked.municipality());
    }

    /** Gives every row that fits to somebody who writes it down at once; none is kept. */
    @Transactional(readOnly = true)
    public void each(Login who, Asked asked, Consumer<Row> taker) {
        Sight sight = sight(who, asked.municipality());
        if (sight.municipalities().isEmpty()) {
            return;
        }
        LocalDate today = today();
        Set<String> stuck = stuck(sight);
        Words words = new Words();
        table.each(sight, asked, today, stuck, line -> taker.accept(row(line, stuck, today, words, null)));
    }

    /** @throws FormRefused if the person belongs to no such municipality */
    private Sight sight(Login who, String municipality) {
        if (municipality != null && !who.tenants().contains(municipality)) {
            throw FormRefused.at("municipality", "monitoring.wrong.municipality");
        }
        List<String> all = municipality == null ? who.tenants() : List.of(municipality);
        if (Role.of(who.groups(), who.tenants()).stream().anyMatch(Role::looksEverywhere)) {
            return new Sight(all, null);
        }
        List<UUID> own = all.stream()
                .flatMap(city -> measures.visibleTo(city, departments.departmentsOf(city, who.groups())).stream())
                .filter(row -> !"READER".equals(row.role()))
                .map(MeasureDirectory.Row::id)
                .toList();
        return new Sight(all, own);
    }

    private Set<String> stuck(Sight sight) {
        Set<String> stuck = new HashSet<>();
        sight.municipalities().forEach(city -> processes.stuck(city).forEach(number -> stuck.add(city + " " + number)));
        return stuck;
    }

    private Row row(Line line, Set<String> stuck, LocalDate today, Words words, String instance) {
        Light light = Light.of(line, stuck.contains(key(line)), today, texts);
        return new Row(
                words.municipality(line.municipality()),
                line.municipality(),
                line.number(),
                line.title(),
                line.field(),
                line.phase(),
                states.get("measure.state." + line.phase()),
                line.state(),
                states.get("measure.state." + line.state()),
                words.department(line.municipality(), line.lead()),
                line.nextTask() == null ? null : words.step(line.nextTask()),
                line.nextDepartment() == null ? null : words.department(line.municipality(), line.nextDepartment()),
                line.held(),
                line.due(),
                line.openTasks(),
                light.colour(),
                light.text(),
                Math.max(0, ChronoUnit.DAYS.between(line.since(), today)),
                line.exposure().state(),
                line.exposure().text(texts),
                instance);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PortfolioTable.CITY);
    }

    private static String key(Line line) {
        return line.municipality() + " " + line.number();
    }

    /** Names that a list asks for again and again. */
    private final class Words {

        private final Map<String, String> municipalityNames = new HashMap<>();
        private final Map<String, String> departmentNames = new HashMap<>();
        private final Map<String, String> stepNames = new HashMap<>();

        String municipality(String id) {
            return municipalityNames.computeIfAbsent(id, municipalities::nameOf);
        }

        String department(String municipality, String key) {
            return departmentNames.computeIfAbsent(
                    municipality + " " + key,
                    any -> departments.nameOf(municipality, departments.currentOf(municipality, key)));
        }

        String step(String key) {
            return stepNames.computeIfAbsent(key, steps::nameOf);
        }
    }
}
