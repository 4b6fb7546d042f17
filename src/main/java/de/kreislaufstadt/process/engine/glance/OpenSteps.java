package de.kreislaufstadt.process.engine.glance;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.engine.glance.MeasureDesk.OpenStep;
import de.kreislaufstadt.process.engine.glance.TaskRows.Row;
import de.kreislaufstadt.process.engine.model.ModelNames;
import de.kreislaufstadt.process.engine.model.ModelWords;
import de.kreislaufstadt.process.engine.people.Candidates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The steps of measures that wait for somebody, read from the engine's tables in one statement: the engine's own query
 * joins its grants per task, and a list of measures is asked for with every look at the inbox.
 */
@Component
class OpenSteps {

    private static final String QUERY = """
            select i.business_key_, t.id_, t.task_def_key_, t.name_, t.assignee_, t.due_date_, t.follow_up_date_, l.group_id_
            from camunda.act_ru_task t
            join camunda.act_ru_execution i on i.id_ = t.proc_inst_id_
            left join camunda.act_ru_identitylink l on l.task_id_ = t.id_ and l.group_id_ not like 'WORKSHOP-%'
                 and not (t.delegation_ is not distinct from 'PENDING'
                          and exists (select from task_event e
                                      where e.municipality_id = t.tenant_id_ and e.task_id = t.id_ and e.kind = 'ASKED'
                                        and e.to_group = l.group_id_ and e.from_group <> l.group_id_))
            where t.tenant_id_ = :municipality and i.business_key_ in (:numbers)
            order by t.due_date_, t.create_time_, t.id_
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final DepartmentDirectory departments;
    private final TaskRows rows;
    private final ItemNames items;
    private final ModelNames names;
    private final Clock clock;

    OpenSteps(
            NamedParameterJdbcTemplate jdbc,
            DepartmentDirectory departments,
            TaskRows rows,
            ItemNames items,
            ModelNames names,
            Clock clock) {
        this.jdbc = jdbc;
        this.departments = departments;
        this.rows = rows;
        this.items = items;
        this.names = names;
        this.clock = clock;
    }

    /** @return open steps by measure number; a task's id only where the person may open it */
    Map<String, List<OpenStep>> of(String municipality, List<String> numbers, Login who) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        MapSqlParameterSource parameters =
                new MapSqlParameterSource("municipality", municipality).addValue("numbers", numbers);
        return jdbc
                .query(QUERY, parameters, (row, i) -> Map.entry(row.getString(1), step(municipality, row, who)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** @return open steps of one measure with what each is about */
    List<OpenStep> of(String municipality, String number, Login who) {
        List<String> ids = new ArrayList<>();
        List<OpenStep> steps = jdbc.query(
                QUERY,
                new MapSqlParameterSource("municipality", municipality).addValue("numbers", List.of(number)),
                (row, i) -> {
                    ids.add(row.getString("id_"));
                    return step(municipality, row, who);
                });
        Map<String, String> about = ids.isEmpty() ? Map.of() : items.ofTasks(municipality, rows.of(municipality, ids));
        return IntStream.range(0, steps.size())
                .mapToObj(i -> steps.get(i).about(about.get(ids.get(i))))
                .toList();
    }

    /** @return number of the measure that an open task is about */
    Optional<String> numberOf(String municipality, String task) {
        return rows.of(municipality, List.of(task)).stream().map(Row::measure).findFirst();
    }

    private OpenStep step(String municipality, ResultSet row, Login who) throws SQLException {
        String assignee = row.getString("assignee_");
        String group = row.getString("group_id_");
        boolean mine = who.user().equals(assignee);
        // The same that the engine grants: the candidate group and who has claimed the task.
        boolean mayOpen = mine || who.groups().contains(group);
        Timestamp due = row.getTimestamp("due_date_");
        return new OpenStep(
                mayOpen ? row.getString("id_") : null,
                names.task(row.getString("task_def_key_"), row.getString("name_")),
                null,
                group == null ? null : departmentOf(municipality, group),
                ModelWords.day(due),
                ModelWords.day(row.getTimestamp("follow_up_date_")),
                due != null && due.toInstant().isBefore(clock.instant()),
                mine);
    }

    /** Under the name of who does its work today. */
    private String departmentOf(String municipality, String group) {
        return departments.nameOf(
                municipality, departments.currentOf(municipality, Candidates.departmentOf(group, municipality)));
    }
}
