package de.kreislaufstadt.process.engine.glance;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.Guidance;
import de.kreislaufstadt.process.Matters;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.MeasureDirectory.Card;
import de.kreislaufstadt.process.MeasureDirectory.Reader;
import de.kreislaufstadt.process.MeasureDirectory.Row;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.record.RunningLifecycles;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the page Maßnahmen shows beyond the record: open steps, history, and the way to change the details. */
@Component
public class MeasureDesk {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final MeasureDirectory measures;
    private final Matters matters;
    private final DepartmentDirectory departments;
    private final DoneSteps history;
    private final OpenSteps openSteps;
    private final TaskHistory taskHistory;
    private final ObjectProvider<Guidance> guidance;
    private final JdbcClient jdbc;

    MeasureDesk(
            TaskService tasks,
            RuntimeService runtime,
            MeasureDirectory measures,
            Matters matters,
            DepartmentDirectory departments,
            DoneSteps history,
            OpenSteps openSteps,
            TaskHistory taskHistory,
            ObjectProvider<Guidance> guidance,
            JdbcClient jdbc) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.measures = measures;
        this.matters = matters;
        this.departments = departments;
        this.history = history;
        this.openSteps = openSteps;
        this.taskHistory = taskHistory;
        this.guidance = guidance;
        this.jdbc = jdbc;
    }

    /**
     * A step that waits for somebody; its task id only where the person may open it.
     *
     * @param item what tells it apart from others of the same kind; null where it is not asked for or there is only one
     */
    public record OpenStep(
            String taskId,
            String name,
            String item,
            String department,
            LocalDate due,
            LocalDate followUp,
            boolean overdue,
            boolean mine) {

        OpenStep about(String item) {
            return new OpenStep(taskId, name, item, department, due, followUp, overdue, mine);
        }
    }

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
        if (who.tenants().isEmpty()) {
            // Administrators belong to no municipality.
            return List.of();
        }
        String municipality = municipality(who);
        List<Row> rows = rows(municipality, who);
        Map<String, List<OpenStep>> open =
                openSteps.of(municipality, rows.stream().map(Row::number).toList(), who);
        return rows.stream()
                .map(row -> {
                    List<OpenStep> next = open.getOrDefault(row.number(), List.of());
                    return new Overview(
                            row.number(),
                            row.title(),
                            row.state(),
                            row.stateLabel(),
                            row.lead(),
                            departments.nameOf(municipality, departments.currentOf(municipality, row.lead())),
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
                .flatMap(row -> details(municipality, number, row.id(), who, false)
                        .map(details -> {
                            details.put(
                                    "canChangeDetails",
                                    "LEAD".equals(row.role())
                                            && lifecycle(municipality, number)
                                                    .filter(running -> !running.isSuspended())
                                                    .isPresent());
                            guidance.ifAvailable(one -> details.put("guidance", one.byPhase(municipality)));
                            details.put("leads", "LEAD".equals(row.role()));
                            return details;
                        }));
    }

    /** @return the same about the measure of a task the person may see, whoever's measure it is; empty otherwise */
    @Transactional(readOnly = true)
    public Optional<Map<String, Object>> ofTask(String taskId, Login who) {
        // The engine's authorizations decide whether the person sees the task at all.
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || task.getTenantId() == null) {
            return Optional.empty();
        }
        String municipality = task.getTenantId();
        return openSteps
                .numberOf(municipality, taskId)
                .flatMap(number -> Optional.ofNullable(
                                matters.cards(municipality, List.of(number)).get(number))
                        .flatMap(card -> matters.isMeasure(number)
                                ? details(municipality, number, card.id(), who, true)
                                : Optional.of(ofOther(municipality, card))));
    }

    /** What is known of something that is no measure: it has no record, and its page is another module's. */
    private Map<String, Object> ofOther(String municipality, Card card) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("ofMeasure", false);
        about.put("number", card.number());
        about.put("title", card.title());
        about.put("stateLabel", card.stateLabel());
        about.put("history", history.of(municipality, card.id()));
        about.put("taskEvents", taskHistory.ofMeasure(municipality, card.id()));
        return about;
    }

    private Optional<Map<String, Object>> details(
            String municipality, String number, UUID measure, Login who, boolean worksOnIt) {
        Reader reader = new Reader(
                departments.departmentsOf(municipality, who.groups()), SignedIn.looksEverywhere(who), worksOnIt);
        return measures.details(municipality, number, reader).map(record -> {
            Map<String, Object> details = new LinkedHashMap<>(record);
            details.put("openSteps", openSteps.of(municipality, number, who));
            details.put("history", history.of(municipality, measure));
            details.put("taskEvents", taskHistory.ofMeasure(municipality, measure));
            return details;
        });
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
        if (instance.isSuspended()) {
            throw new ChangeRefused("process.paused");
        }
        // Two people who ask in the same second: the second waits here and is told that a task is open.
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:instance))")
                .param("instance", instance.getId())
                .query((locked, i) -> null)
                .list();
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

    private Optional<Row> row(String municipality, String number, Login who) {
        return measures.visibleTo(
                municipality,
                number,
                departments.departmentsOf(municipality, who.groups()),
                SignedIn.looksEverywhere(who));
    }

    private List<Row> rows(String municipality, Login who) {
        return measures.visibleTo(
                municipality, departments.departmentsOf(municipality, who.groups()), SignedIn.looksEverywhere(who));
    }

    private static String municipality(Login who) {
        if (who.tenants().size() != 1) {
            throw new ChangeRefused("process.noMeasure");
        }
        return who.tenants().get(0);
    }
}
