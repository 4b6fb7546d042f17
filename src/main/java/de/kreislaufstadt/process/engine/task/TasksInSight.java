package de.kreislaufstadt.process.engine.task;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.process.engine.model.ModelNames;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.people.SignedIn;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets other modules ask who is there and whether a task may be seen, without knowing the engine. */
@Component
class TasksInSight implements Visitors {

    private final TaskService tasks;
    private final TaskDesk desk;
    private final ModelNames names;

    TasksInSight(TaskService tasks, TaskDesk desk, ModelNames names) {
        this.tasks = tasks;
        this.desk = desk;
        this.names = names;
    }

    @Override
    public Optional<Login> current() {
        return SignedIn.current();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<VisibleTask> task(String taskId) {
        Optional<Login> who = current();
        // Without a person the engine would check nothing.
        if (who.isEmpty()) {
            return Optional.empty();
        }
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || task.getTenantId() == null) {
            return Optional.empty();
        }
        List<IdentityLink> links = SignedIn.asSystem(() -> tasks.getIdentityLinksForTask(taskId));
        return Optional.of(new VisibleTask(
                desk.context(task, who.get().user()),
                names.task(task.getTaskDefinitionKey(), task.getName()),
                departmentOf(links, task.getTenantId()),
                links.stream().anyMatch(link -> names(link, who.get()))));
    }

    private static boolean names(IdentityLink link, Login who) {
        return who.user().equals(link.getUserId())
                || link.getGroupId() != null && who.groups().contains(link.getGroupId());
    }

    private static String departmentOf(List<IdentityLink> links, String municipality) {
        return links.stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null && group.startsWith(municipality + "-"))
                .map(group -> Candidates.departmentOf(group, municipality))
                .findFirst()
                .orElse(null);
    }
}
