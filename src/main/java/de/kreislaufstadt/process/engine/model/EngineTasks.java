package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.process.OpenTasks;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads open tasks from the engine's tables in one statement, whoever they belong to. */
@Repository
class EngineTasks implements OpenTasks {

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
        return jdbc.sql("""
                        select t.id_, t.task_def_key_, t.name_, t.assignee_, t.due_date_,
                               array(select l.group_id_ from camunda.act_ru_identitylink l
                                     where l.task_id_ = t.id_ and l.group_id_ is not null) as groups
                        from camunda.act_ru_task t where t.id_ in (:ids)
                        """).param("ids", ids).query(this::task).list().stream()
                .collect(Collectors.toMap(OpenTask::id, Function.identity()));
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
