package de.kreislaufstadt.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.imports.ImportPlan.Fate;
import de.kreislaufstadt.imports.ImportRun.Stage;
import de.kreislaufstadt.imports.ImportTable.Counts;
import de.kreislaufstadt.imports.ImportTable.Kept;
import de.kreislaufstadt.measure.BudgetRelation;
import de.kreislaufstadt.measure.SpatialScope;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.RetentionPeriods;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What administrators see and do with the imports of a city; the work itself is done in the background. */
@Service
@Transactional
class ImportDesk {

    /** A contract has three files; a city's own table one. */
    static final int MOST_FILES = 10;

    private static final int SHOWN = 30;
    private static final int ROWS = 50;
    private static final int LONGEST_NAME = 180;

    private static final Set<Stage> CAN_BE_PLANNED = Set.of(Stage.OPEN, Stage.REFUSED, Stage.PLANNED, Stage.FAILED);
    private static final Set<Stage> WORKING = Set.of(Stage.PLANNING, Stage.APPLYING);

    private final Municipalities municipalities;
    private final Departments departments;
    private final Imports imports;
    private final RunTable runs;
    private final FileTable files;
    private final ImportTable rows;
    private final KeptReport reports;
    private final BackgroundImports background;
    private final Accounts accounts;
    private final RetentionPeriods periods;
    private final ObjectMapper json;
    private final Clock clock;

    ImportDesk(
            Municipalities municipalities,
            Departments departments,
            Imports imports,
            RunTable runs,
            FileTable files,
            ImportTable rows,
            KeptReport reports,
            BackgroundImports background,
            Accounts accounts,
            RetentionPeriods periods,
            ObjectMapper json,
            Clock clock) {
        this.municipalities = municipalities;
        this.departments = departments;
        this.imports = imports;
        this.runs = runs;
        this.files = files;
        this.rows = rows;
        this.reports = reports;
        this.background = background;
        this.accounts = accounts;
        this.periods = periods;
        this.json = json;
        this.clock = clock;
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

    /** @param next place after which the next rows follow; null if there are none */
    record Rows(List<Kept> rows, Integer next) {}

    @Transactional(readOnly = true)
    public Page page(String municipality) {
        requireCity(municipality);
        List<ImportRun> latest = runs.latest(municipality, SHOWN);
        Map<UUID, Counts> counts =
                rows.counts(municipality, latest.stream().map(ImportRun::id).toList());
        return new Page(
                departments.options(municipality),
                options("measure.state", ReachedPhase.states()),
                options("measure.spatialScope", Arrays.asList(SpatialScope.values())),
                options("measure.budgetRelation", Arrays.asList(BudgetRelation.values())),
                latest.stream().map(run -> shown(run, counts)).toList());
    }

    @Transactional(readOnly = true)
    public Shown run(String municipality, UUID id) {
        return shown(find(municipality, id), rows.counts(municipality, List.of(id)));
    }

    /**
     * @param fate only rows with this fate, null for all
     * @param after only rows after this place
     */
    @Transactional(readOnly = true)
    public Rows rows(String municipality, UUID id, Fate fate, int after) {
        find(municipality, id);
        List<Kept> page = rows.page(municipality, id, fate, after, ROWS + 1);
        boolean more = page.size() > ROWS;
        List<Kept> shown = more ? page.subList(0, ROWS) : page;
        return new Rows(shown, more ? shown.get(ROWS - 1).position() : null);
    }

    @Transactional(readOnly = true)
    public List<KeptReport.Line> row(String municipality, UUID id, int position) {
        find(municipality, id);
        return reports.lines(rows.report(municipality, id, position).orElseThrow(ImportRefused::unknown));
    }

    /** @return what an import has to know of the city */
    @Transactional(readOnly = true)
    public City city(String municipality) {
        requireCity(municipality);
        return imports.city(municipality);
    }

    /**
     * Begins an import, to which files are handed over then.
     *
     * @throws FormRefused if something that is said about it is missing or wrong
     */
    UUID begin(String municipality, ImportOptions said, String user) {
        requireCity(municipality);
        LocalDate today = LocalDate.now(clock);
        ImportSettings settings = said.settings(imports.city(municipality), today);
        UUID id = UUID.randomUUID();
        runs.add(
                id,
                settings,
                said.encoding(),
                user,
                clock.instant(),
                today.plus(periods.of(municipality, ImportRetention.DRAFTS)));
        return id;
    }

    /** Adds a file that lies on disk. @throws FormRefused if there are too many, or it has no name */
    void add(String municipality, UUID id, String name, Path file) {
        ImportRun run = find(municipality, id);
        if (run.stage() != Stage.OPEN) {
            throw ImportRefused.notNow("imports.run.notOpen");
        }
        if (name == null || name.isBlank()) {
            throw FormRefused.at("file", "imports.file.unnamed");
        }
        List<String> names = new ArrayList<>(files.names(municipality, id));
        if (names.size() == MOST_FILES) {
            throw FormRefused.at("file", "imports.file.tooMany", MOST_FILES);
        }
        names.add(plain(name));
        try {
            files.add(municipality, id, names.size(), plain(name), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runs.name(municipality, id, names);
    }

    /**
     * Has it planned in the background.
     *
     * @param encoding encoding of its text files as a person says it is; null if nobody was asked
     */
    void plan(String municipality, UUID id, Encoding encoding) {
        find(municipality, id);
        if (files.names(municipality, id).isEmpty()) {
            throw FormRefused.at("file", "form.required");
        }
        move(municipality, id, CAN_BE_PLANNED, Stage.PLANNING, "imports.run.notNow");
        if (encoding != null) {
            runs.declare(municipality, id, encoding);
        }
    }

    /** Has it applied in the background, as it was planned. */
    void apply(String municipality, UUID id, String user) {
        find(municipality, id);
        move(municipality, id, Set.of(Stage.PLANNED), Stage.APPLYING, "imports.run.notPlanned");
        runs.appliedBy(municipality, id, user);
    }

    /** Ends it: at once if nothing is being done, else after the row that is being worked on. */
    void stop(String municipality, UUID id) {
        ImportRun run = find(municipality, id);
        if (WORKING.contains(run.stage())) {
            runs.wantStop(municipality, id);
        } else if (runs.move(municipality, id, CAN_BE_PLANNED, Stage.STOPPED)) {
            files.remove(municipality, id);
        } else {
            throw ImportRefused.notNow("imports.run.over");
        }
    }

    private void move(String municipality, UUID id, Set<Stage> from, Stage to, String refusal) {
        if (!runs.move(municipality, id, from, to)) {
            throw ImportRefused.notNow(refusal);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                background.wake();
            }
        });
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

    /** Line breaks part the names of files, and no name carries a path. */
    private static String plain(String name) {
        String last = name.strip().replaceAll("[\\p{Cntrl}]", " ").replaceAll(".*[/\\\\]", "");
        String usual = last.isBlank() ? "datei" : last;
        return usual.length() > LONGEST_NAME ? usual.substring(usual.length() - LONGEST_NAME) : usual;
    }

    private ImportRun find(String municipality, UUID id) {
        requireCity(municipality);
        return runs.find(municipality, id).orElseThrow(ImportRefused::unknown);
    }

    private void requireCity(String municipality) {
        if (!municipalities.all().contains(municipality)) {
            throw ImportRefused.unknown();
        }
    }
}
