package de.kreislaufstadt.process.engine.desk;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.StandIns;
import de.kreislaufstadt.process.engine.desk.TaskActionRefused.Cause;
import de.kreislaufstadt.process.engine.model.Scopes;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import de.kreislaufstadt.process.engine.record.TaskEventTable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Finds open tasks for people who want to do something with them other than completing. */
@Component
class DeskTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final TaskEventTable events;
    private final DepartmentDirectory departments;
    private final StandIns standIns;

    DeskTasks(
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService repository,
            TaskEventTable events,
            DepartmentDirectory departments,
            StandIns standIns) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.events = events;
        this.departments = departments;
        this.standIns = standIns;
    }

    /**
     * @return a task that the person may see, by the engine's grants
     * @throws TaskActionRefused if there is none; where it has just gone from their department, it says where to
     */
    DeskTask seenBy(Login who, String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null || task.getTenantId() == null) {
            throw movedOn(who, id).orElseGet(() -> new TaskActionRefused(Cause.NOT_FOUND, "process.taskGone"));
        }
        return of(task);
    }

    /** @return a task, whoever asks; the caller checks what they may do */
    DeskTask any(String id) {
        Task task = SignedIn.asSystem(() -> tasks.createTaskQuery().taskId(id).singleResult());
        if (task == null || task.getTenantId() == null) {
            throw new TaskActionRefused(Cause.NOT_FOUND, "process.taskGone");
        }
        return of(task);
    }

    /** @return the refusal for somebody whose department has handed the task over; empty if it never had it */
    Optional<TaskActionRefused> movedOn(Login who, String id) {
        return events.leaving(who.tenants(), id, who.groups())
                .map(event -> new TaskActionRefused(Cause.CONFLICT, "task.movedOn", departmentOf(event)));
    }

    private String departmentOf(TaskEvent event) {
        String department = Candidates.departmentOf(event.toGroup(), event.municipality());
        return departments.nameOf(event.municipality(), department);
    }

    private DeskTask of(Task task) {
        TaskEvent question = task.getDelegationState() == null
                ? null
                : events.openQuestion(task.getId()).orElse(null);
        String asked = question == null ? null : question.toGroup();
        return SignedIn.asSystem(() -> {
            String group = tasks.getIdentityLinksForTask(task.getId()).stream()
                    .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                    .map(link -> link.getGroupId())
                    .filter(id -> Candidates.isOfCity(id) && !id.equals(asked))
                    .findFirst()
                    .orElse(null);
            String measure = tasks.getVariable(task.getId(), Scopes.MEASURE_ID).toString();
            String number = runtime.createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult()
                    .getBusinessKey();
            String process = repository
                    .getProcessDefinition(task.getProcessDefinitionId())
                    .getKey();
            return new DeskTask(
                    task,
                    task.getTenantId(),
                    group,
                    process,
                    UUID.fromString(measure),
                    number,
                    question,
                    deputies(task, group));
        });
    }

    private List<String> deputies(Task task, String group) {
        return task.getAssignee() == null || group == null ? List.of() : standIns.deputiesOf(task.getAssignee(), group);
    }
}
