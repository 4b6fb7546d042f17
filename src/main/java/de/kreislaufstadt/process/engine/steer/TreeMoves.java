package de.kreislaufstadt.process.engine.steer;

import de.kreislaufstadt.process.RunningMeasures.Interruption;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.engine.people.TaskAccess;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import de.kreislaufstadt.process.engine.record.TaskEventTable;
import de.kreislaufstadt.process.engine.steer.MeasureTree.TreeTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Gives open tasks of the lead to another one. */
@Component
class TreeMoves {

    /** No department has it, since their keys are words: the routing answers differently where it asks who leads. */
    private static final String SOMEBODY_ELSE = "-";

    private final TreeScopes scopes;
    private final TreeRecord record;
    private final TaskService tasks;
    private final TaskAccess access;
    private final TaskEventTable events;

    TreeMoves(TreeScopes scopes, TreeRecord record, TaskService tasks, TaskAccess access, TaskEventTable events) {
        this.scopes = scopes;
        this.record = record;
        this.tasks = tasks;
        this.access = access;
        this.events = events;
    }

    /** @return ids of the tasks that another lead would get */
    List<String> ofLead(String municipality, String number, List<TreeTask> open) {
        return open.stream()
                .filter(task -> scopes.groupUnder(SOMEBODY_ELSE, scopes.of(municipality, number, task), task.group())
                        .isPresent())
                .map(TreeTask::id)
                .toList();
    }

    /** @return those that have moved, as they were */
    List<TreeTask> toLead(Interruption what, List<TreeTask> open, String lead) {
        List<TreeTask> moved = new ArrayList<>();
        for (TreeTask task : open) {
            TaskContext scope = scopes.of(what.municipality(), what.number(), task);
            scopes.groupUnder(lead, scope, task.group()).ifPresent(group -> {
                move(task, group);
                record.noteMoved(what, task, group);
                moved.add(task);
            });
        }
        return moved;
    }

    private void move(TreeTask task, String group) {
        Optional<TaskEvent> question = events.openQuestion(task.id());
        Task open = tasks.createTaskQuery().taskId(task.id()).singleResult();
        open.setOwner(null);
        open.setAssignee(null);
        open.setDelegationState(null);
        tasks.saveTask(open);
        question.map(TaskEvent::toGroup).ifPresent(asked -> tasks.deleteCandidateGroup(task.id(), asked));
        tasks.addCandidateGroup(task.id(), group);
        tasks.deleteCandidateGroup(task.id(), task.group());
        access.endOfOthers(task.id());
    }
}
