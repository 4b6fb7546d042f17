package de.kreislaufstadt.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.imports.ImportPlan.Begin;
import de.kreislaufstadt.imports.ImportPlan.Fate;
import de.kreislaufstadt.imports.ImportPlan.Next;
import de.kreislaufstadt.imports.ImportPlan.Row;
import de.kreislaufstadt.imports.ImportRun.Stage;
import de.kreislaufstadt.measure.MeasureImport;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.MeasureTakeOver;
import de.kreislaufstadt.measure.MeasureTakeOver.PastMeasure;
import de.kreislaufstadt.measure.MeasureTakeOver.PastVersion;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.measure.StatusReports;
import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.process.Lifecycles.PastStep;
import de.kreislaufstadt.process.RetentionPeriods;
import de.kreislaufstadt.publication.TakingPart;
import de.kreislaufstadt.steering.PastPauses;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries a plan out, each row in a transaction of its own: a row is written as a whole with its report, or refused as a whole.
 * A row that somebody has changed since it was planned is refused, so that nothing is written that nobody has seen.
 */
@Component
class CarryOut {

    private static final Logger LOG = LoggerFactory.getLogger(CarryOut.class);

    /** Rows between two signs that a command is still at work. */
    private static final int ROWS_PER_SIGN = 20;

    private final ImportTable table;
    private final CommandRuns runs;
    private final MeasureImport records;
    private final MeasureTakeOver takeOver;
    private final Measures measures;
    private final StatusReports statusReports;
    private final Lifecycles lifecycles;
    private final PastPauses pauses;
    private final TakingPart participation;
    private final TransactionTemplate transaction;
    private final RetentionPeriods periods;
    private final Clock clock;
    private final RowReport reports;

    CarryOut(
            ImportTable table,
            CommandRuns runs,
            MeasureImport records,
            MeasureTakeOver takeOver,
            Measures measures,
            StatusReports statusReports,
            Lifecycles lifecycles,
            PastPauses pauses,
            TakingPart participation,
            PlatformTransactionManager transactions,
            RetentionPeriods periods,
            Clock clock,
            ObjectMapper json) {
        this.table = table;
        this.runs = runs;
        this.records = records;
        this.takeOver = takeOver;
        this.measures = measures;
        this.statusReports = statusReports;
        this.lifecycles = lifecycles;
        this.pauses = pauses;
        this.participation = participation;
        this.transaction = new TransactionTemplate(transactions);
        this.periods = periods;
        this.clock = clock;
        this.reports = new RowReport(json);
    }

    /**
     * What was done.
     *
     * @param run id of the import, under which its report is kept
     */
    record Done(UUID run, Map<Fate, Integer> rows) {}

    /**
     * @param files names of the files, for the report
     * @param by engine user id
     * @param progress hears how many rows are done
     * @throws de.kreislaufstadt.form.FormRefused if another import of the municipality is being applied
     */
    Done carryOut(ImportSettings settings, List<String> files, ImportPlan plan, String by, IntConsumer progress) {
        UUID run = UUID.randomUUID();
        List<Row> rows = plan.rows();
        LocalDate deleteOn =
                LocalDate.now(clock).plus(periods.of(settings.city().key(), ImportRetention.KIND));
        String city = settings.city().key();
        runs.begin(run, settings, files, rows.size(), by, clock.instant(), deleteOn);
        Map<Fate, Integer> done = new EnumMap<>(Fate.class);
        Stage end = Stage.STOPPED;
        int carriedOut = 0;
        try {
            // What another import has brought since this one was planned.
            Set<String> there = records.byExternalId(city).keySet();
            for (Row row : rows) {
                boolean late = row.fate() == Fate.CREATED && there.contains(row.id());
                carriedOut++;
                Fate fate = late
                        ? refuse(settings, run, carriedOut, row, "imports.row.changedMeanwhile")
                        : row(settings, run, carriedOut, row, by);
                done.merge(fate, 1, Integer::sum);
                if (carriedOut % ROWS_PER_SIGN == 0) {
                    runs.told(city, run, carriedOut);
                }
                progress.accept(carriedOut);
            }
            end = Stage.APPLIED;
        } finally {
            runs.finish(city, run, end, carriedOut, clock.instant());
        }
        return new Done(run, done);
    }

