-- What people did, step by step. The engine keeps its own history for as long as its time to live says; this is the
-- measure's, and also holds the steps done before a measure came into the system.
create table step (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    process_key     text        not null,
    process_version integer,
    task_key        text        not null,
    item            text,
    department      text,
    completed_by    text,
    completed_at    timestamptz not null,
    origin          text        not null check (origin in ('PROCESS', 'TAKEN_OVER')),
    note            text,
    created_at      timestamptz not null default now(),
    check (origin = 'TAKEN_OVER' or completed_by is not null)
);
create index step_of_measure on step (municipality_id, measure_id, completed_at);
comment on table step is 'Erledigte Schritte einer Maßnahme: wer, wann, in welchem Fachbereich, unter welcher Modellfassung';
comment on column step.completed_by is 'Kennung der Person im Anmeldesystem, kein Name';
