-- What the morning's look at the deadlines has planned. A row stands for one stage of one task, counted from one day: an
-- extension moves that day, and the stages begin anew.
create table reminder (
    id              uuid        primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    task_id         text        not null,
    task_key        text        not null,
    stage           text        not null,
    action          text        not null check (action in ('REMIND', 'ESCALATE')),
    anchor          date        not null,
    planned_on      date        not null,
    escalated       boolean     not null default false,
    created_at      timestamptz not null default now(),
    unique (municipality_id, task_id, stage, anchor),
    unique (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index reminder_to_escalate on reminder (municipality_id, id) where action = 'ESCALATE' and not escalated;
create index reminder_of_measure on reminder (municipality_id, measure_id);
comment on table reminder is
    'Geplante Erinnerungen und Eskalationen je Aufgabe und Stufe; anchor ist der Tag, von dem die Stufe zählt';

-- Overdue tasks that a head or a Dezernat was asked to clarify.
create table clarification (
    id              uuid        primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    reminder_id     uuid        not null,
    task_id         text        not null,
    task_key        text        not null,
    department      text        not null,
    instance_id     text,
    state           text        not null default 'OPEN' check (state in ('OPEN', 'CLARIFIED', 'SETTLED')),
    closed_at       timestamptz,
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    foreign key (municipality_id, reminder_id) references reminder (municipality_id, id),
    check ((state = 'OPEN') = (closed_at is null))
);
create unique index clarification_of_task on clarification (municipality_id, task_id) where state = 'OPEN';
create index clarification_of_measure on clarification (municipality_id, measure_id);
comment on table clarification is
    'Überfällige Aufgaben, um deren Klärung die Leitung gebeten wurde; SETTLED = erledigt, bevor jemand klären musste';

create table deadline_extension (
    id              uuid        primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    task_id         text        not null,
    task_key        text        not null,
    department      text        not null,
    original_due    date        not null,
    previous_due    date        not null,
    new_due         date        not null,
    step_taken   text        not null check (step_taken in ('EXTEND', 'REASSIGN', 'RETURN')),
    reason          text        not null check (char_length(reason) between 1 and 1000),
    decided_by      text        not null,
    decided_on      date        not null,
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index deadline_extension_of_task on deadline_extension (municipality_id, task_id, created_at);
create index deadline_extension_of_measure on deadline_extension (municipality_id, measure_id);
comment on table deadline_extension is
    'Neue Fristen offener Aufgaben mit ursprünglicher Frist und Begründung; wird nur ergänzt';
