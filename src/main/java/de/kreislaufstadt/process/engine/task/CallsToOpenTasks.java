package de.kreislaufstadt.process.engine.task;

import de.kreislaufstadt.process.CallsToTasks;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.process.engine.model.ModelWords;
import de.kreislaufstadt.process.engine.people.SignedIn;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class CallsToOpenTasks implements CallsToTasks {

    private final TaskService tasks;
    private final TaskDesk desk;
    private final ApplicationEventPublisher events;

    CallsToOpenTasks(TaskService tasks, TaskDesk desk, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.desk = desk;
        this.events = events;
    }

    @Override
    @Transactional
    public void call(String municipality, String group, String user, String cause) {
        SignedIn.runAsSystem(() -> tasks.createTaskQuery()
                .tenantIdIn(municipality)
                .taskCandidateGroup(group)
                .unlimitedList()
                .forEach(task -> events.publishEvent(notice(task, group, user, cause))));
    }

    private TaskNotice notice(Task task, String group, String user, String cause) {
        TaskContext context = desk.context(task, null);
        return new TaskNotice(
                TaskNotice.Kind.OPENED,
                context.municipality(),
                context.taskId(),
                context.taskKey(),
                context.measureId(),
                context.measureNumber(),
                group,
                user,
                ModelWords.day(task.getDueDate()),
                cause);
    }
}
