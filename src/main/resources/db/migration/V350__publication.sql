-- The way of a measure to its public page: what is about to be published, what has changed since, and who has done what.

create table publication (
    municipality_id    text        not null references municipality (id),
    measure_id         uuid        not null,
    instance_id        text        check (char_length(instance_id) <= 64),
    version            integer     not null default 0 check (version >= 0),
    released_at        timestamptz,
    candidate          jsonb,
    candidate_at       timestamptz,
    causes             text[]      not null default '{}'
        check (causes <@ array['DECISION', 'RECORD', 'STATUS_REPORT', 'STARTER_PROJECTS', 'PROJECT_RESULT', 'PHASE_SUMMARY',
                               'WORKSHOP', 'EVALUATION', 'ENDED', 'CORRECTION']),
    released_by_two    boolean     not null default true,
    causes_since       text[]      not null default '{}'
        check (causes_since <@ array['DECISION', 'RECORD', 'STATUS_REPORT', 'STARTER_PROJECTS', 'PROJECT_RESULT',
                                     'PHASE_SUMMARY', 'WORKSHOP', 'EVALUATION', 'ENDED', 'CORRECTION']),
    since_by_two       boolean     not null default true,
    participation_text text        check (char_length(participation_text) between 1 and 2000),
    participation_url  text        check (char_length(participation_url) between 1 and 500),
    confirmed          jsonb       not null default '[]',
    held_reason        text        check (char_length(held_reason) between 1 and 2000),
    withdrawn          boolean     not null default false,
    live_mark          text        check (char_length(live_mark) = 64),
    withdrawn_reason   text        check (char_length(withdrawn_reason) between 1 and 2000),
    primary key (municipality_id, measure_id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    check ((candidate is null) = (candidate_at is null)),
    check (withdrawn = (withdrawn_reason is not null))
);
comment on table publication is
    'Wie eine Maßnahme zu ihrer öffentlichen Seite steht: die Fassung in Arbeit, was sich seitdem geändert hat, zurückgehalten oder zurückgezogen';

create table publication_event (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    kind            text        not null
        check (kind in ('CHECKED', 'SUBMITTED', 'HELD', 'RELEASED', 'RETURNED', 'PUBLISHED', 'WITHDRAWN')),
    table_answer    text        check (table_answer in ('BLOCKED', 'NOT_RELEASED', 'REWORK', 'RELEASED')),
    version         integer     check (version >= 1),
    note            text        check (char_length(note) between 1 and 2000),
    acted_by        text,
    deputy_for_by   text,
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, measure_id) references publication (municipality_id, measure_id)
);
create index publication_event_of_measure on publication_event (municipality_id, measure_id, created_at);
comment on table publication_event is
    'Was auf dem Weg zu einer öffentlichen Fassung geprüft, freigegeben, zurückgegeben und zurückgezogen wurde, mit Kennung; wird nur ergänzt';
