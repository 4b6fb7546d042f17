package de.kreislaufstadt.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.imports.ImportPlan.Fate;
import de.kreislaufstadt.imports.ImportRun.Stage;
import de.kreislaufstadt.imports.ImportTable.Counts;
import de.kreislaufstadt.imports.ImportTable.Kept;
import de.kreislaufstadt.measure.BudgetRelation;
import de.kreislaufstadt.measure.SpatialScope;
import de.kreislaufstadt.process.Accounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators see of the imports of a city. */
@Service
@Transactional(readOnly = true)
class ImportViews {

    private static final int SHOWN = 30;
    private static final int ROWS = 50;

    private final Municipalities municipalities;
    private final Departments departments;
    private final Imports imports;
    private final RunTable runs;
    private final ImportTable rows;
    private final KeptReport reports;
    private final Accounts accounts;
    private final ObjectMapper json;

    ImportViews(
            Municipalities municipalities,
            Departments departments,
            Imports imports,
            RunTable runs,
            ImportTable rows,
            KeptReport reports,
            Accounts accounts,
            ObjectMapper json) {
        this.municipalities = municipalities;
        this.departments = departments;
        this.imports = imports;
        this.runs = runs;
        this.rows = rows;
        this.reports = reports;
        this.accounts = accounts;
        this.json = json;
    }

    /** What the page offers, and the latest imports. */
    record Page(
            List<Option> departments,
            List<Option> states,
            List<Option> scopes,
            List<Option> budgets,
            List<Shown> runs) {}

    /**
     * An import as the page shows it.
     *
     * @param rows how many rows have each fate
     * @param problems why its files cannot be read
     * @param by name of who began it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            UUID id,
            String document,
            LocalDate asOf,
            List<String> files,
            Stage stage,
            int total,
            int done,
            boolean stopping,
            Map<Fate, Integer> rows,
            int findings,
            List<Trouble> problems,
            String by,
            String appliedBy,
            Instant begunAt,
            Instant finishedAt) {}

    record Trouble(String field, String message) {}

    /** @param title what the file calls the measure; null where it says nothing */
    record Titled(@JsonUnwrapped Kept row, String title) {}

    /** @param next place after which the next rows follow; null if there are none */
    record Rows(List<Titled> rows, Integer next) {}

    Page page(String municipality) {
        requireCity(municipality);
        List<ImportRun> latest = runs.latest(municipality, SHOWN);
        Map<UUID, Counts> counts =
                rows.counts(municipality, latest.stream().map(ImportRun::id).toList());
        return new Page(
                departments.options(municipality),
                options("measure.state", ReachedPhase.usual()),
                options("measure.spatialScope", Arrays.asList(SpatialScope.values())),
                options("measure.budgetRelation", Arrays.asList(BudgetRelation.values())),
                latest.stream().map(run -> shown(run, counts)).toList());
    }

    Shown run(String municipality, UUID id) {
        return shown(find(municipality, id), rows.counts(municipality, List.of(id)));
    }

    /**
     * @param fate only rows with this fate, null for all
     * @param after only rows after this place
     */
    Rows rows(String municipality, UUID id, Fate fate, int after) {
        find(municipality, id);
        List<Kept> page = rows.page(municipality, id, fate, after, ROWS + 1);
        boolean more = page.size() > ROWS;
        List<Kept> shown = more ? page.subList(0, ROWS) : page;
        Map<Integer, String> titles = rows.titles(municipality, id, shown);
        return new Rows(
                shown.stream()
                        .map(row -> new Titled(row, titles.get(row.position())))
                        .toList(),
                more ? shown.get(ROWS - 1).position() : null);
    }

    List<KeptReport.Line> row(String municipality, UUID id, int position) {
        find(municipality, id);
        return reports.lines(rows.report(municipality, id, position).orElseThrow(ImportRefused::unknown));
    }

    /** @return the measures of the city, to be written as a table */
    Iterable<KnownMeasures.Known> measures(City city) {
        return imports.measures(city);
    }

    /** @return what an import has to know of the city */
    City city(String municipality) {
        requireCity(municipality);
        return imports.city(municipality);
    }

    /** @throws ImportRefused if there is no such import of this city */
    ImportRun find(String municipality, UUID id) {
        requireCity(municipality);
        return runs.find(municipality, id).orElseThrow(ImportRefused::unknown);
    }

    void requireCity(String municipality) {
        if (!municipalities.all().contains(municipality)) {
            throw ImportRefused.unknown();
        }
    }

    private Shown shown(ImportRun run, Map<UUID, Counts> counts) {
        Counts count = counts.getOrDefault(run.id(), new Counts(new EnumMap<>(Fate.class), 0));
        return new Shown(
                run.id(),
                run.source().document(),
                run.source().asOf(),
                run.fileNames(),
                run.stage(),
                run.total(),
                run.done(),
                run.stopWanted(),
                count.rows(),
                count.findings(),
                problems(run),
                accounts.nameOf(run.by()),
                run.appliedBy() == null ? null : accounts.nameOf(run.appliedBy()),
                run.begunAt(),
                run.finishedAt());
    }

    private List<Trouble> problems(ImportRun run) {
        if (run.problems() == null) {
            return List.of();
        }
        try {
            List<Trouble> all = new ArrayList<>();
            for (JsonNode problem : json.readTree(run.problems())) {
                all.add(new Trouble(problem.path("field").asText(), reports.words(problem)));
            }
            return all;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database gives valid JSON", e);
        }
    }

    private static List<Option> options(String prefix, Collection<? extends Enum<?>> choices) {
        return choices.stream()
                .map(choice -> new Option(choice.name(), ImportTexts.choice(prefix, choice)))
                .toList();
    }
}
