-- What the views of managers read of tasks: one row per user task of a municipality, open or over, written in the transaction that
-- moves the task. The engine's own tables know open tasks without their department, and forget them when its history is cleaned up.
create table monitored_task (
    task_id         text primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid,
    process_key     text        not null,
    task_key        text        not null,
    item            text,
    department      text,
    task_group      text,
    held            boolean     not null default false,
    opened_at       timestamptz not null,
    first_taken_at  timestamptz,
    due             date,
    follow_up       date,
    ended_at        timestamptz,
    ended_how       text check (ended_how in ('COMPLETED', 'CANCELLED', 'SKIPPED')),
    paused_since    timestamptz,
    paused_seconds  bigint      not null default 0 check (paused_seconds >= 0),
    created_at      timestamptz not null default now(),
    check ((ended_at is null) = (ended_how is null)),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index monitored_task_open_of_measure on monitored_task (municipality_id, measure_id, due) where ended_at is null;
create index monitored_task_open_of_department on monitored_task (municipality_id, department, due) where ended_at is null;
create index monitored_task_of_measure on monitored_task (municipality_id, measure_id, opened_at);
create index monitored_task_ended on monitored_task (municipality_id, ended_at) where ended_at is not null;
comment on table monitored_task is
    'Aufgaben einer Kommune für die Übersichten der Leitung, offen und beendet, ohne Personen: wer eine offene Aufgabe hat, weiß nur die Engine. Fachbereich und Fristen wie zuletzt; pausierte Zeit in Sekunden zählt nicht als Bearbeitungszeit.';
comment on column monitored_task.held is 'Ob gerade jemand die Aufgabe hat; zuletzt, wenn sie beendet ist';
comment on column monitored_task.task_group is 'Gruppe der Engine, deren Aufgabe es ist';

-- Whatever has ended before this table existed. What is open is compared with the engine at every start.
insert into monitored_task (task_id, municipality_id, measure_id, process_key, task_key, item, department, held, opened_at,
                            due, ended_at, ended_how)
select h.id_, h.tenant_id_, m.id, h.proc_def_key_, h.task_def_key_, s.item, s.department, h.assignee_ is not null,
       h.start_time_, cast(h.due_date_ as date), h.end_time_,
       case when s.id is not null or h.delete_reason_ = 'completed' then 'COMPLETED' else 'CANCELLED' end
from camunda.act_hi_taskinst h
join municipality c on c.id = h.tenant_id_
left join camunda.act_hi_procinst i on i.id_ = h.proc_inst_id_
left join measure m on m.municipality_id = h.tenant_id_ and m.number = i.business_key_
left join step s on s.municipality_id = h.tenant_id_ and s.task_id = h.id_
where h.end_time_ is not null and h.proc_def_key_ is not null;
