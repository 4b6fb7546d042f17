-- What happened to an open task beside its completion. Rows are only ever added; on delete_on the free texts are emptied,
-- the rest of the row stays as proof of who had the task when.
create table task_event (
    id               uuid primary key,
    position         bigint generated always as identity,
    municipality_id  text        not null references municipality (id),
    measure_id       uuid        not null,
    process_key      text        not null,
    task_key         text        not null,
    task_id          text        not null,
    kind             text        not null check (kind in ('FOLLOW_UP', 'FOLLOW_UP_ENDED', 'ASSIGNED', 'HANDED_OVER', 'RETURNED',
                                                          'RELEASED', 'ASKED', 'ANSWERED', 'WITHDRAWN', 'UNDONE')),
    done_by          text        not null,
    done_at          timestamptz not null,
    from_group       text,
    to_group         text,
    held_by          text,
    given_to_by      text,
    follow_up_before date,
    follow_up        date,
    reason           text check (char_length(reason) between 1 and 2000),
    purpose          text        not null default 'Nachweis, wer die Aufgabe wann warum weitergegeben, zurückgestellt oder nachgefragt hat',
    delete_on        date        not null,
    created_at       timestamptz not null default now(),
    check (kind <> 'ASKED' or (given_to_by is null) <> (to_group is null)),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index task_event_of_task on task_event (municipality_id, task_id, position);
create index task_event_of_measure on task_event (municipality_id, measure_id, position);
create index task_event_delete_on on task_event (municipality_id, delete_on) where reason is not null;
comment on table task_event is
    'Personenbezogen: Wiedervorlagen, Weitergaben und Rückfragen zu offenen Aufgaben mit Begründung, Frage und Antwort (Freitext, nur intern). Zweck: Spalte purpose. Löschung: der Freitext wird am Tag delete_on geleert, zwölf Monate nach dem Eintrag; Kennungen bleiben wie bei den erledigten Schritten als Nachweis.';
comment on column task_event.held_by is 'Kennung der Person, die die Aufgabe davor hatte';
comment on column task_event.given_to_by is 'Kennung der Person, die die Aufgabe danach hat';
