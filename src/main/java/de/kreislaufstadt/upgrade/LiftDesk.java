package de.kreislaufstadt.upgrade;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.ModelVersions;
import de.kreislaufstadt.process.ModelVersions.LiftRefused;
import de.kreislaufstadt.process.ModelVersions.Running;
import de.kreislaufstadt.process.ModelVersions.Version;
import de.kreislaufstadt.process.RetentionPeriods;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.upgrade.Lift.Run;
import de.kreislaufstadt.upgrade.LiftTable.Begun;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Says what runs on which version, begins runs that lift it, and says how far they are. Who may is asked by the gate. */
@Service
@Transactional
class LiftDesk {

    /** Kind of data whose period holds for reports of runs. */
    static final String KEPT_AS = "task-reasons";

    private static final int SHOWN = 30;

    private final ModelVersions models;
    private final LiftTable lifts;
    private final BackgroundLifts background;
    private final RetentionPeriods periods;
    private final Visitors visitors;
    private final Clock clock;

    LiftDesk(
            ModelVersions models,
            LiftTable lifts,
            BackgroundLifts background,
            RetentionPeriods periods,
            Visitors visitors,
            Clock clock) {
        this.models = models;
        this.lifts = lifts;
        this.background = background;
        this.periods = periods;
        this.visitors = visitors;
        this.clock = clock;
    }

    /** What the page shows: versions by process, and the latest runs. */
    record Page(List<Version> versions, List<Run> runs) {}

    @Transactional(readOnly = true)
    public Page page() {
        return new Page(models.all(), lifts.latest(SHOWN));
    }

    /**
     * Begins a dry run.
     *
     * @param from engine's id of the version whose instances are meant
     * @param to engine's id of the version they are to be lifted to; null for the newest one
     * @return id of the run
     * @throws InterventionRefused if there is no such version, the newer one is older or of another process, nothing runs, or no plan
     *     leads from one to the other
     */
    UUID attempt(String from, String to) {
        Version source = version(from);
        return begin(
                true,
                source,
                to == null ? newestOf(source) : version(to),
                signedIn().user());
    }

    /**
     * Does what a dry run has shown.
     *
     * @param trial id of the dry run
     * @return id of the run
     * @throws InterventionRefused if there is no such dry run, it is not over, or what it was about is being lifted already
     */
    UUID apply(UUID trial) {
        return apply(trial, signedIn().user());
    }

    /** The same in the name of somebody who is not signed in. */
    UUID apply(UUID trial, String by) {
        Run tried = run(trial);
        if (!tried.trial()) {
            throw conflict("upgrade.noTrial");
        }
        if (tried.open() > 0) {
            throw conflict("upgrade.trialRuns");
        }
        try {
            return begin(false, version(tried.from()), version(tried.to()), by);
        } catch (DuplicateKeyException another) {
            throw conflict("upgrade.already");
        }
    }

    /** @throws InterventionRefused if there is no such run */
    @Transactional(readOnly = true)
    public Lift report(UUID run) {
        return new Lift(run(run), lifts.items(run));
    }

    /** Leaves out what has not been worked on. @throws InterventionRefused if there is no such run, or nothing is left of it */
    void cancel(UUID run) {
        run(run);
        if (lifts.leaveOut(run, clock.instant()) == 0) {
            throw conflict("upgrade.finished");
        }
    }

    /** Begins a run in somebody's name; see {@link #attempt} for what is refused. */
    UUID begin(boolean trial, Version from, Version to, String by) {
        requireNewer(from, to);
        List<Running> instances = models.on(from.id());
        if (instances.isEmpty()) {
            throw conflict("upgrade.nothingRuns");
        }
        try {
            models.checkPlan(from, to);
        } catch (LiftRefused unfit) {
            throw conflict(unfit.getMessage(), String.join(", ", unfit.elements()));
        }
        UUID run = UUID.randomUUID();
        LocalDate today = LocalDate.now(clock);
        lifts.add(
                new Begun(run, trial, from, to, by, clock.instant()),
                instances,
                municipality -> today.plus(periods.of(municipality, KEPT_AS)));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                background.wake();
            }
        });
        return run;
    }

    /** @return the version on which new instances of the same process begin */
    Version newestOf(Version one) {
        return models.all().stream()
                .filter(other -> other.newest() && isOfSameModel(one, other))
                .findFirst()
                .orElse(one);
    }

    private static void requireNewer(Version from, Version to) {
        if (!isOfSameModel(from, to)) {
            throw conflict("upgrade.otherProcess");
        }
        if (to.version() < from.version()) {
            throw conflict("upgrade.older");
        }
        if (to.version() == from.version()) {
            throw conflict("upgrade.same");
        }
    }

    private static boolean isOfSameModel(Version one, Version other) {
        return one.process().equals(other.process()) && Objects.equals(one.municipality(), other.municipality());
    }

    private Version version(String id) {
        return models.find(id).orElseThrow(() -> new InterventionRefused(Cause.NOT_FOUND, "upgrade.noVersion"));
    }

    private Run run(UUID id) {
        return lifts.find(id).orElseThrow(() -> new InterventionRefused(Cause.NOT_FOUND, "upgrade.noRun"));
    }

    private Login signedIn() {
        return visitors.current()
                .orElseThrow(() -> new InterventionRefused(Cause.FORBIDDEN, "process.unauthenticated"));
    }

    private static InterventionRefused conflict(String messageKey, Object... arguments) {
        return new InterventionRefused(Cause.CONFLICT, messageKey, arguments);
    }
}
