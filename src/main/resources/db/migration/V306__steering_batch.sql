-- Interventions for a selection: what is to be done, and its items, worked off one by one in the background. Each item is done in
-- the transaction that marks it, so that a node which dies leaves no item half done and none is done twice.
create table steering_batch (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    kind            text        not null check (kind ~ '^[A-Z_]{1,40}$'),
    reason          text check (char_length(reason) between 1 and 2000),
    day             date,
    after_due       boolean     not null default false,
    given_to_by     text,
    to_department   text,
    total           integer     not null check (total between 1 and 500),
    begun_by        text        not null,
    begun_at        timestamptz not null,
    cancelled_by    text,
    cancelled_at    timestamptz,
    finished_at     timestamptz,
    purpose         text        not null default 'Nachweis, wer wann warum in eine Auswahl von Aufgaben oder Maßnahmen eingegriffen hat',
    delete_on       date        not null,
    created_at      timestamptz not null default now(),
    unique (municipality_id, id),
    check ((cancelled_by is null) = (cancelled_at is null))
);
create index steering_batch_of_municipality on steering_batch (municipality_id, begun_at desc);
create index steering_batch_delete_on on steering_batch (municipality_id, delete_on) where reason is not null;
comment on table steering_batch is
    'Personenbezogen: Stapel von Eingriffen mit Grund (Freitext, nur intern). Zweck: Spalte purpose. Löschung: der Freitext wird am Tag delete_on geleert, zwölf Monate nach dem Beginn; Kennungen bleiben als Nachweis.';
comment on column steering_batch.begun_by is 'Kennung der Person, die den Stapel begonnen hat, kein Name';
comment on column steering_batch.given_to_by is 'Kennung der Person, die die Aufgaben bekommt; leer, wo es keine ist';
comment on column steering_batch.cancelled_by is 'Kennung der Person, die den Rest abgebrochen hat';

create table steering_item (
    batch_id        uuid    not null,
    municipality_id text    not null references municipality (id),
    position        integer not null,
    item            text    not null check (char_length(item) between 1 and 100),
    measure_number  text,
    label           text,
    state           text    not null default 'OPEN' check (state in ('OPEN', 'DONE', 'REFUSED', 'LEFT_OUT')),
    -- Key of the message, and its values.
    problem         text,
    problem_values  jsonb,
    ended_at        timestamptz,
    primary key (batch_id, position),
    unique (batch_id, item),
    foreign key (municipality_id, batch_id) references steering_batch (municipality_id, id) on delete cascade,
    check ((state = 'OPEN') = (ended_at is null)),
    check ((state = 'REFUSED') = (problem is not null))
);
create index steering_item_open on steering_item (batch_id, position) where state = 'OPEN';
comment on table steering_item is 'Aufgaben, Störungen und Maßnahmen eines Stapels von Eingriffen, mit dem, was daraus geworden ist';
