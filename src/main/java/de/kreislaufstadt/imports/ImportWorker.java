package de.kreislaufstadt.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.imports.ImportPlan.Row;
import de.kreislaufstadt.imports.ImportRun.Stage;
import de.kreislaufstadt.imports.ImportTable.Kept;
import de.kreislaufstadt.process.RetentionPeriods;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans and applies imports, each row of which is applied in a transaction of its own. What a node leaves undone because it is
 * stopped or dies, another one goes on with: rows that are done stay done. Applying reads the files anew and carries a row out
 * only if it still would do what somebody has looked at.
 */
@Component
class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    /** Rows between two signs that the import goes on. */
    private static final int ROWS_PER_SIGN = 20;

    private final RunTable runs;
    private final FileTable files;
    private final ImportUploads uploads;
    private final ImportTable rows;
    private final Imports imports;
    private final CarryOut carryOut;
    private final RetentionPeriods periods;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ObjectMapper json;
    private final RowReport reports;

    ImportWorker(
            RunTable runs,
            FileTable files,
            ImportUploads uploads,
            ImportTable rows,
            Imports imports,
            CarryOut carryOut,
            RetentionPeriods periods,
            PlatformTransactionManager transactions,
            Clock clock,
            ObjectMapper json) {
        this.runs = runs;
        this.files = files;
        this.uploads = uploads;
        this.rows = rows;
        this.imports = imports;
        this.carryOut = carryOut;
        this.periods = periods;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.json = json;
        this.reports = new RowReport(json);
    }

    /** Ends the work on an import before its last row. */
    private static final class Ended extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** Whether a person wants it, and not this node. */
        private final boolean wanted;

        Ended(boolean wanted) {
            super(null, null, false, false);
            this.wanted = wanted;
        }
    }

    /** Works until nothing is left, or until it is to stop. */
    void workOff(BooleanSupplier goOn) {
        while (goOn.getAsBoolean()) {
            ImportRun run = transaction.execute(status -> runs.take()).orElse(null);
            if (run == null) {
                return;
            }
            workOn(run, goOn);
        }
    }

    private void workOn(ImportRun run, BooleanSupplier goOn) {
        List<SourceFile> source = new ArrayList<>();
        try {
            files.into(uploads.folder(), run.municipality(), run.id(), source);
            if (run.stage() == Stage.PLANNING) {
                plan(run, source, goOn);
            } else {
                apply(run, source, goOn);
            }
        } catch (FormRefused refused) {
            end(run, Stage.REFUSED, problems(refused.problems()));
        } catch (Ended ended) {
            if (ended.wanted) {
                end(run, Stage.STOPPED, null);
            } else {
                runs.leave(run);
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("Eine Übernahme ist gescheitert: {}", run.id(), e);
            end(run, Stage.FAILED, null);
        } finally {
            source.forEach(ImportWorker::remove);
        }
    }

    private void plan(ImportRun run, List<SourceFile> source, BooleanSupplier goOn) throws IOException {
        ImportSettings settings = settings(run);
        ImportPlan plan = imports.plan(settings, source, run.encoding(), (done, total) -> sign(run, done, total, goOn));
        transaction.executeWithoutResult(status -> {
            rows.forgetPlan(run.municipality(), run.id());
            int position = 0;
            for (Row row : plan.rows()) {
                rows.planned(run.municipality(), run.id(), ++position, row, reports.of(settings.city(), row, null));
            }
            runs.told(run, plan.rows().size(), plan.rows().size());
            end(run, Stage.PLANNED, null);
        });
    }

    private void apply(ImportRun run, List<SourceFile> source, BooleanSupplier goOn) throws IOException {
        Map<Integer, Kept> seen = rows.all(run.municipality(), run.id());
        ImportSettings settings = settings(run);
        ImportPlan plan = imports.plan(settings, source, run.encoding(), ended(goOn));
        int position = 0;
        for (Row row : plan.rows()) {
            Kept kept = seen.get(++position);
            if (kept == null || !kept.applied()) {
                if (isAsSeen(row, kept)) {
                    carryOut.row(settings, run.id(), position, row, run.appliedBy());
                } else {
                    carryOut.refuse(settings, run.id(), position, row, "imports.row.changedMeanwhile");
                }
            }
            sign(run, position, plan.rows().size(), goOn);
        }
        runs.told(run, plan.rows().size(), plan.rows().size());
        end(run, Stage.APPLIED, null);
    }

    private static Progress ended(BooleanSupplier goOn) {
        return (done, total) -> {
            if (!goOn.getAsBoolean()) {
                throw new Ended(false);
            }
        };
    }

    private void sign(ImportRun run, int done, int total, BooleanSupplier goOn) {
        ended(goOn).told(done, total);
        if (done % ROWS_PER_SIGN == 1 && runs.told(run, done, total)) {
            throw new Ended(true);
        }
    }

    private static boolean isAsSeen(Row row, Kept kept) {
        return kept != null
                && kept.fate() == row.fate()
                && Objects.equals(kept.measure(), row.measure())
                && Objects.equals(kept.seen(), row.seen());
    }

    private ImportSettings settings(ImportRun run) {
        return run.settings(imports.city(run.municipality()));
    }

    private void end(ImportRun run, Stage stage, String problems) {
        transaction.executeWithoutResult(status -> {
            String kind = stage == Stage.APPLIED || run.stage() == Stage.APPLYING
                    ? ImportRetention.KIND
                    : ImportRetention.DRAFTS;
            LocalDate deleteOn = LocalDate.now(clock).plus(periods.of(run.municipality(), kind));
            runs.end(run, stage, problems, clock.instant(), deleteOn);
            if (stage.isOver()) {
                files.remove(run.municipality(), run.id());
            }
        });
    }

    private String problems(List<FieldProblem> problems) {
        ArrayNode all = json.createArrayNode();
        problems.forEach(problem -> {
            ObjectNode one = all.addObject().put("field", problem.field()).put("key", problem.messageKey());
            ArrayNode values = one.putArray("values");
            problem.arguments().forEach(value -> values.add(value.toString().replace('\0', ' ')));
        });
        return all.toString();
    }

    private static void remove(SourceFile file) {
        try {
            Files.deleteIfExists(file.path());
        } catch (IOException e) {
            // What waits for a day in this folder is tidied away.
            LOG.warn("Eine Datei einer Übernahme ließ sich nicht löschen", e);
        }
    }
}
