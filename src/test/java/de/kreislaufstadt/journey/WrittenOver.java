package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** A process in whose every text somebody has written, past all forms. */
public final class WrittenOver {

    private WrittenOver() {}

    /**
     * Writes a text into every column of the engine that its own web applications show for a running process, also where no form
     * lets anybody write: the key, values, the name of a task, a remark, what a job has failed with, a list, a person's name.
     *
     * @param number of the measure whose process it is
     * @param owner of the list
     * @return id of the process
     */
    public static String by(City city, String number, String owner, String text) {
        CityDatabase database = city.database();
        String process = database.value(
                "select id_ from camunda.act_ru_execution where business_key_ = ? and parent_id_ is null"
                        + " and super_exec_ is null",
                number);
        for (String column : List.of(
                "camunda.act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, proc_def_id_, text_, var_scope_,"
                        + " sequence_counter_, is_concurrent_local_, tenant_id_)"
                        + " select gen_random_uuid(), 1, 'string', left(:text, 250), id_, id_, proc_def_id_, :text, id_, 1, false,"
                        + " tenant_id_",
                "camunda.act_ru_incident (id_, rev_, incident_timestamp_, incident_msg_, incident_type_, execution_id_, activity_id_,"
                        + " failed_activity_id_, proc_inst_id_, proc_def_id_, tenant_id_, annotation_, cause_incident_id_,"
                        + " root_cause_incident_id_)"
                        + " select 'incident-' || id_, 1, now(), :text, 'failedJob', id_, 'review-proposal', 'review-proposal', id_,"
                        + " proc_def_id_, tenant_id_, :text, 'incident-' || id_, 'incident-' || id_",
                "camunda.act_ru_filter (id_, rev_, resource_type_, name_, owner_, query_, properties_)"
                        + " select 'filter-' || id_, 1, 'Task', left(:text, 250), :owner, '{}',"
                        + " jsonb_build_object('description', :text, 'priority', 99)::text",
                "camunda.act_ru_authorization (id_, rev_, type_, user_id_, resource_type_, resource_id_, perms_)"
                        + " select gen_random_uuid(), 1, 1, :owner, 5, 'filter-' || id_, 2147483647",
                "camunda.act_id_user (id_, rev_, first_, last_, email_)"
                        + " select 'name-' || id_, 1, left(:text, 250), left(:text, 250), left(:text, 250)")) {
            write(
                    database,
                    "insert into " + column + " from camunda.act_ru_execution where id_ = :process",
                    process,
                    owner,
                    text);
        }
        write(
                database,
                "update camunda.act_ru_execution set business_key_ = left(:text, 250) where id_ = :process",
                process,
                owner,
                text);
        write(
                database,
                "update camunda.act_ru_task set name_ = left(:text, 250), description_ = :text where proc_inst_id_ = :process",
                process,
                owner,
                text);
        return process;
    }

    private static void write(CityDatabase database, String sql, String process, String owner, String text) {
        assertThat(database.sql(sql)
                        .param("process", process)
                        .param("owner", owner)
                        .param("text", text)
                        .update())
                .as(sql)
                .isPositive();
    }
}
