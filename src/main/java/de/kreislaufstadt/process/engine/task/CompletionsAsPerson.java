package de.kreislaufstadt.process.engine.task;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Completions;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.OpenTasks;
import de.kreislaufstadt.process.OpenTasks.OpenTask;
import de.kreislaufstadt.process.engine.model.SubmittedForm;
import de.kreislaufstadt.process.engine.people.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Completes a task as Tasklist does it, with the person signed in for that long. */
@Component
class CompletionsAsPerson implements Completions {

    private final TaskService tasks;
    private final OpenTasks open;
    private final ObjectMapper json;

    CompletionsAsPerson(TaskService tasks, OpenTasks open, ObjectMapper json) {
        this.tasks = tasks;
        this.open = open;
        this.json = json;
    }

    @Override
    @Transactional
    public void complete(String taskId, Map<String, ?> form, Login who) {
        OpenTask task = open.among(List.of(taskId)).get(taskId);
        if (task == null) {
            throw new InterventionRefused(Cause.CONFLICT, "steering.taskDone");
        }
        if (task.groups().stream().noneMatch(who.groups()::contains)) {
            throw new InterventionRefused(Cause.FORBIDDEN, "process.notYourTask");
        }
        if (task.assignee() != null && !task.assignee().equals(who.user())) {
            throw new InterventionRefused(Cause.CONFLICT, "process.heldBySomebody");
        }
        String data = json.valueToTree(form).toString();
        as(
                who,
                () -> tasks.complete(
                        taskId,
                        Variables.createVariables()
                                .putValueTyped(
                                        SubmittedForm.VARIABLE,
                                        SpinValues.jsonValue(data, true).create())));
    }

    private static void as(Login who, Runnable work) {
        Optional<Login> before = SignedIn.current();
        SignedIn.set(who);
        try {
            work.run();
        } finally {
            SignedIn.clear();
            before.ifPresent(SignedIn::set);
        }
    }
}
