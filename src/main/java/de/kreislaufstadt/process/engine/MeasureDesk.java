package de.kreislaufstadt.process.engine;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.MeasureDirectory.Row;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the page Maßnahmen shows beyond the record: open steps, history, and the way to change the details. */
@Component
public class MeasureDesk {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final MeasureDirectory measures;
    private final DepartmentDirectory departments;
    private final DoneSteps history;
    private final Clock clock;

    MeasureDesk(
            TaskService tasks,
            RuntimeService runtime,
            MeasureDirectory measures,
            DepartmentDirectory departments,
            DoneSteps history,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.measures = measures;
        this.departments = departments;
        this.history = history;
        this.clock = clock;
    }

    /** A step that waits for somebody; its task id only where the person may open it. */
    public record OpenStep(
            String taskId,
            String name,
            String department,
            LocalDate due,
            LocalDate followUp,
            boolean overdue,
            boolean mine) {}

    /** A line of the list of measures. */
    public record Overview(
            String number,
            String title,
            String state,
            String stateLabel,
            String lead,
            String leadLabel,
            String role,
            List<OpenStep> nextSteps,
            boolean overdue) {}

    /** Why "change details" cannot be started; the key of a message. */
    public static final class ChangeRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ChangeRefused(String messageKey) {
            super(messageKey);
        }
    }

    /** @return the measures that the person's departments lead, contribute to or may read */
    @Transactional(readOnly = true)
    public List<Overview> visibleTo(Login who) {
        String municipality = municipality(who);
        List<Row> rows = measures.visibleTo(municipality, departments.departmentsOf(municipality, who.groups()));
        Map<String, List<OpenStep>> open =
                openSteps(municipality, rows.stream().map(Row::number).toList(), who);
        return rows.stream()
                .map(row -> {
                    List<OpenStep> next = open.getOrDefault(row.number(), List.of());
                    return new Overview(
                            row.number(),
                            row.title(),
                            row.state(),
                            row.stateLabel(),
                            row.lead(),
                            departments.nameOf(municipality, row.lead()),
                            row.role(),
                            next,
                            next.stream().anyMatch(OpenStep::overdue));
                })
                .toList();
    }

    /** @return record, open steps and history of a measure the person may see; empty otherwise */
    @Transactional(readOnly = true)
    public Optional<Map<String, Object>> details(String number, Login who) {
        String municipality = municipality(who);
        return row(municipality, number, who)
                .flatMap(row -> measures.details(municipality, number).map(record -> {
                    Map<String, Object> details = new LinkedHashMap<>(record);
                    details.put(
                            "openSteps",
                            openSteps(municipality, List.of(number), who).getOrDefault(number, List.of()));
                    details.put("history", history.of(municipality, row.id()));
                    details.put(
                            "canChangeDetails",
                            "LEAD".equals(row.role())
                                    && lifecycle(municipality, number).isPresent());
                    return details;
                }));
    }

    /**
     * Starts "Angaben ändern" for the lead department.
     *
     * @return id of the task that now waits
     * @throws ChangeRefused if the person's department does not lead the measure, its process has ended, or such a task
     *     is already open
     */
    @Transactional
    public String changeDetails(String number, Login who) {
        String municipality = municipality(who);
        Row row = row(municipality, number, who).orElseThrow(() -> new ChangeRefused("process.noMeasure"));
        if (!"LEAD".equals(row.role())) {
            throw new ChangeRefused("process.notLead");
        }
        ProcessInstance instance =
                lifecycle(municipality, number).orElseThrow(() -> new ChangeRefused("process.noProcess"));
        return SignedIn.asSystem(() -> {
            if (changeTask(instance) != null) {
                throw new ChangeRefused("process.changeRunning");
            }
            runtime.createMessageCorrelation(RunningLifecycles.CHANGE_DETAILS)
                    .processInstanceId(instance.getId())
                    .correlate();
            return changeTask(instance).getId();
        });
    }

    private Task changeTask(ProcessInstance instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(RunningLifecycles.CHANGE_DETAILS)
                .singleResult();
    }

    private Optional<ProcessInstance> lifecycle(String municipality, String number) {
        return SignedIn.asSystem(() -> runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(RunningLifecycles.PROCESS)
                .processInstanceBusinessKey(number)
                .tenantIdIn(municipality)
                .unlimitedList()
                .stream()
                .findFirst());
    }

    private Map<String, List<OpenStep>> openSteps(String municipality, List<String> numbers, Login who) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        Map<String, String> visible = tasks
                .createTaskQuery()
                .tenantIdIn(municipality)
                .processInstanceBusinessKeyIn(numbers.toArray(String[]::new))
                .unlimitedList()
                .stream()
                .collect(Collectors.toMap(Task::getId, task -> nullToEmpty(task.getAssignee())));
        return SignedIn.asSystem(() -> {
            Map<String, String> numberOfInstance = new HashMap<>();
            List<Task> open = tasks.createTaskQuery()
                    .tenantIdIn(municipality)
                    .processInstanceBusinessKeyIn(numbers.toArray(String[]::new))
                    .orderByDueDate()
                    .asc()
                    .unlimitedList();
            return open.stream()
                    .collect(Collectors.groupingBy(
                            task -> numberOfInstance.computeIfAbsent(task.getProcessInstanceId(), this::businessKey),
                            Collectors.mapping(
                                    task -> openStep(municipality, task, visible, who), Collectors.toList())));
        });
    }

    private String businessKey(String instance) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
    }

    private OpenStep openStep(String municipality, Task task, Map<String, String> visible, Login who) {
        String department = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null && group.startsWith(municipality + "-"))
                .map(group -> departments.nameOf(municipality, Candidates.departmentOf(group, municipality)))
                .findFirst()
                .orElse(null);
        Date due = task.getDueDate();
        return new OpenStep(
                visible.containsKey(task.getId()) ? task.getId() : null,
                task.getName(),
                department,
                day(due),
                day(task.getFollowUpDate()),
                due != null && due.toInstant().isBefore(clock.instant()),
                who.user().equals(visible.get(task.getId())));
    }

    private Optional<Row> row(String municipality, String number, Login who) {
        return measures.visibleTo(municipality, departments.departmentsOf(municipality, who.groups())).stream()
                .filter(row -> row.number().equals(number))
                .findFirst();
    }

    private static String municipality(Login who) {
        if (who.tenants().size() != 1) {
            throw new ChangeRefused("process.noMeasure");
        }
        return who.tenants().get(0);
    }

    private static LocalDate day(Date date) {
        return date == null ? null : date.toInstant().atZone(ModelWords.ZONE).toLocalDate();
    }

    private static String nullToEmpty(String text) {
        return text == null ? "" : text;
    }
}
