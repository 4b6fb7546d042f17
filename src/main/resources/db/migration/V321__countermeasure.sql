-- What is done when an indicator misses its target, or a measure is at risk in two reports running.

create table countermeasure (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    measure_id        uuid        not null,
    cause             text        not null check (cause in ('INDICATOR_MISSED', 'TWICE_AT_RISK')),
    indicator         text        check (char_length(indicator) between 1 and 250),
    observed          numeric,
    goal              numeric,
    unit              text        check (char_length(unit) <= 40),
    target_year       integer,
    report_id         uuid        not null,
    state             text        not null check (state in ('RUNNING', 'EFFECTIVE', 'STOPPED')),
    deadline          date        not null,
    instance_id       text        check (char_length(instance_id) <= 64),
    created_at        timestamptz not null default now(),
    ended_at          timestamptz,
    unique (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    foreign key (municipality_id, report_id) references measure_report (municipality_id, id),
    check ((cause = 'INDICATOR_MISSED') = (indicator is not null)),
    check ((state = 'RUNNING') = (ended_at is null))
);
create unique index countermeasure_one_per_cause on countermeasure (municipality_id, measure_id, cause, coalesce(indicator, ''))
    where state = 'RUNNING';
comment on table countermeasure is
    'Gegenmaßnahmen: weswegen, bis wann und wie sie ausgegangen sind; je Maßnahme und Ursache läuft höchstens eine';

create table countermeasure_step (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    countermeasure_id uuid        not null,
    kind              text        not null
        check (kind in ('PLANNED', 'ACCEPTED', 'RETURNED', 'EFFECTIVE', 'NOT_EFFECTIVE', 'CONTINUED', 'STOPPED')),
    reason            text        check (char_length(reason) <= 2000),
    text              text        check (char_length(text) <= 4000),
    until             date,
    acted_by          text        not null,
    deputy_for_by     text,
    created_at        timestamptz not null default now(),
    foreign key (municipality_id, countermeasure_id) references countermeasure (municipality_id, id)
);
create index countermeasure_step_of_countermeasure on countermeasure_step (municipality_id, countermeasure_id, created_at);
comment on table countermeasure_step is
    'Was zu einer Gegenmaßnahme geplant, entschieden und berichtet wurde, mit Kennung; wird nur ergänzt';
