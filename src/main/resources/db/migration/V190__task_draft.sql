-- What people have typed and not yet submitted. Beside the engine: nothing of a form gets into its variables or history.
create sequence task_draft_version;
comment on sequence task_draft_version is 'Eine Nummer je Speichern: kein Entwurf bekommt eine Nummer, die ein früherer schon hatte';

create table task_draft (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    -- The engine's id of the task; for a form that starts a process the word start: and its key.
    task_id         text        not null check (char_length(task_id) between 1 and 100),
    form_key        text        not null,
    kept_by         text        not null,
    version         bigint      not null default nextval('task_draft_version'),
    origin          text        not null check (origin in ('OWN', 'ANSWER')),
    data            jsonb       not null check (jsonb_typeof(data) = 'object'),
    purpose         text        not null,
    saved_at        timestamptz not null,
    delete_on       date        not null,
    created_at      timestamptz not null default now(),
    unique (municipality_id, task_id, kept_by),
    check (delete_on > (saved_at at time zone 'Europe/Berlin')::date)
);
create index task_draft_of_person on task_draft (municipality_id, kept_by);
create index task_draft_deletion on task_draft (delete_on);
comment on table task_draft is
    'Personenbezogen: Entwürfe von Formularen mit allem, was eine Person eingegeben hat. Zweck: an einem anderen Tag oder Rechner weiterarbeiten (Spalte purpose). Löschung, sobald die Person die Aufgabe erledigt oder den Entwurf verwirft, sonst 90 Tage nach der letzten Änderung (delete_on); auch dann, wenn inzwischen jemand anderes die Aufgabe erledigt hat.';
comment on column task_draft.kept_by is 'Kennung der Person im Anmeldesystem, kein Name';
comment on column task_draft.origin is 'OWN: selbst eingegeben; ANSWER: Antwort auf eine Rückfrage';

-- Says who has completed a task to somebody who comes back to their draft of it.
alter table step add column task_id text;
create unique index step_of_task on step (municipality_id, task_id);
comment on column step.task_id is 'Kennung der Aufgabe in der Prozess-Engine; leer bei übernommenen Schritten und beim Start';
