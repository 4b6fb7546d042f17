package de.kreislaufstadt.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.process.engine.model.MunicipalityOfInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The departments of the test municipality at work: every step is done as a person, with that person's rights, the way
 * Tasklist does it.
 */
@TestComponent
public class Office {

    public static final String MUNICIPALITY = "muenster";

    private final TaskService tasks;
    private final FormService forms;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;
    private final HistoryService history;
    private final IdentityService identity;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Office(
            TaskService tasks,
            FormService forms,
            RuntimeService runtime,
            RepositoryService repository,
            ManagementService management,
            HistoryService history,
            IdentityService identity,
            JdbcClient jdbc,
            ObjectMapper json) {
        this.tasks = tasks;
        this.forms = forms;
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
        this.history = history;
        this.identity = identity;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A person at a desk, e.g. {@code as("klima-sachbearbeitung")}. */
    public Desk as(String user) {
        return new Desk(user);
    }

    /** Valid data of a form from {@code src/test/resources/forms}, to be changed where a test is about a value. */
    public ObjectNode valid(String form) {
        try {
            return (ObjectNode) json.readTree(new ClassPathResource("forms/" + form + ".json").getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ObjectNode valid(String form, Consumer<ObjectNode> change) {
        ObjectNode data = valid(form);
        change.accept(data);
        return data;
    }

    /** @return the open tasks of a measure by the id of their element, in whatever process of its tree */
    public List<String> openTasks(String number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).unlimitedList().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    public List<Task> open(String number, String task) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(task)
                .orderByTaskCreateTime()
                .asc()
                .unlimitedList();
    }

    /** Starts a process of any municipality in front of one of its elements. @return id of the instance */
    public String startedAt(
            String municipality, String process, String number, String element, Map<String, Object> values) {
        return MunicipalityOfInstance.actingFor(
                municipality,
                () -> runtime.createProcessInstanceByKey(process)
                        .businessKey(number)
                        .setVariables(values)
                        .startBeforeActivity(element)
                        .execute()
                        .getId());
    }

    /** Fires a timer of a measure by the id of its event. */
    public void fire(String number, String event) {
        List<String> instances =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).unlimitedList().stream()
                        .map(ProcessInstance::getId)
                        .toList();
        List<Job> jobs = instances.stream()
                .flatMap(instance ->
                        management
                                .createJobQuery()
                                .processInstanceId(instance)
                                .activityId(event)
                                .unlimitedList()
                                .stream())
                .toList();
        assertThat(jobs).as("timer %s of %s", event, number).isNotEmpty();
        jobs.forEach(job -> management.executeJob(job.getId()));
    }

    /** @return whether any process still runs for the measure */
    public boolean isRunning(String number) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count()
                > 0;
    }

    public Object variable(String number, String process, String name) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(process)
                .unlimitedList()
                .get(0);
        return runtime.getVariable(instance.getId(), name);
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public RuntimeService runtime() {
        return runtime;
    }

    public TaskService tasks() {
        return tasks;
    }

    public HistoryService history() {
        return history;
    }

    public ManagementService management() {
        return management;
    }

    /** What one person does, with that person's rights. */
    public final class Desk {

        private final String user;

        private Desk(String user) {
            this.user = user;
        }

        /** Proposes a measure with the data of {@code propose-measure.json}. @return its number */
        public String proposes() {
            return proposes(valid("propose-measure"));
        }

        public String proposes(JsonNode data) {
            return signedIn(() -> {
                String definition = repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("measure-lifecycle")
                        .latestVersion()
                        .singleResult()
                        .getId();
                return forms.submitStartForm(definition, form(data)).getBusinessKey();
            });
        }

        /** Completes the oldest open task of this kind with valid data. */
        public Desk completes(String number, String task) {
            return completes(number, task, valid(task));
        }

        public Desk completes(String number, String task, JsonNode data) {
            return completes(oneOf(number, task), data);
        }

        public Desk completes(String number, String task, Consumer<ObjectNode> change) {
            return completes(number, task, valid(task, change));
        }

        public Desk completes(Task task, JsonNode data) {
            signedIn(() -> {
                tasks.complete(task.getId(), form(data));
                return null;
            });
            return this;
        }

        /** @return ids of the elements of all tasks of the measure this person sees */
        public List<String> sees(String number) {
            return signedIn(() -> tasks.createTaskQuery().processInstanceBusinessKey(number).unlimitedList().stream()
                    .map(Task::getTaskDefinitionKey)
                    .sorted()
                    .toList());
        }

        public <T> T signedIn(Supplier<T> work) {
            List<String> groups = identity.createGroupQuery().groupMember(user).unlimitedList().stream()
                    .map(Group::getId)
                    .toList();
            identity.setAuthentication(user, groups, List.of(MUNICIPALITY));
            try {
                return work.get();
            } finally {
                identity.clearAuthentication();
            }
        }

        private Task oneOf(String number, String task) {
            List<Task> candidates = signedIn(() -> open(number, task));
            assertThat(candidates)
                    .as("open task %s of %s for %s; open: %s", task, number, user, openTasks(number))
                    .isNotEmpty();
            return candidates.get(0);
        }

        private Map<String, Object> form(JsonNode data) {
            return Variables.createVariables()
                    .putValueTyped(
                            "form", SpinValues.jsonValue(data.toString(), true).create());
        }
    }
}
