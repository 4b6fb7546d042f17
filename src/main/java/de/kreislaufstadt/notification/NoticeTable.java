package de.kreislaufstadt.notification;

import de.kreislaufstadt.process.TaskNotice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices as they were published. They belong to every municipality: the outbox is sent by the system, not by a person. */
@Repository
class NoticeTable {

    private static final String INSERT = """
            insert into notice (id, municipality_id, kind, task_id, task_key, measure_id, measure_number, group_id,
                                assignee_by, cause, created_at)
            values (:id, :municipality, :kind, :task, :key, :measure, :number, :group, :assignee, :cause, :at)
            on conflict do nothing
            """;

    private static final String COLUMNS =
            "n.id, n.municipality_id, n.kind, n.task_id, n.measure_number, n.group_id, n.assignee_by, n.cause";

    private final NamedParameterJdbcTemplate batches;
    private final JdbcClient jdbc;

    NoticeTable(NamedParameterJdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /** Writes them in one batch; what has been written before is left alone. */
    void add(List<TaskNotice> notices, Instant at) {
        batches.batchUpdate(
                INSERT,
                notices.stream()
                        .map(notice -> new MapSqlParameterSource("id", UUID.randomUUID())
                                .addValue("municipality", notice.municipality())
                                .addValue("kind", notice.kind().name())
                                .addValue("task", notice.taskId())
                                .addValue("key", notice.taskKey())
                                .addValue("measure", notice.measureId())
                                .addValue("number", notice.measureNumber())
                                .addValue("group", notice.group())
                                .addValue("assignee", notice.assignee())
                                .addValue("cause", notice.cause())
                                .addValue("at", Timestamp.from(at)))
                        .toArray(SqlParameterSource[]::new));
    }

    /** @return the oldest new notices, locked until the transaction ends; other nodes take the next ones */
    List<Notice> takeNew(int most) {
        return jdbc.sql("select " + COLUMNS + """
                         from notice n where state = 'NEW'
                        order by created_at, id limit :most for update skip locked
                        """)
                .param("most", most)
                .query(NoticeTable::notice)
                .list();
    }

    /** @return what a mail is about, oldest first */
    List<Notice> of(UUID mail) {
        return jdbc.sql("select " + COLUMNS + """
                         from notice n join mail_notice m on m.notice_id = n.id
                        where m.mail_id = :mail order by n.created_at, n.id
                        """)
                .param("mail", mail)
                .query(NoticeTable::notice)
                .list();
    }

    void mark(List<UUID> notices, String state) {
        if (!notices.isEmpty()) {
            jdbc.sql("update notice set state = :state where id in (:ids)")
                    .param("state", state)
                    .param("ids", notices)
                    .update();
        }
    }

    /** @return ids of tasks with a notice in one of these states that is older than the moment */
    List<String> tasksOlderThan(Instant moment, List<String> states, String after, int most) {
        return jdbc.sql("""
                        select distinct task_id from notice
                        where created_at < :moment and state in (:states) and task_id > :after
                        order by task_id limit :most
                        """)
                .param("moment", Timestamp.from(moment))
                .param("states", states)
                .param("after", after)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Drops what was never sent of tasks that are done. */
    int outdate(List<String> tasks) {
        return tasks.isEmpty()
                ? 0
                : jdbc.sql("update notice set state = 'OUTDATED' where state = 'NEW' and task_id in (:tasks)")
                        .param("tasks", tasks)
                        .update();
    }

    /** Deletes notices of done tasks, unless a mail about them still waits. */
    int delete(List<String> tasks) {
        return tasks.isEmpty() ? 0 : jdbc.sql("""
                        delete from notice n where state <> 'NEW' and task_id in (:tasks)
                          and not exists (select from mail_notice x join mail m on m.id = x.mail_id
                                          where x.notice_id = n.id and m.state in ('PENDING', 'SENDING'))
                        """).param("tasks", tasks).update();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("municipality_id"),
                TaskNotice.Kind.valueOf(row.getString("kind")),
                row.getString("task_id"),
                row.getString("measure_number"),
                row.getString("group_id"),
                row.getString("assignee_by"),
                row.getString("cause"));
    }
}
