package de.kreislaufstadt.process.engine.glance;

import de.kreislaufstadt.process.Accounts.Login;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Open tasks with the values that tell them apart, read from the engine's tables in one statement however many they are: its
 * own queries would ask for every task and every scope again.
 */
@Repository
class TaskRows {

    /** A task's values live in the scopes around it: the nearest scope that has a value wins. */
    private static final String BY_ID = """
            with recursive scope (task, execution, depth) as (
                select t.id_, t.execution_id_, 0 from camunda.act_ru_task t
                where t.tenant_id_ = :municipality and t.id_ in (:tasks)
                union all
                select s.task, e.parent_id_, s.depth + 1
                from scope s join camunda.act_ru_execution e on e.id_ = s.execution
                where e.parent_id_ is not null)
            select t.id_, t.task_def_key_, t.name_, t.assignee_, t.due_date_, t.follow_up_date_, i.business_key_, l.group_id_,
                   v.name_ as value_name, v.text_ as value_text
            from camunda.act_ru_task t
            join camunda.act_ru_execution i on i.id_ = t.proc_inst_id_
            join scope s on s.task = t.id_
            left join camunda.act_ru_identitylink l on l.task_id_ = t.id_ and l.group_id_ is not null
            left join camunda.act_ru_variable v on v.execution_id_ = s.execution and v.name_ in (:names)
            where t.tenant_id_ = :municipality and t.id_ in (:tasks)
            order by t.id_, s.depth desc
            """;

    private static final String MINE = """
            select t.id_ from camunda.act_ru_task t
            join camunda.act_ru_execution i on i.id_ = t.proc_inst_id_
            where t.tenant_id_ = :municipality
              and (t.assignee_ = :user
                   or t.id_ in (select l.task_id_ from camunda.act_ru_identitylink l where l.group_id_ in (:groups)))
            """;

    private static final String WITH_WORD = """
              and (position(:word%1$d in lower(t.name_)) > 0
                   or t.task_def_key_ in (:tasks%1$d)
                   or i.business_key_ in (:numbers%1$d)
                   or t.id_ in (select l.task_id_ from camunda.act_ru_identitylink l where l.group_id_ in (:groups%1$d)))
            """;

    /** "in" wants at least one value; no key is empty. */
    private static final String NOTHING = "";

    private final NamedParameterJdbcTemplate jdbc;

    TaskRows(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An open task. */
    record Row(
            String id,
            String key,
            String name,
            String assignee,
            Instant due,
            Instant followUp,
            String measure,
            Set<String> groups,
            Map<String, String> values) {

        /** The same that the engine grants: the candidate group and who has claimed the task. */
        boolean isOpenTo(Login who) {
            return who.user().equals(assignee) || groups.stream().anyMatch(who.groups()::contains);
        }
    }

    /** A word of a search, with the measures, the candidate groups and the kinds of task it stands for beside the German names. */
    record Word(String text, List<String> measures, List<String> groups, List<String> tasks) {}

    List<Row> of(String municipality, Collection<String> tasks) {
        MapSqlParameterSource parameters = new MapSqlParameterSource("municipality", municipality)
                .addValue("tasks", tasks)
                .addValue("names", ItemNames.NAMES);
        Map<String, Row> rows = new LinkedHashMap<>();
        jdbc.query(BY_ID, parameters, row -> {
            rows.putIfAbsent(row.getString("id_"), row(row));
            Row task = rows.get(row.getString("id_"));
            if (row.getString("group_id_") != null) {
                task.groups().add(row.getString("group_id_"));
            }
            if (row.getString("value_name") != null) {
                task.values().put(row.getString("value_name"), row.getString("value_text"));
            }
        });
        return new ArrayList<>(rows.values());
    }

    /** @return ids of the person's open tasks that have all the words, the most urgent first */
    List<String> find(String municipality, Login who, List<Word> words, int most) {
        StringBuilder sql = new StringBuilder(MINE);
        MapSqlParameterSource parameters = new MapSqlParameterSource("municipality", municipality)
                .addValue("user", who.user())
                .addValue("groups", orNothing(who.groups()))
                .addValue("most", most);
        for (int i = 0; i < words.size(); i++) {
            sql.append(WITH_WORD.formatted(i));
            parameters.addValue("word" + i, words.get(i).text().toLowerCase(Locale.GERMAN));
            parameters.addValue("numbers" + i, orNothing(words.get(i).measures()));
            parameters.addValue("groups" + i, orNothing(words.get(i).groups()));
            parameters.addValue("tasks" + i, orNothing(words.get(i).tasks()));
        }
        sql.append("order by t.due_date_, t.create_time_, t.id_ limit :most");
        return jdbc.queryForList(sql.toString(), parameters, String.class);
    }

    private static List<String> orNothing(List<String> keys) {
        return keys.isEmpty() ? List.of(NOTHING) : keys;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id_"),
                row.getString("task_def_key_"),
                row.getString("name_"),
                row.getString("assignee_"),
                moment(row.getTimestamp("due_date_")),
                moment(row.getTimestamp("follow_up_date_")),
                row.getString("business_key_"),
                new LinkedHashSet<>(),
                new HashMap<>());
    }

    private static Instant moment(Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
