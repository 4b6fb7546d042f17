package de.kreislaufstadt.process.engine.steer;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentChoice;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.engine.glance.ItemNames;
import de.kreislaufstadt.process.engine.model.ModelNames;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.people.Colleagues;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.steer.StuckJobs.Stuck;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the tab "Eingreifen" of a measure shows: its open tasks and stuck jobs, and what the reader can do with them. */
@Component
public class MeasureSteering {

    private final SteeredTasks tasks;
    private final StuckJobs jobs;
    private final StepRules rules;
    private final SteeringRights rights;
    private final MeasureDirectory measures;
    private final DepartmentDirectory departments;
    private final DepartmentChoice choice;
    private final Colleagues colleagues;
    private final ItemNames items;
    private final ModelNames names;
    private final Accounts accounts;
    private final RepositoryService repository;

    MeasureSteering(
            SteeredTasks tasks,
            StuckJobs jobs,
            StepRules rules,
            SteeringRights rights,
            MeasureDirectory measures,
            DepartmentDirectory departments,
            DepartmentChoice choice,
            Colleagues colleagues,
            ItemNames items,
            ModelNames names,
            Accounts accounts,
            RepositoryService repository) {
        this.tasks = tasks;
        this.jobs = jobs;
        this.rules = rules;
        this.rights = rights;
        this.measures = measures;
        this.departments = departments;
        this.choice = choice;
        this.colleagues = colleagues;
        this.items = items;
        this.names = names;
        this.accounts = accounts;
        this.repository = repository;
    }

    /**
     * @param state code of the measure's state
     * @param maySteer whether the reader may step in
     * @param people everybody who can get a task, with the departments they work in; only for who may step in
     * @param departments departments that can get a task; only for who may step in
     */
    public record View(
            String number,
            String title,
            String state,
            boolean maySteer,
            List<OpenTask> tasks,
            List<StuckJob> jobs,
            List<Choice> people,
            List<Option> departments) {}

    /**
     * An open task.
     *
     * @param about what tells it apart from others of its kind; absent where there is only one
     * @param holder name of who has it; absent where nobody has, or the reader need not know
     * @param paused whether it stands still with its measure
     * @param asked whether it waits for an answer
     * @param skippable whether the step may be skipped
     * @param earlier steps that may be repeated instead
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OpenTask(
            String id,
            String name,
            String about,
            String department,
            String departmentKey,
            boolean ofHeads,
            String holder,
            LocalDate due,
            LocalDate followUp,
            boolean paused,
            boolean asked,
            boolean skippable,
            List<Option> earlier) {}

    /**
     * A job that has failed.
     *
     * @param step name of the step it belongs to
     * @param process name of the process
     * @param cause {@code MAIL_SERVER}, {@code DATABASE}, {@code RULE} or {@code UNKNOWN}
     * @param since when it was given up; absent where it is tried again
     * @param next when it is tried again; absent where it is not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StuckJob(
            String id, String step, String process, String cause, boolean givenUp, Instant since, Instant next) {}

    /** Somebody to choose, with the keys of the departments they work in, and of those they head. */
    public record Choice(String value, String label, List<String> departments, List<String> heads) {}

    /** @throws InterventionRefused if there is no such measure that the reader may see */
    @Transactional(readOnly = true)
    public View of(String number, Login who) {
        String municipality = SteeringRights.municipality(who);
        MeasureDirectory.Row measure = measures.visibleTo(
                        municipality,
                        number,
                        departments.departmentsOf(municipality, who.groups()),
                        SignedIn.looksEverywhere(who))
                .orElseThrow(() -> new InterventionRefused(Cause.NOT_FOUND, "process.noMeasure"));
        boolean may = rights.may(municipality, measure.lead(), who);
        boolean withNames = may || SignedIn.looksEverywhere(who);
        List<SteeredTask> open = tasks.ofMeasure(municipality, number);
        Map<String, String> about =
                items.ofOpen(municipality, open.stream().map(SteeredTask::id).toList());
        return new View(
                number,
                measure.title(),
                measure.state(),
                may,
                open.stream()
                        .map(task -> open(task, about.get(task.id()), withNames))
                        .toList(),
                jobs.ofMeasure(municipality, number).stream().map(this::stuck).toList(),
                may ? people(municipality) : List.of(),
                may ? choice.options(municipality) : List.of());
    }

    private OpenTask open(SteeredTask task, String about, boolean withHolder) {
        StepRules.Rules allowed = rules.of(task.definition());
        String department = task.group() == null
                ? null
                : choice.currentOf(task.municipality(), Candidates.departmentOf(task.group(), task.municipality()));
        return new OpenTask(
                task.id(),
                names.task(task.key(), task.name()),
                about,
                department == null ? null : departments.nameOf(task.municipality(), department),
                department,
                task.group() != null && task.group().endsWith(Candidates.HEAD),
                withHolder && task.assignee() != null ? accounts.nameOf(task.assignee()) : null,
                task.due(),
                task.followUp(),
                task.paused(),
                task.asked(),
                allowed.skippable().contains(task.key()),
                allowed.before(task.key()).stream()
                        .map(step -> new Option(step, nameOf(task.definition(), step)))
                        .toList());
    }

    private StuckJob stuck(Stuck job) {
        return new StuckJob(
                job.id(),
                job.activity() == null ? null : nameOf(job.definition(), job.activity()),
                names.process(job.process(), processName(job.definition())),
                jobs.causeOf(job).name(),
                job.givenUp(),
                job.since(),
                job.next());
    }

    private String processName(String definition) {
        return SignedIn.asSystem(
                () -> repository.getProcessDefinition(definition).getName());
    }

    /** Not every timer has a name; its id says what it waits for. */
    private String nameOf(String definition, String element) {
        FlowElement found = SignedIn.asSystem(
                () -> repository.getBpmnModelInstance(definition).getModelElementById(element));
        return names.task(element, found == null || found.getName() == null ? element : found.getName());
    }

    private List<Choice> people(String municipality) {
        return colleagues.of(municipality).stream()
                .map(person -> new Choice(
                        person.id(),
                        person.name(),
                        departmentsOf(municipality, person, false),
                        departmentsOf(municipality, person, true)))
                .toList();
    }

    private static List<String> departmentsOf(String municipality, Colleagues.Person person, boolean heads) {
        return person.groups().stream()
                .filter(group -> group.endsWith(Candidates.HEAD) == heads)
                .map(group -> Candidates.departmentOf(group, municipality))
                .distinct()
                .toList();
    }
}
