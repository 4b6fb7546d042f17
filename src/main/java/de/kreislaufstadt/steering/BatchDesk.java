package de.kreislaufstadt.steering;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentChoice;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.RetentionPeriods;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.steering.Selection.Chosen;
import de.kreislaufstadt.steering.Selection.Order;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Begins batches, says how far they are, and cancels what is left of them. */
@Service
@Transactional
class BatchDesk {

    /** Whoever has begun so many waits for one to end. */
    static final int MOST_RUNNING = 3;

    private static final int SHOWN = 30;

    private final BatchTable batches;
    private final BackgroundBatches background;
    private final Selection selection;
    private final Trial trial;
    private final DepartmentChoice departments;
    private final Visitors visitors;
    private final Accounts accounts;
    private final RetentionPeriods periods;
    private final Clock clock;

    BatchDesk(
            BatchTable batches,
            BackgroundBatches background,
            Selection selection,
            Trial trial,
            DepartmentChoice departments,
            Visitors visitors,
            Accounts accounts,
            RetentionPeriods periods,
            Clock clock) {
        this.batches = batches;
        this.background = background;
        this.selection = selection;
        this.trial = trial;
        this.departments = departments;
        this.visitors = visitors;
        this.accounts = accounts;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * What the page of batches shows.
     *
     * @param mayBegin whether the reader may begin one
     * @param departments to which tasks can be given; only for who may begin one
     */
    record Page(boolean mayBegin, List<Option> departments, List<Batch> batches) {}

    /** How far a batch is, and what has become of its items. */
    record Report(Batch batch, List<Item> items) {}

    /**
     * @return id of the batch, which has begun when this transaction ends
     * @throws FormRefused if the kind, the selection or the wish is wrong
     * @throws InterventionRefused if the person has too many batches running
     */
    UUID begin(Order order) {
        Login who = signedIn();
        String municipality = municipality(who);
        Chosen chosen = selection.of(municipality, order);
        if (batches.running(municipality, who.user()) >= MOST_RUNNING) {
            throw new InterventionRefused(Cause.CONFLICT, "steering.batch.stillRunning", MOST_RUNNING);
        }
        UUID id = UUID.randomUUID();
        LocalDate deleteOn = LocalDate.now(clock).plus(periods.of(municipality, "task-reasons"));
        batches.add(
                id, municipality, chosen.kind(), chosen.wish(), who.user(), clock.instant(), deleteOn, chosen.items());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                background.wake();
            }
        });
        return id;
    }

    /**
     * @return what would become of each item now, by whether it could be done; nothing is
     * @throws FormRefused if the kind, the selection or the wish is wrong
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<Item> attempt(Order order) {
        Login who = signedIn();
        return trial.of(selection.of(municipality(who), order), who);
    }

    /** @return the latest batches: one's own, for those who look everywhere all of the municipality */
    @Transactional(readOnly = true)
    public Page latest() {
        Login who = signedIn();
        String municipality = municipality(who);
        Set<Role> roles = Role.of(who.groups(), who.tenants());
        boolean begins = roles.contains(Role.MANAGER) || roles.contains(Role.HEAD);
        return new Page(
                begins,
                begins ? departments.options(municipality) : List.of(),
                batches.latest(municipality, looksEverywhere(who) ? null : who.user(), SHOWN).stream()
                        .map(row -> batch(row, who))
                        .toList());
    }

    /** @throws InterventionRefused if there is no such batch that the person may see */
    @Transactional(readOnly = true)
    public Report report(UUID id) {
        Login who = signedIn();
        BatchTable.Row row = seen(id, who);
        return new Report(batch(row, who), batches.items(municipality(who), id));
    }

    /** Leaves out what has not been worked on. @throws InterventionRefused if nothing is left, or it is somebody else's */
    void cancel(UUID id) {
        Login who = signedIn();
        if (!mayCancel(seen(id, who), who)) {
            throw new InterventionRefused(Cause.FORBIDDEN, "steering.batch.notYours");
        }
        if (batches.cancel(municipality(who), id, who.user(), clock.instant()) == 0) {
            throw new InterventionRefused(Cause.CONFLICT, "steering.batch.finished");
        }
    }

    private BatchTable.Row seen(UUID id, Login who) {
        return batches.find(municipality(who), id)
                .filter(row -> row.begunBy().equals(who.user()) || looksEverywhere(who))
                .orElseThrow(() -> new InterventionRefused(Cause.NOT_FOUND, "steering.nothingThere"));
    }

    private Batch batch(BatchTable.Row row, Login who) {
        return new Batch(
                row.id(),
                row.kind(),
                accounts.nameOf(row.begunBy()),
                row.begunAt(),
                row.finishedAt(),
                row.total(),
                row.done(),
                row.refused(),
                row.leftOut(),
                row.open(),
                row.open() > 0 && mayCancel(row, who));
    }

    private static boolean mayCancel(BatchTable.Row row, Login who) {
        return row.begunBy().equals(who.user())
                || Role.of(who.groups(), who.tenants()).contains(Role.MANAGER);
    }

    private static boolean looksEverywhere(Login who) {
        return Role.of(who.groups(), who.tenants()).stream().anyMatch(Role::looksEverywhere);
    }

    private Login signedIn() {
        return visitors.current()
                .orElseThrow(() -> new InterventionRefused(Cause.FORBIDDEN, "process.unauthenticated"));
    }

    private static String municipality(Login who) {
        if (who.tenants().size() != 1) {
            throw new InterventionRefused(Cause.NOT_FOUND, "steering.nothingThere");
        }
        return who.tenants().get(0);
    }
}
