-- Phase 1, knowledge building: what the city wants to know about a measure, what it found, and who checked it.

create table knowledge_goal (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    position        integer     not null check (position >= 1),
    question        text        not null check (char_length(question) between 1 and 500),
    responsible     text        not null,
    due_on          date        not null,
    state           text        not null check (state in ('OPEN', 'DONE', 'DEFERRED')),
    result          text        check (char_length(result) <= 4000),
    deferred_reason text        check (char_length(deferred_reason) <= 1000),
    defined_by      text        not null,
    answered_by     text,
    answered_at     timestamptz,
    created_at      timestamptz not null default now(),
    unique (municipality_id, id),
    unique (municipality_id, measure_id, position),
    check (state <> 'DONE' or result is not null),
    check (state <> 'DEFERRED' or deferred_reason is not null),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
comment on table knowledge_goal is
    'Wissensziele einer Maßnahme: Frage, zuständige Organisationseinheit, Termin und Ergebnis oder Grund der Zurückstellung.';

create table knowledge_item (
    id               uuid primary key,
    municipality_id  text        not null references municipality (id),
    measure_id       uuid        not null,
    goal_id          uuid        not null,
    position         integer     not null check (position >= 1),
    title            text        not null check (char_length(title) between 1 and 250),
    kind             text        not null
        check (kind in ('STUDY', 'GUIDE', 'LAW', 'PRACTICE', 'DATASET', 'TRAINING', 'INTERVIEW', 'EVENT')),
    publisher        text        check (char_length(publisher) <= 200),
    year             integer     check (year between 1900 and 2100),
    url              text        check (char_length(url) <= 500),
    circular_fields  text[]      not null default '{}' check (circular_fields <@ array
        ['BUILDING', 'FOOD', 'PACKAGING', 'TEXTILES', 'PROCUREMENT', 'ELECTRONICS', 'OTHER']),
    model_components text[]      not null default '{}' check (model_components <@ array
        ['VISION_GOALS', 'STRATEGY', 'PROCESSES', 'STRUCTURES', 'INSTRUMENTS', 'PRODUCTS']),
    key_statements   text[]      not null check (cardinality(key_statements) >= 1),
    relevance        integer     not null check (relevance between 1 and 4),
    transferability  integer     check (transferability between 1 and 4),
    recorded_by      text        not null,
    created_at       timestamptz not null default now(),
    foreign key (municipality_id, goal_id) references knowledge_goal (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index knowledge_item_measure on knowledge_item (municipality_id, measure_id);
create index knowledge_item_goal on knowledge_item (municipality_id, goal_id);
comment on table knowledge_item is
    'Wissensbausteine (Studien, Leitfäden, Praxisbeispiele …), die ein Wissensziel beantworten, mit ihren Kernaussagen.';

create table knowledge_review (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    result          text        not null check (result in ('COMPLETE', 'COLLECT_MORE', 'NEW_GOALS')),
    comment         text        check (char_length(comment) <= 2000),
    summary         text        check (char_length(summary) <= 4000),
    reviewed_by     text        not null,
    created_at      timestamptz not null default now(),
    check (result <> 'COMPLETE' or summary is not null),
    check (result = 'COMPLETE' or comment is not null),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index knowledge_review_measure on knowledge_review (municipality_id, measure_id, created_at);
comment on table knowledge_review is
    'Prüfungen des Wissensstands. Die Zusammenfassung der letzten Prüfung mit Ergebnis COMPLETE ist zur Veröffentlichung bestimmt, die Kommentare sind intern.';
