package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.process.OpenTasks;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads open tasks from the engine's tables in one statement, whoever they belong to. */
@Repository
class EngineTasks implements OpenTasks {

    private static final String SELECT = """
            select t.id_, t.proc_inst_id_, t.task_def_key_, t.name_, t.assignee_, t.due_date_,
                   array(select l.group_id_ from camunda.act_ru_identitylink l
                         where l.task_id_ = t.id_ and l.group_id_ is not null) as groups
            from camunda.act_ru_task t
            """;

    private final JdbcClient jdbc;
    private final ModelNames names;

    EngineTasks(JdbcClient jdbc, ModelNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    @Override
    public Map<String, OpenTask> among(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(SELECT + " where t.id_ = any(:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(this::task)
                .list()
                .stream()
                .collect(Collectors.toMap(OpenTask::id, Function.identity()));
    }

    @Override
    public Map<String, OpenTask> ofInstances(Collection<String> instances) {
        Map<String, OpenTask> found = new HashMap<>();
        jdbc.sql(SELECT + " where t.proc_inst_id_ = any(:instances)")
                .param("instances", instances.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("proc_inst_id_"), task(row, 0));
                });
        return found;
    }

    private OpenTask task(ResultSet row, int number) throws SQLException {
        return new OpenTask(
                row.getString("id_"),
                names.task(row.getString("task_def_key_"), row.getString("name_")),
                row.getString("assignee_"),
                texts(row.getArray("groups")),
                ModelWords.day(row.getTimestamp("due_date_")));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(Object::toString).collect(Collectors.toUnmodifiableSet());
    }
}
