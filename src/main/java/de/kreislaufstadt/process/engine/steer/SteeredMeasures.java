package de.kreislaufstadt.process.engine.steer;

import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.OfficeDays;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.RunningMeasures;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.process.engine.model.EngineDays;
import de.kreislaufstadt.process.engine.model.ModelNames;
import de.kreislaufstadt.process.engine.model.ModelWords;
import de.kreislaufstadt.process.engine.model.Scopes;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.record.RunningLifecycles;
import de.kreislaufstadt.process.engine.record.TaskEvent.Kind;
import de.kreislaufstadt.process.engine.steer.MeasureTree.Instance;
import de.kreislaufstadt.process.engine.steer.MeasureTree.Timer;
import de.kreislaufstadt.process.engine.steer.MeasureTree.TreeTask;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

@Component
class SteeredMeasures implements RunningMeasures {

    /** Messages that the life cycle understands in every phase, by the state it enters then. */
    private static final Map<String, String> MESSAGES =
            Map.of("CANCELLED", "cancel-measure", "MERGED", "merge-measure");

    /** Routing value that says into which measure one was merged. */
    private static final String MERGED_INTO = "mergedInto";

    /** Each round takes in what somebody has completed while the one before waited for it. */
    private static final int ROUNDS = 5;

    private final MeasureTree tree;
    private final PromisedDays promised;
    private final TreeRecord record;
    private final TreeMoves moves;
    private final MeasureDirectory measures;
    private final OfficeDays days;
    private final ModelNames names;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;

    SteeredMeasures(
            MeasureTree tree,
            PromisedDays promised,
            TreeRecord record,
            TreeMoves moves,
            @Lazy MeasureDirectory measures,
            @Lazy OfficeDays days,
            ModelNames names,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management) {
        this.tree = tree;
        this.promised = promised;
        this.record = record;
        this.moves = moves;
        this.measures = measures;
        this.days = days;
        this.names = names;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
    }

    @Override
    public Picture look(String municipality, String number) {
        return SignedIn.asSystem(() -> picture(municipality, number, tree.tasksOfMeasure(municipality, number)));
    }

    @Override
    public List<String> tasksOfLead(String municipality, String number) {
        return SignedIn.asSystem(() -> moves.ofLead(municipality, number, tree.tasks(municipality, number)));
    }

    @Override
    public Picture pause(Interruption what) {
        return steered(what, () -> {
            suspend(what);
            List<TreeTask> resting = tree.tasksOfMeasure(what.municipality(), what.number());
            resting.forEach(task -> record.note(what, task, Kind.PAUSED, null));
            record.tell(what, TaskNotice.Kind.MEASURE_PAUSED, resting);
            return picture(what.municipality(), what.number(), resting);
        });
    }

    /** Somebody who moves a task in the same moment is not overwritten: the interruption is refused and can be tried again. */
    private static Picture steered(Interruption what, Supplier<Picture> work) {
        try {
            return SignedIn.asSystem(work);
        } catch (OptimisticLockingException overtaken) {
            throw new OptimisticLockingFailureException("Measure " + what.number() + " has just moved on", overtaken);
        }
    }

    /**
     * Whoever was completing a task meanwhile is behind, or was first and has led to new tasks that were not stopped with their
     * instance.
     */
    private void suspend(Interruption what) {
        int round = 0;
        do {
            if (round++ == ROUNDS) {
                throw new OptimisticLockingFailureException("Measure " + what.number() + " does not come to rest");
            }
            instances(what, Instance::isOfMeasure)
                    .forEach(instance -> runtime.suspendProcessInstanceById(instance.id()));
        } while (tree.isActive(what.municipality(), what.number()));
    }

    private List<Instance> instances(Interruption what, Predicate<Instance> condition) {
        return tree.instances(what.municipality(), what.number()).stream()
                .filter(condition)
                .toList();
    }

    @Override
    public Picture resume(Interruption what, int workingDays) {
        return steered(what, () -> {
            activate(what);
            List<TreeTask> open = tree.tasksOfMeasure(what.municipality(), what.number());
            open.forEach(task -> record.note(what, task, Kind.RESUMED, moved(what, task, workingDays)));
            tree.timers(what.municipality(), what.number()).forEach(timer -> move(what, timer, workingDays));
            record.tell(what, TaskNotice.Kind.MEASURE_RESUMED, open);
            return picture(what.municipality(), what.number(), tree.tasksOfMeasure(what.municipality(), what.number()));
        });
    }

    private void activate(Interruption what) {
        instances(what, Instance::suspended).forEach(instance -> runtime.activateProcessInstanceById(instance.id()));
    }

