-- Starter projects: from the ideas of the workshops to the decision of a body.
-- A round is one run of the selection; sketches and ratings are versioned, so that a rework keeps what it replaces.

create table selection_round (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    measure_id        uuid        not null,
    number            integer     not null check (number >= 1),
    result            text        not null check (result in ('SKETCH', 'NONE')),
    reason            text        check (char_length(reason) <= 2000),
    set_aside_reason  text        check (char_length(set_aside_reason) <= 2000),
    bundled_by        text        not null,
    created_at        timestamptz not null default now(),
    unique (municipality_id, id),
    unique (municipality_id, measure_id, number),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    check (result = 'SKETCH' or reason is not null)
);
comment on table selection_round is 'Durchgang der Auswahl von Starterprojekten einer Maßnahme';

create table starter_idea (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    measure_id        uuid        not null,
    round_id          uuid        not null,
    position          integer     not null check (position >= 1),
    origin            text        not null check (origin in ('WORKSHOP', 'MERGED', 'OWN')),
    title             text        not null check (char_length(title) <= 250),
    field             text        not null
        check (field in ('BUILDING', 'FOOD', 'PACKAGING', 'TEXTILES', 'PROCUREMENT', 'ELECTRONICS', 'OTHER')),
    description       text        not null check (char_length(description) <= 4000),
    department        text        not null,
    created_at        timestamptz not null default now(),
    unique (municipality_id, id),
    unique (round_id, position),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    foreign key (municipality_id, round_id) references selection_round (municipality_id, id),
    foreign key (municipality_id, department) references department (municipality_id, key)
);
create index starter_idea_by_measure on starter_idea (municipality_id, measure_id, round_id);
comment on table starter_idea is 'Gebündelte Idee für ein Starterprojekt mit der Stelle, die den Träger betreut';

create table starter_idea_source (
    municipality_id   text        not null references municipality (id),
    idea_id           uuid        not null,
    workshop_idea_id  uuid        not null,
    created_at        timestamptz not null default now(),
    primary key (idea_id, workshop_idea_id),
    foreign key (municipality_id, idea_id) references starter_idea (municipality_id, id)
);
create index starter_idea_source_by_workshop_idea on starter_idea_source (municipality_id, workshop_idea_id);
comment on table starter_idea_source is 'Workshop-Ideen, aus denen eine gebündelte Idee entstanden ist';

create table project_sketch (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    measure_id        uuid        not null,
    idea_id           uuid        not null,
    version           integer     not null check (version >= 1),
    title             text        not null check (char_length(title) <= 250),
    field             text        not null
        check (field in ('BUILDING', 'FOOD', 'PACKAGING', 'TEXTILES', 'PROCUREMENT', 'ELECTRONICS', 'OTHER')),
    problem           text        not null check (char_length(problem) <= 4000),
    solution          text        not null check (char_length(solution) <= 4000),
    goal              text        not null check (char_length(goal) <= 2000),
    main_r_strategy   text        not null
        check (main_r_strategy in ('R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9')),
    material_stream   text        not null check (char_length(material_stream) <= 250),
    bearer            text        not null check (char_length(bearer) <= 250),
    bearer_outside    boolean     not null,
    partners          text        check (char_length(partners) <= 2000),
    agency_roles      text[]      not null
        check (cardinality(agency_roles) >= 1
            and agency_roles <@ array ['NETWORKER', 'PROMOTER', 'INITIATOR', 'ORGANISER']),
    starts_on         date        not null,
    months            integer     not null check (months between 1 and 120),
    staff             text        check (char_length(staff) <= 1000),
    risks             text        check (char_length(risks) <= 2000),
    legal_questions   text        check (char_length(legal_questions) <= 2000),
    next_steps        text        check (char_length(next_steps) <= 2000),
    sketched_by       text        not null,
    created_at        timestamptz not null default now(),
    unique (municipality_id, id),
    unique (idea_id, version),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    foreign key (municipality_id, idea_id) references starter_idea (municipality_id, id)
);
create index project_sketch_by_measure on project_sketch (municipality_id, measure_id);
comment on table project_sketch is
    'Projektskizze, je Überarbeitung eine Fassung; Kosten, CO2 und Material stehen als Angaben in reported_value';

create table sketch_indicator (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    sketch_id         uuid        not null,
    position          integer     not null check (position >= 1),
    name              text        not null check (char_length(name) <= 250),
    kind              text        not null check (kind in ('MEASURABLE', 'QUALITATIVE')),
    unit              text        check (char_length(unit) <= 40),
    start_value       numeric(16, 3),
    goal_value        numeric(16, 3),
    target_year       integer     check (target_year between 2000 and 2100),
    created_at        timestamptz not null default now(),
    unique (sketch_id, position),
    foreign key (municipality_id, sketch_id) references project_sketch (municipality_id, id),
    check (kind = 'QUALITATIVE' or (unit is not null and goal_value is not null))
);
comment on table sketch_indicator is 'Woran der Erfolg eines Starterprojekts gemessen wird';

