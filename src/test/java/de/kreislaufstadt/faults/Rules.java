package de.kreislaufstadt.faults;

import java.util.LinkedHashMap;
import java.util.Map;

/** What can never be, as questions to the database: each finds what is wrong, and nothing where all is well. */
final class Rules {

    private Rules() {}

    /** Every field with its length, nothing as a dash: as docs/adr/0029 and its migration say, written once more. */
    private static String text(String... fields) {
        StringBuilder text = new StringBuilder("convert_to(''");
        for (String field : fields) {
            text.append(" || coalesce(octet_length((")
                    .append(field)
                    .append(")::text) || ':' || (")
                    .append(field)
                    .append(")::text || ',', '-,')");
        }
        return text.append(", 'UTF8')").toString();
    }

    private static final String ENTRY = text(
            "municipality_id",
            "position",
            "measure_id",
            "kind",
            "process_key",
            "task_key",
            "task_id",
            "item",
            "actor",
            "role",
            "deputy_for",
            "deputy_role",
            "(extract(epoch from happened_at) * 1000000)::bigint",
            "model_version",
            "parts");

    /** @return by what is wrong, a statement whose only column tells where */
    static Map<String, String> all() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("step written twice", """
                select task_key || ' ' || task_id from kreislaufstadt.step where task_id is not null
                group by 1 having count(*) > 1
                """);
        rules.put("step without its entry in the log, or with several", """
                select s.task_key || ' ' || s.task_id from kreislaufstadt.step s
                where s.task_id is not null and s.origin = 'PROCESS' and 1 <>
                    (select count(*) from kreislaufstadt.audit_entry a
                     join kreislaufstadt.audit_person p on p.token = a.actor and p.person = s.completed_by
                     where a.kind = 'STEP_COMPLETED' and a.task_id = s.task_id and a.measure_id = s.measure_id)
                """);
        rules.put("entry in the log without its step", """
                select task_id from kreislaufstadt.audit_entry a where kind = 'STEP_COMPLETED' and measure_id is not null
                and not exists (select from kreislaufstadt.step s where s.task_id = a.task_id)
                """);
        rules.put("step whose task is open, or unknown to the engine", """
                select s.task_key || ' ' || s.task_id from kreislaufstadt.step s
                left join camunda.act_hi_taskinst t on t.id_ = s.task_id
                where s.task_id is not null and s.origin = 'PROCESS'
                  and (t.end_time_ is null or exists (select from camunda.act_ru_task r where r.id_ = s.task_id))
                """);
        rules.put("completed task without a step", """
                select t.task_def_key_ || ' ' || t.id_ from camunda.act_hi_taskinst t
                join camunda.act_hi_procinst i on i.id_ = t.root_proc_inst_id_ and i.proc_def_key_ = 'measure-lifecycle'
                where t.delete_reason_ = 'completed'
                  and not exists (select from kreislaufstadt.step s where s.task_id = t.id_)
                """);
        rules.put("measure without its process, or with several", """
                select number from kreislaufstadt.measure m
                where 1 <> (select count(*) from camunda.act_hi_procinst
                            where business_key_ = m.number and proc_def_key_ = 'measure-lifecycle')
                """);
        rules.put("process without its measure", """
                select business_key_ from camunda.act_hi_procinst
                where proc_def_key_ = 'measure-lifecycle'
                  and business_key_ not in (select number from kreislaufstadt.measure)
                """);
        rules.put("running measure that waits for nobody and nothing", """
                select coalesce(i.business_key_, e.id_) || ' at ' || e.act_id_ from camunda.act_ru_execution e
                join camunda.act_ru_execution i on i.id_ = e.root_proc_inst_id_
                where e.is_active_ and e.act_id_ is not null
                  and not exists (select from camunda.act_ru_execution c where c.parent_id_ = e.id_ or c.super_exec_ = e.id_)
                  and not exists (select from camunda.act_ru_task t where t.execution_id_ = e.id_)
                  and not exists (select from camunda.act_ru_job j where j.execution_id_ = e.id_)
                  and not exists (select from camunda.act_ru_event_subscr s where s.execution_id_ = e.id_)
                  and not exists (select from camunda.act_ru_incident n where n.execution_id_ = e.id_)
                """);
        // Its deadline is a job that may still be there.
        rules.put("running measure that waits for a task that is not there", """
                select act_id_ || ' ' || task_id_ from camunda.act_hi_actinst a
                where act_type_ = 'userTask' and end_time_ is null
                  and not exists (select from camunda.act_ru_task t where t.id_ = a.task_id_)
                """);
        rules.put("job that nobody tries any more, without an incident", """
                select id_ from camunda.act_ru_job j where retries_ = 0
                and not exists (select from camunda.act_ru_incident i where i.configuration_ = j.id_)
                """);
        rules.put("job that is due and not done", """
                select id_ || ' ' || handler_type_ from camunda.act_ru_job
                where retries_ > 0 and suspension_state_ = 1 and handler_type_ <> 'history-cleanup'
                  and coalesce(duedate_, create_time_) < localtimestamp - interval '1 minute'
                """);
        rules.put("open task of a measure that is not there", """
                select t.id_ from camunda.act_ru_task t join camunda.act_ru_execution i on i.id_ = t.proc_inst_id_
                where i.business_key_ ~ '^[A-Z]+-[0-9]+$'
                  and i.business_key_ not in (select number from kreislaufstadt.measure)
                """);
        rules.put("bytes that belong to nothing", """
                select b.id_ || ' ' || coalesce(b.name_, '') from camunda.act_ge_bytearray b
                where b.deployment_id_ is null
                  and not exists (select from camunda.act_ru_variable where bytearray_id_ = b.id_)
                  and not exists (select from camunda.act_hi_varinst where bytearray_id_ = b.id_)
                  and not exists (select from camunda.act_hi_detail where bytearray_id_ = b.id_)
                  and not exists (select from camunda.act_ru_job where exception_stack_id_ = b.id_)
                  and not exists (select from camunda.act_hi_job_log where job_exception_stack_id_ = b.id_)
                """);
        rules.put("notice of a task nobody has ever seen", """
                select task_id from kreislaufstadt.notice n
                where not exists (select from camunda.act_hi_taskinst where id_ = n.task_id)
                """);
        rules.put("notice or mail that is not settled", """
                select 'notice ' || id from kreislaufstadt.notice where state = 'NEW'
                union all select 'mail ' || id from kreislaufstadt.mail where state in ('PENDING', 'SENDING')
                """);
        rules.put("number in the log that is missing", """
                select municipality_id || ' ' || count(*) || ' of ' || max(position)
                from kreislaufstadt.audit_entry group by municipality_id having count(*) <> max(position)
                """);
        rules.put("head of the log that is not its last entry", """
                select h.municipality_id from kreislaufstadt.audit_head h left join kreislaufstadt.audit_entry e
                on e.municipality_id = h.municipality_id and e.position = h.position
                where h.hash is distinct from e.hash and h.position > 0 or exists (
                    select from kreislaufstadt.audit_entry l
                    where l.municipality_id = h.municipality_id and l.position > h.position)
                """);
        rules.put(
                "entry of the log that is not as it was written",
                "select municipality_id || ' ' || position from (select e.*, lag(hash, 1, sha256("
                        + text("'kreislaufstadt'", "municipality_id")
                        + ")) over (partition by municipality_id order by position) as before"
                        + " from kreislaufstadt.audit_entry e) e where hash <> sha256(before || " + ENTRY
                        + " || parts_hash)");
        rules.put("entry of the log whose values are not those it was written with", """
                select e.municipality_id || ' ' || e.position from kreislaufstadt.audit_entry e
                where e.parts <> (select count(*) from kreislaufstadt.audit_value v
                                  where v.municipality_id = e.municipality_id and v.position = e.position)
                   or e.parts_hash <> sha256(coalesce((select string_agg(v.hash, ''::bytea order by v.part)
                                  from kreislaufstadt.audit_value v
                                  where v.municipality_id = e.municipality_id and v.position = e.position), ''))
                """);
        rules.put(
                "value of the log that is not as it was written",
                "select municipality_id || ' ' || position || ' ' || field_key from kreislaufstadt.audit_value"
                        + " where logged is not null and hash <> sha256(salt || "
                        + text("sort", "field_key", "logged") + ")");
        return rules;
    }
}
