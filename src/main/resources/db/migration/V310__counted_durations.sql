-- How long steps took, counted: percentiles of two million tasks are read from some thousand counts instead of from the tasks.

-- Durations are told apart as finely as they are shown: by hours up to three days, by whole days beyond. Longer never comes
-- before shorter, so a percentile of these steps is the percentile of the durations themselves, rounded down as it is shown.
create function duration_step(seconds numeric) returns integer
    language sql immutable parallel safe
    return case when seconds < 259200 then greatest(floor(seconds / 3600), 0)::integer
                else 69 + floor(seconds / 86400)::integer end;
comment on function duration_step(numeric) is
    'Stufe einer Dauer: 0 bis 71 sind volle Stunden, 72 steht für drei volle Tage, jede weitere Stufe für einen Tag mehr.';

alter table monitored_task add column counted boolean not null default false;
comment on column monitored_task.counted is 'Ob die erledigte Aufgabe in task_time enthalten ist.';
create index monitored_task_to_count on monitored_task (municipality_id, task_id) where ended_at is not null and not counted;

create view task_time_fact as
select t.municipality_id,
       t.task_id,
       t.counted,
       t.process_key,
       t.task_key,
       coalesce(t.department, '') as department,
       date_trunc('month', t.ended_at at time zone 'Europe/Berlin')::date as month,
       fact.kind,
       fact.step
from monitored_task t
-- How much of the pause lay before somebody took the task: the pauses of its measure say when.
cross join lateral (
    select case when t.paused_seconds = 0 or t.first_taken_at is null then 0 else least(t.paused_seconds, (
        select coalesce(sum(greatest(extract(epoch from least(rest.until, t.first_taken_at)
                                                        - greatest(rest.created_at, t.opened_at)), 0)), 0)
        from (select c.to_state, c.created_at, lead(c.created_at) over (order by c.position) as until
              from measure_state_change c
              where c.municipality_id = t.municipality_id and c.measure_id = t.measure_id) rest
        where rest.to_state = 'PAUSED')) end as waiting) pause
cross join lateral (values
    ('DONE', 0),
    ('WHOLE', duration_step(extract(epoch from t.ended_at - t.opened_at) - t.paused_seconds)),
    ('WAITING', case when t.first_taken_at is not null
                     then duration_step(extract(epoch from t.first_taken_at - t.opened_at) - pause.waiting) end),
    ('WORKING', case when t.first_taken_at is not null
                     then duration_step(extract(epoch from t.ended_at - t.first_taken_at)
                                        - (t.paused_seconds - pause.waiting)) end),
    ('LATE', case when t.due is not null
                  then greatest((t.ended_at at time zone 'Europe/Berlin')::date - t.due, 0) end)) fact (kind, step)
where t.ended_at is not null and t.ended_how = 'COMPLETED' and fact.step is not null;
comment on view task_time_fact is
    'Was eine erledigte Aufgabe zu task_time beiträgt. Zeiten, in denen die Maßnahme ruhte, zählen nicht.';

create table task_time (
    municipality_id text not null references municipality (id),
    kind text not null check (kind in ('DONE', 'WHOLE', 'WAITING', 'WORKING', 'LATE')),
    process_key text not null,
    task_key text not null,
    department text not null,
    month date not null check (extract(day from month) = 1),
    step integer not null check (step >= 0),
    tasks bigint not null check (tasks >= 0),
    created_at timestamptz not null default now(),
    primary key (municipality_id, kind, process_key, task_key, department, month, step)
);
create index task_time_by_month on task_time (municipality_id, month, kind);
comment on table task_time is
    'Gezählte Dauern erledigter Aufgaben je Schritt und je Fachbereich, nach Monat des Endes; „*“ steht für alle. Enthält keine Personen.';
comment on column task_time.step is
    'Bei DONE 0, bei LATE die Tage nach der Frist (0 = pünktlich), sonst die Stufe der Dauer (siehe duration_step).';

alter table measure_state_change add column counted boolean not null default false;
comment on column measure_state_change.counted is 'Ob die Phase, die damit endete, in phase_time enthalten ist.';
create index measure_state_change_to_count on measure_state_change (municipality_id, id) where not counted;

create view phase_time_fact as
select c.municipality_id,
       c.id,
       c.counted,
       date_trunc('month', c.created_at at time zone 'Europe/Berlin')::date as month,
       before.state,
       duration_step(stay.seconds) as step
from measure_state_change c
cross join lateral (
    select b.to_state as state, b.position from measure_state_change b
    where b.municipality_id = c.municipality_id and b.measure_id = c.measure_id and b.position < c.position
      and b.to_state <> 'PAUSED'
    order by b.position desc limit 1) before
cross join lateral (
    select coalesce(max(b.position), 0) as position from measure_state_change b
    where b.municipality_id = c.municipality_id and b.measure_id = c.measure_id and b.position < before.position
      and b.to_state not in ('PAUSED', before.state)) other
cross join lateral (
    select sum(extract(epoch from part.until - part.created_at)) as seconds
    from (select b.to_state, b.created_at, lead(b.created_at) over (order by b.position) as until
          from measure_state_change b
          where b.municipality_id = c.municipality_id and b.measure_id = c.measure_id
            and b.position > other.position and b.position <= c.position) part
    where part.to_state = before.state) stay
where c.to_state not in ('PAUSED', before.state);
comment on view phase_time_fact is
    'Phase, die ein Wechsel des Standes beendet hat, und wie lange sie gedauert hat. Zeiten, in denen die Maßnahme ruhte, zählen nicht und trennen eine Phase nicht.';

create table phase_time (
    municipality_id text not null references municipality (id),
    state text not null,
    month date not null check (extract(day from month) = 1),
    step integer not null check (step >= 0),
    measures bigint not null check (measures >= 0),
    created_at timestamptz not null default now(),
    primary key (municipality_id, state, month, step)
);
comment on table phase_time is
    'Gezählte Dauern beendeter Phasen nach Monat des Endes; Stufen wie in task_time. Enthält keine Personen.';
