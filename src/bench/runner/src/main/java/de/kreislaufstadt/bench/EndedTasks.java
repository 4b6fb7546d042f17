package de.kreislaufstadt.bench;

import java.util.List;

/**
 * Years of ended tasks of a municipality: in the engine's history, with the process instances they belonged to, and from there in
 * the projection, the way the product's own migration carries them over. Steps are those of the deployed models.
 */
final class EndedTasks {

    static final List<String> TABLES = List.of("act_hi_procinst", "act_hi_taskinst", "monitored_task");

    /** Measures by number, and every user task of every model. */
    private static final String PREPARE = """
            create temp table bench_measure on commit drop as
            select row_number() over (order by m.number) - 1 as n, m.id, m.number, h.id_ as lifecycle
            from measure m
            join act_hi_procinst h on h.business_key_ = m.number and h.tenant_id_ = m.municipality_id
                                  and h.proc_def_key_ = 'measure-lifecycle'
            where m.municipality_id = '%1$s';
            create temp table bench_step on commit drop as
            select row_number() over (order by process, task) - 1 as n, process, definition, task, name
            from (select d.key_ as process, d.id_ as definition, found[1] as task, found[2] as name
                  from act_re_procdef d
                  join act_ge_bytearray b on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_,
                  regexp_matches(convert_from(b.bytes_, 'UTF8'), '<bpmn:userTask id="([^"]+)" name="([^"]+)"', 'g') found) tasks;
            analyze bench_measure;
            """;

    /** An instance of each called process for each measure, over since long ago. */
    private static final String INSTANCES = """
            insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_, end_time_,
                                         duration_, super_process_instance_id_, root_proc_inst_id_, tenant_id_, state_)
            select i.id, i.id, m.number, s.process, s.definition, localtimestamp - interval '4 years',
                   localtimestamp - interval '1 day', 1, m.lifecycle, m.lifecycle, '%1$s', 'COMPLETED'
            from bench_measure m
            cross join (select distinct process, definition from bench_step where process <> 'measure-lifecycle') s
            cross join lateral (select cast(md5(s.process || m.lifecycle) as uuid)::text as id) i;
            """;

    /** Three years of them; ids follow each other in time as the engine's do. */
    private static final String HISTORY = """
            select setseed(0.5);
            insert into act_hi_taskinst (id_, task_def_key_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_,
                                         execution_id_, name_, assignee_, start_time_, end_time_, duration_, delete_reason_,
                                         priority_, due_date_, tenant_id_, task_state_)
            select lpad(to_hex(t.i + %4$d), 8, '0') || '-7be0-11f1-8a3c-0242ac110002', s.task, s.process, s.definition, m.lifecycle,
                   p.instance, p.instance, s.name, '%1$s-clerk', t.started, t.started + t.lasted,
                   cast(extract(epoch from t.lasted) * 1000 as bigint), 'completed', 50,
                   date_trunc('day', t.started) + interval '14 days 12 hours', '%1$s', 'Completed'
            from (select i, date_trunc('second', localtimestamp - random() * interval '3 years' - interval '21 days') as started,
                         date_trunc('second', (random() * random() * 20 + random() * 0.5) * interval '1 day') as lasted
                  from generate_series(1, %2$d) i) t
            join bench_measure m on m.n = t.i %% (select count(*) from bench_measure)
            join bench_step s on s.n = t.i / (select count(*) from bench_measure) %% (select count(*) from bench_step)
            cross join lateral (select case when s.process = 'measure-lifecycle' then m.lifecycle
                                            else cast(md5(s.process || m.lifecycle) as uuid)::text end as instance) p;
            """;

