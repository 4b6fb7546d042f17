-- One row per measure with what the portfolio shows, filters and sorts by: its page costs the same with a hundred measures as with
-- ten thousand, since nothing has to be looked up for the rows that it does not show.
create table monitored_measure (
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    number          text        not null,
    number_order    text        not null generated always as
                        (split_part(number, '-', 1) || '-' || lpad(split_part(number, '-', 2), 5, '0')) stored,
    title           text        not null,
    short_title     text,
    search          text        not null generated always as
                        (lower(number || ' ' || title || ' ' || coalesce(short_title, ''))) stored,
    field_of_action text        not null,
    lead            text        not null,
    state           text        not null,
    phase           text        not null,
    since           timestamptz not null,
    planned_until   date,
    next_task       text,
    next_process    text,
    next_department text,
    next_held       boolean     not null default false,
    next_due        date,
    open_tasks      integer     not null default 0,
    decision_due    boolean     not null default false,
    created_at      timestamptz not null default now(),
    primary key (municipality_id, measure_id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index monitored_measure_by_number on monitored_measure (municipality_id, number_order);
create index monitored_measure_by_due on monitored_measure (municipality_id, next_due, number_order);
create index monitored_measure_tiles on monitored_measure (municipality_id, state, next_due, decision_due);
comment on table monitored_measure is
    'Maßnahmen für das Portfolio der Leitung, abgeleitet aus Maßnahme, geltender Fassung und offenen Aufgaben; in der Transaktion nachgeführt, die etwas davon ändert. Ohne Angaben zu Personen.';
comment on column monitored_measure.phase is 'Stand der Maßnahme; wenn sie ruht oder vorzeitig endete, der Stand davor';
comment on column monitored_measure.next_due is 'Früheste Frist der offenen Aufgaben';
