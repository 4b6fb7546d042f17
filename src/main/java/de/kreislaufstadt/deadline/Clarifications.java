package de.kreislaufstadt.deadline;

import de.kreislaufstadt.process.EscalatedTaskSettled;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.SystemProcesses;
import de.kreislaufstadt.process.WatchedTask;
import de.kreislaufstadt.process.WatchedTasks;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks the head of a department about an overdue task, and takes the question back when the task is done. */
@Component
class Clarifications {

    static final String PROCESS = "overdue-clarification";
    static final String TASK = "overdueTask";

    private static final String SETTLED = "overdue-task-settled";

    private final SystemProcesses processes;
    private final WatchedTasks tasks;
    private final ClarificationTable table;

    Clarifications(SystemProcesses processes, WatchedTasks tasks, ClarificationTable table) {
        this.processes = processes;
        this.tasks = tasks;
        this.table = table;
    }

    /** Opens a clarification unless the task has one. */
    void open(WatchedTask task, UUID reminder) {
        UUID id = UUID.randomUUID();
        if (task.department() == null || !table.open(id, task, reminder)) {
            return;
        }
        tasks.markEscalated(task);
        String instance = processes.start(
                task.municipality(),
                PROCESS,
                task.measureNumber(),
                Outcome.of("measureId", task.measureId())
                        .and("lead", task.lead())
                        .and("department", task.department())
                        .and(TASK, task.id())
                        .and("headCanClarify", tasks.headCanClarify(task)));
        table.started(task.municipality(), id, instance);
    }

    /** A task that is over needs no clarification. */
    @EventListener
    void settled(EscalatedTaskSettled task) {
        end(task.municipality(), task.taskId(), ClarificationTable.State.SETTLED);
    }

    /** What was asked is answered; the process that asked goes on by itself. */
    void clarified(WatchedTask task) {
        table.close(task.municipality(), task.id(), ClarificationTable.State.CLARIFIED);
    }

    /**
     * What was asked is answered elsewhere: the process that asked ends.
     *
     * @return the question; empty if nobody was asked
     */
    Optional<UUID> answeredElsewhere(String municipality, String task) {
        return end(municipality, task, ClarificationTable.State.CLARIFIED);
    }

    /** Asks again what was asked before. */
    void askAgain(WatchedTask task, UUID clarification) {
        open(task, table.reminderOf(task.municipality(), clarification));
    }

    private Optional<UUID> end(String municipality, String task, ClarificationTable.State state) {
        Optional<ClarificationTable.Closed> closed = table.close(municipality, task, state);
        closed.ifPresent(question -> processes.tell(question.instance(), SETTLED));
        return closed.map(ClarificationTable.Closed::id);
    }
}
