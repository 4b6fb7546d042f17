package de.kreislaufstadt.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Breaks the database on purpose, one way after the other, and sees whether the checker notices; nothing of it stays. */
final class BrokenDatabases {

    /** A way to break it, and how the checker has to begin what it says of it. */
    private static final Map<String, String> WAYS = new LinkedHashMap<>();

    static {
        String one = " where ctid = (select min(ctid) from ";
        WAYS.put(
                "delete from kreislaufstadt.step" + one + "kreislaufstadt.step where task_key = 'review-proposal')",
                "completion lost");
        WAYS.put(
                "insert into kreislaufstadt.step select (jsonb_populate_record(s, jsonb_build_object("
                        + "'id', gen_random_uuid(), 'task_id', 'twice'))).* from kreislaufstadt.step s"
                        + " where task_id is not null limit 1",
                "step without its entry in the log");
        WAYS.put(
                "update kreislaufstadt.step set completed_by = 'somebody-else'" + one
                        + "kreislaufstadt.step where task_key = 'decide-measure')",
                "completion lost");
        WAYS.put(
                "update kreislaufstadt.audit_entry set role = 'somebody-else'" + one + "kreislaufstadt.audit_entry)",
                "entry of the log that is not as it was written");
        WAYS.put(
                "delete from kreislaufstadt.audit_entry" + one + "kreislaufstadt.audit_entry where position > 5)",
                "number in the log that is missing");
        WAYS.put(
                "update kreislaufstadt.audit_value set logged = '{\"to\": 1}'" + one + "kreislaufstadt.audit_value)",
                "value of the log that is not as it was written");
        WAYS.put(
                "delete from kreislaufstadt.audit_value" + one + "kreislaufstadt.audit_value)",
                "entry of the log whose values");
        WAYS.put("update kreislaufstadt.audit_head set position = position + 1", "head of the log");
        WAYS.put("delete from kreislaufstadt.measure" + one + "kreislaufstadt.measure)", "process without its measure");
        WAYS.put(
                "delete from kreislaufstadt.measure_version" + one + "kreislaufstadt.measure_version)",
                "proposal lost");
        WAYS.put(
                "insert into kreislaufstadt.measure_version select (jsonb_populate_record(v, jsonb_build_object("
                        + "'id', gen_random_uuid(), 'measure_id', gen_random_uuid()))).*"
                        + " from kreislaufstadt.measure_version v where version = 1 limit 1",
                "proposal doubled");
        WAYS.put(
                "delete from camunda.act_ru_task" + one
                        + "camunda.act_ru_task where task_def_key_ = 'collect-knowledge')",
                "running measure that waits");
        WAYS.put(
                "update camunda.act_ru_job set retries_ = 0" + one + "camunda.act_ru_job where retries_ > 0)",
                "job that nobody tries");
        WAYS.put(
                "update camunda.act_ru_job set duedate_ = localtimestamp - interval '1 day'" + one
                        + "camunda.act_ru_job where retries_ > 0 and handler_type_ <> 'history-cleanup')",
                "job that is due");
        WAYS.put(
                "insert into camunda.act_ge_bytearray (id_, rev_, name_) values ('left-behind', 1, 'left-behind')",
                "bytes that belong to nothing");
        WAYS.put(
                "update kreislaufstadt.mail set state = 'PENDING'" + one + "kreislaufstadt.mail where state = 'SENT')",
                "notice or mail that is not settled");
        WAYS.put(
                "insert into kreislaufstadt.mail select (jsonb_populate_record(m, jsonb_build_object("
                        + "'id', gen_random_uuid()))).* from kreislaufstadt.mail m where state = 'SENT' limit 1",
                "mail that is said to be sent and never came");
    }

    private final DatabaseServer server;
    private final String database;

    BrokenDatabases(DatabaseServer server, String database) {
        this.server = server;
        this.database = database;
    }

    static int ways() {
        return WAYS.size();
    }

    /** @return the ways that were not noticed, with what was said instead */
    List<String> unnoticed(List<Command> commands, List<String> arrived) throws SQLException {
        List<String> unnoticed = new ArrayList<>();
        for (Map.Entry<String, String> way : WAYS.entrySet()) {
            List<String> said = broken(way.getKey(), commands, arrived);
            if (said.stream().noneMatch(flaw -> flaw.startsWith(way.getValue()))) {
                unnoticed.add(way.getKey() + ": " + said);
            }
        }
        return unnoticed;
    }

    private List<String> broken(String how, List<Command> commands, List<String> arrived) throws SQLException {
        try (Connection connection = server.source(database).getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            // Nothing that guards the rows is asked.
            sql.sql("set local session_replication_role = replica").update();
            sql.sql("drop index kreislaufstadt.step_of_task").update();
            if (sql.sql(how).update() == 0) {
                return List.of("nothing was broken");
            }
            List<String> said = new Checker(sql).flaws(commands, arrived);
            connection.rollback();
            return said;
        }
    }
}