create table sketch_rating (
    id                uuid primary key,
    municipality_id   text          not null references municipality (id),
    measure_id        uuid          not null,
    sketch_id         uuid          not null,
    circularity       integer       not null check (circularity between 1 and 5),
    climate_basis     text          not null
        check (climate_basis in ('GREENHOUSE_GAS', 'SOCIETAL_CHANGE', 'NOT_QUANTIFIABLE')),
    climate           integer       not null check (climate between 1 and 5),
    feasibility       integer       not null check (feasibility between 1 and 5),
    regional_value    integer       not null check (regional_value between 1 and 5),
    visibility        integer       not null check (visibility between 1 and 5),
    cost              integer       not null check (cost between 1 and 5),
    readiness         integer       not null check (readiness between 1 and 5),
    knock_outs        text[]        not null
        check (knock_outs <@ array ['UNLAWFUL', 'NO_BEARER', 'NO_RELATION_TO_FIELD', 'DOUBLE_FUNDING', 'REBOUND_EXCEEDS_BENEFIT']),
    score             numeric(5, 2) not null check (score between 0 and 100),
    recommendation    text          not null
        check (recommendation in ('STARTER_PROJECT', 'REWORK', 'DEFERRED', 'REJECTED')),
    justification     text          not null check (char_length(justification) <= 4000),
    consulted         text[]        not null default '{}',
    rated_by          text          not null,
    created_at        timestamptz   not null default now(),
    unique (municipality_id, id),
    unique (sketch_id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    foreign key (municipality_id, sketch_id) references project_sketch (municipality_id, id),
    check (climate_basis <> 'NOT_QUANTIFIABLE' or climate = 3)
);
create index sketch_rating_by_measure on sketch_rating (municipality_id, measure_id);
comment on table sketch_rating is
    'Bewertung einer Fassung der Projektskizze: sieben Stufen, Ausschlussgründe, Punktzahl und Empfehlung der Entscheidungstabellen';

create table selection_proposal (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    measure_id        uuid        not null,
    round_id          uuid        not null,
    number            integer     not null check (number >= 1),
    proposal          text        not null check (proposal in ('DECIDE', 'REWORK', 'FURTHER_WORKSHOP', 'CLOSE')),
    body              text        check (body in ('COUNCIL', 'HEAD')),
    reason            text        check (char_length(reason) <= 2000),
    proposed_by       text        not null,
    created_at        timestamptz not null default now(),
    unique (municipality_id, id),
    unique (round_id, number),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    foreign key (municipality_id, round_id) references selection_round (municipality_id, id),
    check ((proposal = 'DECIDE') = (body is not null)),
    check (proposal = 'DECIDE' or reason is not null)
);
create index selection_proposal_by_measure on selection_proposal (municipality_id, measure_id);
comment on table selection_proposal is 'Vorschlag der Federführung, welche Skizzen Starterprojekte werden';

create table selection_choice (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    proposal_id       uuid        not null,
    sketch_id         uuid        not null,
    choice            text        not null check (choice in ('STARTER_PROJECT', 'REWORK', 'DEFERRED', 'REJECTED')),
    recommendation    text        not null
        check (recommendation in ('STARTER_PROJECT', 'REWORK', 'DEFERRED', 'REJECTED')),
    reason            text        check (char_length(reason) <= 2000),
    created_at        timestamptz not null default now(),
    unique (proposal_id, sketch_id),
    foreign key (municipality_id, proposal_id) references selection_proposal (municipality_id, id),
    foreign key (municipality_id, sketch_id) references project_sketch (municipality_id, id),
    check (choice = recommendation or reason is not null)
);
create index selection_choice_by_sketch on selection_choice (municipality_id, sketch_id);
comment on table selection_choice is 'Wahl je Skizze; weicht sie von der Empfehlung der Entscheidungstabelle ab, steht hier der Grund';

create table selection_decision (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    measure_id        uuid        not null,
    proposal_id       uuid        not null,
    body              text        not null check (body in ('COUNCIL', 'HEAD')),
    body_name         text        not null check (char_length(body_name) <= 150),
    decided_on        date        not null,
    result            text        not null check (result in ('ADOPT', 'RETURN')),
    paper_number      text        check (char_length(paper_number) <= 40),
    conditions        text        check (char_length(conditions) <= 4000),
    reason            text        check (char_length(reason) <= 4000),
    recorded_by       text        not null,
    created_at        timestamptz not null default now(),
    unique (municipality_id, id),
    unique (proposal_id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    foreign key (municipality_id, proposal_id) references selection_proposal (municipality_id, id),
    check ((body = 'COUNCIL') = (paper_number is not null)),
    check (result = 'ADOPT' or reason is not null)
);
create index selection_decision_by_measure on selection_decision (municipality_id, measure_id);
comment on table selection_decision is 'Beschluss über einen Vorschlag; Vorlagennummern tragen nur Ratsvorlagen';

create table starter_project (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    measure_id        uuid        not null,
    sketch_id         uuid        not null unique,
    decision_id       uuid        not null,
    title             text        not null check (char_length(title) <= 250),
    bearer            text        not null check (char_length(bearer) <= 250),
    department        text        not null,
    created_at        timestamptz not null default now(),
    unique (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    foreign key (municipality_id, sketch_id) references project_sketch (municipality_id, id),
    foreign key (municipality_id, decision_id) references selection_decision (municipality_id, id),
    foreign key (municipality_id, department) references department (municipality_id, key)
);
create index starter_project_by_measure on starter_project (municipality_id, measure_id);
comment on table starter_project is 'Beschlossenes Starterprojekt; die Stelle betreut den Träger und führt die Umsetzung';
