-- The counts of a step or department in a month in one row: a page that shows twelve months of sixty steps read a row for each
-- duration, some hundred thousand, and now reads a few thousand.
alter table task_time rename to task_time_by_duration;
alter table task_time_by_duration rename constraint task_time_pkey to task_time_by_duration_pkey;
drop index task_time_by_month;

create table task_time (
    municipality_id text not null references municipality (id),
    kind text not null check (kind in ('DONE', 'WHOLE', 'WAITING', 'WORKING', 'LATE')),
    process_key text not null,
    task_key text not null,
    department text not null,
    month date not null check (extract(day from month) = 1),
    steps integer[] not null,
    tasks bigint[] not null,
    created_at timestamptz not null default now(),
    primary key (municipality_id, kind, process_key, task_key, department, month),
    check (cardinality(steps) > 0 and cardinality(steps) = cardinality(tasks)),
    check (0 <= all (steps) and 0 <= all (tasks))
);

insert into task_time (municipality_id, kind, process_key, task_key, department, month, steps, tasks)
select municipality_id, kind, process_key, task_key, department, month, array_agg(step order by step), array_agg(tasks order by step)
from task_time_by_duration
group by municipality_id, kind, process_key, task_key, department, month;

drop table task_time_by_duration;

-- What is shown, and who did it: two questions, each answered by an index that holds nothing else.
create index task_time_shown on task_time (municipality_id, month) where department = '*' or task_key = '*';
create index task_time_doers on task_time (municipality_id, month, process_key, task_key, department)
    where department <> '*' and task_key <> '*';

comment on table task_time is
    'Gezählte Dauern erledigter Aufgaben je Schritt und je Fachbereich, nach Monat des Endes; „*“ steht für alle. Enthält keine Personen.';
comment on column task_time.steps is
    'Aufsteigend: bei DONE 0, bei LATE die Tage nach der Frist (0 = pünktlich), sonst die Stufe der Dauer (siehe duration_step).';
comment on column task_time.tasks is 'Wie viele Aufgaben auf jede der Stufen entfallen, in derselben Reihenfolge.';
