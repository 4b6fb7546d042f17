package de.kreislaufstadt.process.engine.watch;

import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.DepartmentChoice;
import de.kreislaufstadt.process.StandIns;
import de.kreislaufstadt.process.WatchedTask;
import de.kreislaufstadt.process.WatchedTasks;
import de.kreislaufstadt.process.engine.model.EngineDays;
import de.kreislaufstadt.process.engine.model.ModelNames;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.people.Colleagues;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.people.TaskAccess;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import de.kreislaufstadt.process.engine.record.TaskEventTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open tasks read from the engine's tables page by page: the engine's own query would load entities with their grants, and
 * the morning's look at all deadlines passes over every open task.
 */
@Component
public class TasksUnderWatch implements WatchedTasks {

    /** Above the engine's 50 that tasks begin with, so that Tasklist can sort by it; costs no statement to look at. */
    public static final int ESCALATED = 75;

    /** A department that was only asked a question does not own the task. */
    private static final String SELECT = """
            select t.id_, t.task_def_key_, t.name_, t.create_time_, t.due_date_, i.business_key_, v.text_ as measure,
                   w.text_ as lead, l.group_id_,
                   t.assignee_, t.delegation_,
                   array(select m.group_id_ from camunda.act_id_membership m where m.user_id_ = t.assignee_) as own
            from camunda.act_ru_task t
            join camunda.act_ru_execution i on i.id_ = t.proc_inst_id_
            join camunda.act_ru_variable v on v.var_scope_ = t.proc_inst_id_ and v.name_ = 'measureId'
            left join camunda.act_ru_variable w on w.var_scope_ = t.proc_inst_id_ and w.name_ = 'lead'
            left join lateral (
                select c.group_id_ from camunda.act_ru_identitylink c
                where c.task_id_ = t.id_ and c.type_ = 'candidate' and c.group_id_ not like 'WORKSHOP-%'
                  and not (t.delegation_ is not distinct from 'PENDING'
                           and exists (select from task_event e
                                       where e.municipality_id = t.tenant_id_ and e.task_id = t.id_ and e.kind = 'ASKED'
                                         and e.to_group = c.group_id_ and e.from_group <> c.group_id_))
                order by c.group_id_ limit 1) l on true
            where t.tenant_id_ = :municipality
            """;

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final Colleagues colleagues;
    private final DepartmentChoice departments;
    private final StandIns standIns;
    private final RepositoryService repository;
    private final TaskEventTable events;
    private final TaskAccess access;
    private final Clock clock;
    private final ModelNames names;

    TasksUnderWatch(
            JdbcClient jdbc,
            TaskService tasks,
            Colleagues colleagues,
            DepartmentChoice departments,
            StandIns standIns,
            RepositoryService repository,
            TaskEventTable events,
            TaskAccess access,
            ModelNames names,
            Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.departments = departments;
        this.standIns = standIns;
        this.repository = repository;
        this.events = events;
        this.access = access;
        this.clock = clock;
        this.names = names;
    }

    @Override
    public List<WatchedTask> page(String municipality, String after, int size) {
        return jdbc.sql(
                        SELECT
                                + " and t.suspension_state_ = 1 and t.due_date_ is not null and t.id_ > :after order by t.id_ limit :size")
                .param("municipality", municipality)
                .param("after", after)
                .param("size", size)
                .query((row, i) -> task(municipality, row))
                .list();
    }

    @Override
    public Optional<WatchedTask> find(String municipality, String id) {
        return jdbc.sql(SELECT + " and t.id_ = :id")
                .param("municipality", municipality)
                .param("id", id)
                .query((row, i) -> task(municipality, row))
                .optional();
    }

    /** Measures are held in the order of their numbers, as those are that are merged: so no two wait for each other. */
    @Override
    public List<WatchedTask> hold(String municipality, Collection<String> ids) {
        String[] all = ids.toArray(String[]::new);
        jdbc.sql("""
                        select m.id from measure m
                        where m.municipality_id = :municipality and m.id in (
                            select cast(v.text_ as uuid) from camunda.act_ru_task t
                            join camunda.act_ru_variable v on v.var_scope_ = t.proc_inst_id_ and v.name_ = 'measureId'
                            where t.id_ = any(:ids))
                        order by m.number collate "C" for no key update
                        """).param("municipality", municipality).param("ids", all).query(row -> {});
        return jdbc.sql(SELECT + " and t.suspension_state_ = 1 and t.id_ = any(:ids) order by t.id_")
                .param("municipality", municipality)
                .param("ids", all)
                .query((row, i) -> task(municipality, row))
                .list();
    }

