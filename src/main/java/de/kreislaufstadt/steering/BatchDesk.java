package de.kreislaufstadt.steering;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentChoice;
import de.kreislaufstadt.process.Intervention;
import de.kreislaufstadt.process.Intervention.Wish;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.Interventions;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.OpenTasks;
import de.kreislaufstadt.process.OpenTasks.OpenTask;
import de.kreislaufstadt.process.RetentionPeriods;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.rights.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Begins batches, says how far they are, and cancels what is left of them. */
@Service
@Transactional
class BatchDesk {

    /** More at once nobody can answer for; the table has the same limit. */
    static final int MOST_ITEMS = 500;

    /** Whoever has begun so many waits for one to end. */
    static final int MOST_RUNNING = 3;

    private static final int SHOWN = 30;

    private final BatchTable batches;
    private final BackgroundBatches background;
    private final Interventions interventions;
    private final MeasureDirectory measures;
    private final OpenTasks tasks;
    private final DepartmentChoice departments;
    private final Visitors visitors;
    private final Accounts accounts;
    private final RetentionPeriods periods;
    private final Clock clock;

    BatchDesk(
            BatchTable batches,
            BackgroundBatches background,
            Interventions interventions,
            MeasureDirectory measures,
            OpenTasks tasks,
            DepartmentChoice departments,
            Visitors visitors,
            Accounts accounts,
            RetentionPeriods periods,
            Clock clock) {
        this.batches = batches;
        this.background = background;
        this.interventions = interventions;
        this.measures = measures;
        this.tasks = tasks;
        this.departments = departments;
        this.visitors = visitors;
        this.accounts = accounts;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * What somebody wants to be done with a selection.
     *
     * @param kind code of the intervention
     * @param items engine's ids of tasks or jobs; may be empty
     * @param measures numbers of measures, of which every item counts that the intervention can be done with; may be empty
     * @param ofDepartment of the measures' tasks only those of this department; null = all
     * @param overdue of the measures' tasks only those whose last day has passed
     * @param wish the same for every item
     */
    record Order(
            String kind, List<String> items, List<String> measures, String ofDepartment, boolean overdue, Wish wish) {

        Order {
            items = items == null
                    ? List.of()
                    : items.stream().filter(Objects::nonNull).toList();
            measures = measures == null
                    ? List.of()
                    : measures.stream().filter(Objects::nonNull).toList();
        }
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
        Problems problems = new Problems();
        Intervention intervention = interventions
                .ofKind(order.kind())
                .filter(Intervention::inBatches)
                .orElseThrow(() -> FormRefused.at("kind", "steering.batch.kind"));
        Wish wish = checked(order.wish(), problems);
        intervention.check(wish, problems);
        problems.check(!order.items().isEmpty() || !order.measures().isEmpty(), "measures", "steering.batch.nothing")
                .check(size(order) <= MOST_ITEMS, "measures", "steering.batch.tooMany", MOST_ITEMS)
                .throwIfAny();
        List<Item> items = items(municipality, order, intervention);
        problems.check(!items.isEmpty(), "measures", "steering.batch.nothingToDo")
                .check(items.size() <= MOST_ITEMS, "measures", "steering.batch.tooMany", MOST_ITEMS)
                .throwIfAny();
        if (batches.running(municipality, who.user()) >= MOST_RUNNING) {
            throw new InterventionRefused(Cause.CONFLICT, "steering.batch.stillRunning", MOST_RUNNING);
        }
        UUID id = UUID.randomUUID();
        LocalDate deleteOn = LocalDate.now(clock).plus(periods.of(municipality, "task-reasons"));
        batches.add(id, municipality, order.kind(), wish, who.user(), clock.instant(), deleteOn, items);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                background.wake();
            }
        });
        return id;
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

    private static int size(Order order) {
        return order.items().size() + order.measures().size();
    }

    private static Wish checked(Wish given, Problems problems) {
        Wish wish = given == null ? Wish.because(null) : given;
        String reason = wish.requiredReason(problems);
        String date = blankToNull(wish.date());
        try {
            date = date == null ? null : LocalDate.parse(date).toString();
        } catch (DateTimeParseException e) {
            problems.check(false, "date", "form.type.date");
        }
        return new Wish(
                reason, date, wish.afterDue(), blankToNull(wish.person()), blankToNull(wish.department()), null);
    }

    /** Each item once, however often it was named. */
    private List<Item> items(String municipality, Order order, Intervention intervention) {
        Map<String, String> numbers = new LinkedHashMap<>();
        order.items().forEach(item -> numbers.putIfAbsent(item, null));
        Set<String> known = measures.cards(municipality, order.measures()).keySet();
        String unknown = order.measures().stream()
                .filter(number -> !known.contains(number))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw FormRefused.at("measures", "steering.batch.unknownMeasure", unknown);
        }
        order.measures().stream()
                .distinct()
                .forEach(number ->
                        intervention.itemsOf(municipality, number).forEach(item -> numbers.putIfAbsent(item, number)));
        Map<String, OpenTask> open = tasks.among(numbers.keySet());
        return numbers.entrySet().stream()
                .filter(item -> item.getValue() == null || isMeant(municipality, order, open.get(item.getKey())))
                .map(item -> new Item(
                        0, item.getKey(), item.getValue(), nameOf(open.get(item.getKey())), "OPEN", null, List.of()))
                .toList();
    }

    private boolean isMeant(String municipality, Order order, OpenTask task) {
        if (task == null) {
            return true;
        }
        String department = municipality + "-" + order.ofDepartment();
        boolean there = blankToNull(order.ofDepartment()) == null
                || task.groups().contains(department)
                || task.groups().contains(department + "-head");
        boolean late = task.due() != null && task.due().isBefore(LocalDate.now(clock));
        return there && (late || !order.overdue());
    }

    private static String nameOf(OpenTask task) {
        return task == null ? null : task.name();
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

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
