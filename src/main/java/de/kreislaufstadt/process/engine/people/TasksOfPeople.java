package de.kreislaufstadt.process.engine.people;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.ClaimedTasks;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claimed tasks change hands: back to their group, or to a deputy. */
@Component
public class TasksOfPeople implements ClaimedTasks {

    private final TaskService tasks;

    TasksOfPeople(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    @Transactional
    public void giveBack(String user, Collection<String> groups) {
        if (groups.isEmpty()) {
            return;
        }
        SignedIn.asSystem(() -> {
            claimed(user, groups).stream()
                    .filter(task -> task.getDelegationState() == null)
                    .forEach(task -> {
                        task.setOwner(null);
                        task.setAssignee(null);
                        tasks.saveTask(task);
                    });
            return null;
        });
    }

    /**
     * Claims a task for who asks, also one that is claimed by somebody they stand in for.
     *
     * @throws NullValueException if their municipality has no such task
     */
    @Transactional
    public void takeOver(String taskId, Login who) {
        Task task =
                SignedIn.asSystem(() -> tasks.createTaskQuery().taskId(taskId).singleResult());
        if (task == null || !who.tenants().contains(task.getTenantId())) {
            throw new NullValueException("No task of the municipality");
        }
        tasks.claim(taskId, who.user());
    }

    private List<Task> claimed(String user, Collection<String> groups) {
        return tasks.createTaskQuery()
                .taskAssignee(user)
                .taskCandidateGroupIn(List.copyOf(groups))
                .includeAssignedTasks()
                .unlimitedList();
    }
}