    /** As the migration does it for what ended before there was a projection; with a department and the moment it was taken. */
    private static final String PROJECTION = """
            insert into monitored_task (task_id, municipality_id, measure_id, process_key, task_key, department, task_group, held,
                                        opened_at, first_taken_at, due, ended_at, ended_how, counted)
            select h.id_, h.tenant_id_, m.id, h.proc_def_key_, h.task_def_key_, d.key, h.tenant_id_ || '-' || d.key, true,
                   h.start_time_, h.start_time_ + (h.end_time_ - h.start_time_) * (hashtext(h.id_) & 127) / 128.0,
                   cast(h.due_date_ as date), h.end_time_,
                   case when h.delete_reason_ = 'completed' then 'COMPLETED' else 'CANCELLED' end, true
            from act_hi_taskinst h
            join bench_measure m on m.lifecycle = h.root_proc_inst_id_
            cross join lateral (select 'd' || lpad(cast(1 + (hashtext('of ' || h.id_) & 65535) %% %3$d as text), 2, '0') as key) d
            where h.end_time_ is not null and h.tenant_id_ = '%1$s'
              and not exists (select from monitored_task known where known.task_id = h.id_);
            """;

    private static final String ALL_COUNTED =
            "update monitored_task set counted = true where municipality_id = '%1$s' and ended_at is not null and not counted;";

    /**
     * What the rows contribute is said by a view of the product, and summed up on the levels on which the product counts: it takes
     * in five thousand at a time, which is right for a day's work and would take a long time for three years'.
     */
    private static final String COUNTS = """
            delete from task_time where municipality_id = '%1$s';
            insert into task_time (municipality_id, kind, process_key, task_key, department, month, steps, tasks)
            select '%1$s', kind, process_key, task_key, department, month, array_agg(step order by step),
                   array_agg(tasks order by step)
            from (select kind, coalesce(process_key, '*') as process_key, coalesce(task_key, '*') as task_key,
                         case when grouping(department) = 1 then '*' else department end as department, month, step,
                         count(*) as tasks
                  from task_time_fact
                  where municipality_id = '%1$s' and counted
                  group by grouping sets ((kind, process_key, task_key, month, step), (kind, department, month, step),
                                          (kind, process_key, task_key, department, month, step))
                  having kind = 'DONE' or grouping(department) = 1 or grouping(process_key) = 1) level
            group by kind, process_key, task_key, department, month;
            """;

    private final Database database;
    private final String city;
    private final int departments;

    EndedTasks(Database database, String city, int departments) {
        this.database = database;
        this.city = city;
        this.departments = departments;
    }

    /** The rows come from those they refer to, so that nothing has to look that up. */
    void add(int count) {
        add(0, count);
    }

    /** @param before ended tasks that other municipalities have been given: no two have the same id */
    void add(int before, int count) {
        execute((PREPARE + INSTANCES + HISTORY + PROJECTION + ALL_COUNTED).formatted(city, count, departments, before));
        same(
                "ended tasks",
                "act_hi_taskinst h where end_time_ is not null and tenant_id_",
                "monitored_task where ended_at is not null and municipality_id");
    }

    /** Counts the durations of what was added. */
    void count() {
        execute(COUNTS.formatted(city));
    }

    private void execute(String statements) {
        database.sql()
                .execute("begin; set local session_replication_role = replica; set local work_mem = '1GB';\n"
                        + statements + "commit");
    }

    /** Rows of the engine and of the projection, counted. */
    private void same(String what, String engine, String projection) {
        String query = "select count(*) from %s = '" + city + "'";
        CityInbox.same(what, database.count(query.formatted(engine)), database.count(query.formatted(projection)));
    }

    /** @return rows of the engine's history, of all kinds */
    long history() {
        return database
                .sql()
                .queryForList(
                        "select table_name from information_schema.tables where table_schema = ? and table_name like 'act\\_hi\\_%'",
                        String.class, database.schema())
                .stream()
                .mapToLong(table -> database.count("select count(*) from " + table))
                .sum();
    }

    /** @return ended tasks in the engine's history */
    long ended() {
        return database.count("select count(*) from act_hi_taskinst where end_time_ is not null");
    }
}