    /**
     * Carries one row out, unless somebody has done so.
     *
     * @param position place in the plan, counted from 1
     * @return what has become of it
     */
    Fate row(ImportSettings settings, UUID run, int position, Row row, String by) {
        try {
            return transaction.execute(status -> {
                UUID measure = row.next() == null ? row.measure() : write(settings, row, by);
                if (!note(settings, run, position, row, measure, row.fate(), null)) {
                    status.setRollbackOnly();
                }
                return row.fate();
            });
        } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
            return refuse(settings, run, position, row, "imports.row.changedMeanwhile");
        } catch (RuntimeException e) {
            LOG.error("Eine Zeile einer Übernahme ist gescheitert: {}", row.position(), e);
            return refuse(settings, run, position, row, "process.internal");
        }
    }

    /** Notes that a row is not carried out although its plan was sound. */
    Fate refuse(ImportSettings settings, UUID run, int position, Row row, String because) {
        transaction.executeWithoutResult(status ->
                note(settings, run, position, row, row.measure(), Fate.REFUSED, FieldProblem.of("", because)));
        return Fate.REFUSED;
    }

    private boolean note(
            ImportSettings settings, UUID run, int position, Row row, UUID measure, Fate fate, FieldProblem problem) {
        String city = settings.city().key();
        String number = row.number() == null && measure != null
                ? measures.find(city, measure).number()
                : row.number();
        return table.applied(
                city,
                run,
                position,
                row,
                measure,
                number,
                fate,
                reports.of(settings.city(), row, problem),
                clock.instant());
    }

    private UUID write(ImportSettings settings, Row row, String by) {
        return row.measure() == null ? create(settings, row, by) : update(settings, row, by);
    }

    private UUID create(ImportSettings settings, Row row, String by) {
        String city = settings.city().key();
        Next next = row.next();
        Begin begin = next.begin();
        boolean rests = begin.state() == MeasureState.PAUSED;
        MeasureState reached = rests ? begin.before() : begin.state();
        UUID id = takeOver.takeOver(
                city,
                new PastMeasure(
                        row.number(),
                        begin.lead(),
                        reached,
                        rests ? null : begin.reason(),
                        List.of(new PastVersion(next.record(), settings.source())),
                        begin.decisions(),
                        next.reports()),
                by);
        String number = measures.find(city, id).number();
        ReachedPhase.activity(reached)
                .ifPresent(activity -> lifecycles.takeOver(
                        city,
                        id,
                        number,
                        begin.lead(),
                        activity,
                        ReachedPhase.routing(reached, begin.decisions()),
                        past(settings, begin),
                        by));
        if (rests) {
            pauses.rest(city, id, begin.reason(), by);
        }
        say(city, id, next);
        return id;
    }

    private void say(String city, UUID measure, Next next) {
        if (next.participation() != null) {
            participation.say(city, measure, next.participation());
        }
    }

    private static List<PastStep> past(ImportSettings settings, Begin begin) {
        return begin.steps().stream()
                .map(step -> step.past(begin.lead(), settings.source().document()))
                .toList();
    }

    private UUID update(ImportSettings settings, Row row, String by) {
        String city = settings.city().key();
        Next next = row.next();
        if (next.record() != null) {
            records.append(city, row.measure(), next.seen(), new PastVersion(next.record(), settings.source()), by);
        }
        next.reports().forEach(report -> statusReports.add(city, row.measure(), report, by));
        say(city, row.measure(), next);
        return row.measure();
    }
}
