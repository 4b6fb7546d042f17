package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.imports.ImportRun.Stage;
import de.kreislaufstadt.process.RetentionPeriods;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What administrators do with the imports of a city; the work itself is done in the background. */
@Service
@Transactional
class ImportDesk {

    /** A contract has three files; a city's own table one. */
    static final int MOST_FILES = 10;

    private static final int LONGEST_NAME = 180;

    private static final Set<Stage> CAN_BE_PLANNED = Set.of(Stage.OPEN, Stage.REFUSED, Stage.PLANNED, Stage.FAILED);
    private static final Set<Stage> WORKING = Set.of(Stage.PLANNING, Stage.APPLYING);

    private final ImportViews views;
    private final Imports imports;
    private final RunTable runs;
    private final FileTable files;
    private final BackgroundImports background;
    private final RetentionPeriods periods;
    private final Clock clock;

    ImportDesk(
            ImportViews views,
            Imports imports,
            RunTable runs,
            FileTable files,
            BackgroundImports background,
            RetentionPeriods periods,
            Clock clock) {
        this.views = views;
        this.imports = imports;
        this.runs = runs;
        this.files = files;
        this.background = background;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * Begins an import, to which files are handed over then.
     *
     * @throws FormRefused if something that is said about it is missing or wrong
     */
    UUID begin(String municipality, ImportOptions said, String user) {
        views.requireCity(municipality);
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
        ImportRun run = views.find(municipality, id);
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
        views.find(municipality, id);
        if (files.names(municipality, id).isEmpty()) {
            throw FormRefused.at("file", "form.required");
        }
        move(municipality, id, CAN_BE_PLANNED, Stage.PLANNING, "imports.run.notNow");
        if (encoding != null) {
            runs.declare(municipality, id, encoding);
        }
    }

    /**
     * Has it applied in the background, as it was planned.
     *
     * @throws ImportRefused if another import of the municipality is being applied, here or on the command line
     */
    void apply(String municipality, UUID id, String user) {
        views.find(municipality, id);
        runs.endDead(municipality);
        try {
            move(municipality, id, Set.of(Stage.PLANNED), Stage.APPLYING, "imports.run.notPlanned");
        } catch (DuplicateKeyException e) {
            throw ImportRefused.notNow("imports.run.another");
        }
        runs.appliedBy(municipality, id, user);
    }

    /** Ends it: at once if nothing is being done, else after the row that is being worked on. */
    void stop(String municipality, UUID id) {
        ImportRun run = views.find(municipality, id);
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

    /** Line breaks part the names of files, and no name carries a path. */
    private static String plain(String name) {
        String last = name.strip().replaceAll("[\\p{Cntrl}]", " ").replaceAll(".*[/\\\\]", "");
        String usual = last.isBlank() ? "datei" : last;
        return usual.length() > LONGEST_NAME ? usual.substring(usual.length() - LONGEST_NAME) : usual;
    }
}