    @Override
    public List<Option> people(WatchedTask task) {
        return membersOf(task, task.ofHead());
    }

    @Override
    public boolean headCanClarify(WatchedTask task) {
        return !task.ofHead() && !membersOf(task, true).isEmpty();
    }

    /** Members of a group, and of that of the department which has taken over from its department. */
    private List<Option> membersOf(WatchedTask task, boolean heads) {
        String current = departments.currentOf(task.municipality(), task.department());
        List<String> groups = List.of(
                Candidates.group(task.municipality(), task.department(), heads),
                Candidates.group(task.municipality(), current, heads));
        return colleagues.of(task.municipality()).stream()
                .filter(person -> groups.stream().anyMatch(person::isIn))
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    @Override
    public void markEscalated(WatchedTask task) {
        SignedIn.asSystem(() -> {
            Task found = found(task);
            found.setPriority(ESCALATED);
            tasks.saveTask(found);
            return null;
        });
    }

    @Override
    public UUID decide(WatchedTask task, Decision decision) {
        return SignedIn.asSystem(() -> {
            Task found = found(task);
            TaskEvent event = event(task, found, decision);
            Optional<TaskEvent> question = decision.changesHands() && found.getDelegationState() != null
                    ? events.openQuestion(task.id())
                    : Optional.empty();
            found.setDueDate(EngineDays.endOf(decision.due()));
            found.setPriority(Task.PRIORITY_NORMAL);
            if (decision.changesHands()) {
                found.setOwner(null);
                found.setAssignee(decision.person());
                found.setDelegationState(null);
            }
            tasks.saveTask(found);
            if (decision.changesHands()) {
                question.map(TaskEvent::toGroup).ifPresent(asked -> tasks.deleteCandidateGroup(task.id(), asked));
                access.endOfOthersAtLast(task.id());
            }
            events.add(event);
            return event.id();
        });
    }

    private Task found(WatchedTask task) {
        return tasks.createTaskQuery().taskId(task.id()).singleResult();
    }

    private TaskEvent event(WatchedTask task, Task found, Decision decision) {
        TaskEvent.Kind handedOn = decision.person() == null ? TaskEvent.Kind.RELEASED : TaskEvent.Kind.ASSIGNED;
        LocalDate followUp = EngineDays.dayOf(found.getFollowUpDate());
        return new TaskEvent(
                UUID.randomUUID(),
                task.municipality(),
                task.measureId(),
                repository.getProcessDefinition(found.getProcessDefinitionId()).getKey(),
                task.key(),
                task.id(),
                decision.changesHands() ? handedOn : TaskEvent.Kind.EXTENDED,
                decision.by(),
                clock.instant(),
                task.group(),
                task.group(),
                found.getAssignee(),
                decision.changesHands() ? decision.person() : found.getAssignee(),
                followUp,
                followUp,
                task.due(),
                decision.due(),
                decision.reason());
    }

    private WatchedTask task(String municipality, ResultSet row) throws SQLException {
        String group = row.getString("group_id_");
        return new WatchedTask(
                municipality,
                row.getString("id_"),
                row.getString("task_def_key_"),
                names.task(row.getString("task_def_key_"), row.getString("name_")),
                UUID.fromString(row.getString("measure")),
                row.getString("business_key_"),
                row.getString("lead"),
                group == null ? null : Candidates.departmentOf(group, municipality),
                group,
                group != null && group.endsWith(Candidates.HEAD),
                canAct(municipality, group, row) ? row.getString("assignee_") : null,
                EngineDays.dayOf(row.getTimestamp("create_time_")),
                EngineDays.dayOf(row.getTimestamp("due_date_")));
    }

    /**
     * Whoever was asked a question works on the task without being a member of its group; whoever has left the group or the
     * municipality, or stood in until yesterday, works on nothing.
     */
    private boolean canAct(String municipality, String group, ResultSet row) throws SQLException {
        String assignee = row.getString("assignee_");
        if (assignee == null) {
            return false;
        }
        List<String> own = Arrays.asList((String[]) row.getArray("own").getArray());
        boolean asked = "PENDING".equals(row.getString("delegation_"));
        return own.contains(group)
                || asked && own.contains(municipality + "-staff")
                || standIns.groupsToday(assignee, own, List.of(municipality)).contains(group);
    }
}