    /** @return the task's new last day; null where it stays */
    private LocalDate moved(Interruption what, TreeTask task, int workingDays) {
        if (workingDays == 0 || task.due() == null || promised.isDueBy(what.municipality(), what.number(), task)) {
            return null;
        }
        LocalDate due = days.later(what.municipality(), TreeRecord.day(task.due()), workingDays);
        Task open = tasks.createTaskQuery().taskId(task.id()).singleResult();
        open.setDueDate(EngineDays.endOf(due));
        tasks.saveTask(open);
        return due;
    }

    /** A timer at midnight ends the day before, which may be the last one of a period. */
    private void move(Interruption what, Timer timer, int workingDays) {
        if (workingDays > 0 && !promised.isFor(timer.event())) {
            ZonedDateTime before = timer.due().atZone(ModelWords.ZONE);
            LocalDate last = before.toLocalDate().minusDays(1);
            LocalDate later = days.later(what.municipality(), last, workingDays).plusDays(1);
            management.setJobDuedate(timer.id(), Date.from(before.with(later).toInstant()));
        }
    }

    @Override
    public Picture end(Interruption what, String state, UUID into) {
        return steered(what, () -> {
            List<TreeTask> open = tree.tasksOfMeasure(what.municipality(), what.number());
            Picture before = picture(what.municipality(), what.number(), open);
            // What rests can neither be told nor deleted by its own rules.
            activate(what);
            instances(what, instance -> RunningLifecycles.PROCESS.equals(instance.process()))
                    .forEach(lifecycle -> end(what, lifecycle, state, into));
            instances(what, instance -> instance.root() && instance.isOfMeasure())
                    .forEach(left -> runtime.deleteProcessInstance(left.id(), state, false, true));
            open.forEach(task -> record.note(what, task, Kind.ENDED, null));
            record.tell(what, TaskNotice.Kind.MEASURE_ENDED, open);
            return before;
        });
    }

    private void end(Interruption what, Instance lifecycle, String state, UUID into) {
        String message = MESSAGES.get(state);
        boolean knowsIt = runtime.createEventSubscriptionQuery()
                        .processInstanceId(lifecycle.id())
                        .eventName(message)
                        .count()
                > 0;
        Outcome routing = into == null ? Outcome.none() : Outcome.of(MERGED_INTO, into);
        if (knowsIt) {
            runtime.createMessageCorrelation(message)
                    .processInstanceId(lifecycle.id())
                    .setVariables(routing.values())
                    .correlate();
        } else {
            measures.enter(scope(what, lifecycle, routing.values()), state);
            runtime.deleteProcessInstance(lifecycle.id(), state, false, true);
        }
    }

    private TaskContext scope(Interruption what, Instance lifecycle, Map<String, Object> values) {
        return new TaskContext(
                what.municipality(),
                what.measure(),
                what.number(),
                (String) runtime.getVariable(lifecycle.id(), Scopes.LEAD),
                lifecycle.process(),
                null,
                null,
                null,
                values);
    }

    @Override
    public Picture changeLead(Interruption what, String from, String to) {
        return steered(what, () -> {
            List<Instance> resting = instances(what, Instance::suspended);
            activate(what);
            List<TreeTask> moved = moves.toLead(what, tree.tasks(what.municipality(), what.number()), to);
            instances(what, instance -> true).forEach(instance -> runtime.setVariable(instance.id(), Scopes.LEAD, to));
            if (!resting.isEmpty()) {
                suspend(what);
            }
            record.tell(
                    what,
                    TaskNotice.Kind.LEAD_TAKEN,
                    moved.stream().filter(task -> task.assignee() != null).toList());
            record.tellDepartment(what, TaskNotice.Kind.LEAD_TAKEN, from);
            record.tellDepartment(what, TaskNotice.Kind.LEAD_GIVEN, to);
            return picture(what.municipality(), what.number(), moved);
        });
    }

    private Picture picture(String municipality, String number, List<TreeTask> open) {
        return new Picture(
                tree.instances(municipality, number).stream().anyMatch(Instance::suspended),
                open.stream().map(task -> open(municipality, number, task)).toList(),
                tree.timers(municipality, number).stream()
                        .map(timer ->
                                new Waiting(timer.event(), TreeRecord.day(timer.due()), promised.isFor(timer.event())))
                        .toList());
    }

    private Open open(String municipality, String number, TreeTask task) {
        return new Open(
                task.id(),
                task.key(),
                names.task(task.key(), task.name()),
                task.group() == null ? null : Candidates.departmentOf(task.group(), municipality),
                task.assignee(),
                TreeRecord.day(task.due()),
                promised.isDueBy(municipality, number, task));
    }
}
