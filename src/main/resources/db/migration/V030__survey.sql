-- Phase 2, status-quo survey, and the exchange in the city group that keeps the register of circular activities up to date.

create table survey (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    aim             text        not null check (char_length(aim) between 1 and 2000),
    guidance        text        check (char_length(guidance) <= 4000),
    mailbox         text        not null check (char_length(mailbox) <= 200),
    answer_until    date        not null,
    prepared_by     text        not null,
    closed_reason   text        check (char_length(closed_reason) <= 1000),
    closed_by       text,
    closed_at       timestamptz,
    created_at      timestamptz not null default now(),
    unique (municipality_id, id),
    check ((closed_reason is null) = (closed_at is null)),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index survey_measure on survey (municipality_id, measure_id, created_at);
comment on table survey is
    'Status-quo-Erhebungen einer Maßnahme. Ein Grund in closed_reason heißt: vor der letzten Rückmeldung geschlossen.';
comment on column survey.mailbox is 'Funktionspostfach für Rückfragen, keine persönliche Adresse.';

create table survey_answer (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    survey_id       uuid        not null,
    department      text        not null,
    state           text        not null check (state in ('ASKED', 'ANSWERED', 'SILENT')),
    remarks         text        check (char_length(remarks) <= 2000),
    answered_by     text,
    answered_at     timestamptz,
    created_at      timestamptz not null default now(),
    unique (municipality_id, id),
    unique (municipality_id, survey_id, department),
    foreign key (municipality_id, survey_id) references survey (municipality_id, id),
    check ((state = 'ANSWERED') = (answered_at is not null)),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index survey_answer_measure on survey_answer (municipality_id, measure_id);
comment on table survey_answer is
    'Rückmeldungen der beteiligten Organisationseinheiten: gefragt, beantwortet oder bis zum Schließen ausgeblieben.';

create table survey_maturity (
    id              uuid primary key,
    municipality_id text    not null references municipality (id),
    measure_id      uuid    not null,
    answer_id       uuid    not null,
    component       text    not null check (component in
        ('VISION_GOALS', 'STRATEGY', 'PROCESSES', 'STRUCTURES', 'INSTRUMENTS', 'PRODUCTS')),
    level           integer not null check (level between 0 and 4),
    evidence        text    not null check (char_length(evidence) between 1 and 1000),
    created_at      timestamptz not null default now(),
    unique (municipality_id, answer_id, component),
    foreign key (municipality_id, answer_id) references survey_answer (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index survey_maturity_measure on survey_maturity (municipality_id, measure_id);
comment on table survey_maturity is
    'Reifegrad 0 bis 4 je Baustein des Modellansatzes aus Sicht einer Organisationseinheit. Keine Zeile heißt: nicht eingeschätzt.';

create table survey_swot (
    id              uuid primary key,
    municipality_id text    not null references municipality (id),
    measure_id      uuid    not null,
    answer_id       uuid    not null,
    kind            text    not null check (kind in ('STRENGTH', 'WEAKNESS', 'OPPORTUNITY', 'THREAT')),
    position        integer not null check (position >= 1),
    text            text    not null check (char_length(text) between 1 and 500),
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, answer_id) references survey_answer (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index survey_swot_answer on survey_swot (municipality_id, measure_id, answer_id);
comment on table survey_swot is 'Stärken, Schwächen, Chancen und Risiken aus Sicht einer Organisationseinheit.';

create table survey_key_figure (
    id              uuid primary key,
    municipality_id text    not null references municipality (id),
    measure_id      uuid    not null,
    answer_id       uuid    not null,
    position        integer not null check (position >= 1),
    name            text    not null check (char_length(name) between 1 and 200),
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, answer_id) references survey_answer (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index survey_key_figure_answer on survey_key_figure (municipality_id, measure_id, answer_id);
comment on table survey_key_figure is
    'Kennzahlen einer Rückmeldung. Der Wert ist eine Angabe (reported_value) mit dieser Zeile als Eigentümerin, Feld figure.';

create table exchange (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    planned_on      date        not null,
    held_on         date,
    units           text[]      not null default '{}',
    activities      text        check (char_length(activities) <= 4000),
    documented_by   text,
    documented_at   timestamptz,
    created_at      timestamptz not null default now(),
    unique (municipality_id, id),
    check ((held_on is null) = (documented_at is null)),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index exchange_measure on exchange (municipality_id, measure_id, created_at);
comment on table exchange is 'Regelmäßiger Austausch im Stadtkonzern neben den Phasen einer Maßnahme.';

create table exchange_department (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    exchange_id     uuid        not null,
    department      text        not null,
    state           text        not null check (state in ('ASKED', 'NEWS', 'NO_NEWS')),
    remarks         text        check (char_length(remarks) <= 2000),
    reported_by     text,
    reported_at     timestamptz,
    created_at      timestamptz not null default now(),
    unique (municipality_id, exchange_id, department),
    foreign key (municipality_id, exchange_id) references exchange (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index exchange_department_measure on exchange_department (municipality_id, measure_id);
comment on table exchange_department is
    'Organisationseinheiten, die vor einem Austausch nach ihren Aktivitäten gefragt wurden, und ob sie Neues gemeldet haben.';

create table exchange_agreement (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    exchange_id     uuid        not null,
    position        integer     not null check (position >= 1),
    text            text        not null check (char_length(text) between 1 and 1000),
    responsible     text        not null,
    due_on          date,
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, exchange_id) references exchange (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index exchange_agreement_exchange on exchange_agreement (municipality_id, measure_id, exchange_id);
comment on table exchange_agreement is 'Vereinbarungen eines Austauschs mit zuständiger Organisationseinheit und Termin.';

create table circular_activity (
    id                 uuid primary key,
    municipality_id    text        not null references municipality (id),
    measure_id         uuid        not null,
    department         text        not null,
    name               text        not null check (char_length(name) between 1 and 250),
    description        text        not null check (char_length(description) between 1 and 2000),
    circular_field     text        not null check (circular_field in
        ('BUILDING', 'FOOD', 'PACKAGING', 'TEXTILES', 'PROCUREMENT', 'ELECTRONICS', 'OTHER')),
    r_strategy         text        check (r_strategy in
        ('R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9')),
    material_stream    text        check (char_length(material_stream) <= 200),
    status             text        not null check (status in ('IDEA', 'PLANNED', 'RUNNING', 'DONE', 'STOPPED')),
    mailbox            text        not null check (char_length(mailbox) <= 200),
    obstacles          text[]      not null default '{}' check (obstacles <@ array
        ['LAW', 'FINANCE', 'STAFF', 'KNOWLEDGE', 'ACCEPTANCE', 'DATA', 'MARKET']),
    need               text        check (char_length(need) <= 1000),
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now(),
    unique (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create unique index circular_activity_name on circular_activity (municipality_id, department, lower(name));
create index circular_activity_measure on circular_activity (municipality_id, measure_id);
comment on table circular_activity is
    'Register „Kreislaufaktivitäten im Stadtkonzern“: jetziger Stand je Organisationseinheit. Die Menge ist eine Angabe (reported_value), Feld quantity; measure_id nennt die Maßnahme, über die die Aktivität ins Register kam.';
comment on column circular_activity.mailbox is 'Funktionspostfach, keine persönliche Adresse.';

create table circular_activity_report (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    activity_id     uuid        not null,
    survey_id       uuid,
    exchange_id     uuid,
    change          text        not null check (change in ('NEW', 'CHANGED')),
    name            text        not null,
    description     text        not null,
    status          text        not null check (status in ('IDEA', 'PLANNED', 'RUNNING', 'DONE', 'STOPPED')),
    reported_by     text        not null,
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, activity_id) references circular_activity (municipality_id, id),
    foreign key (municipality_id, survey_id) references survey (municipality_id, id),
    foreign key (municipality_id, exchange_id) references exchange (municipality_id, id),
    check ((survey_id is null) <> (exchange_id is null)),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index circular_activity_report_measure on circular_activity_report (municipality_id, measure_id);
create index circular_activity_report_activity on circular_activity_report (municipality_id, activity_id, created_at);
create index circular_activity_report_exchange on circular_activity_report (municipality_id, exchange_id);
comment on table circular_activity_report is
    'Verlauf des Registers: jede Meldung einer neuen oder geänderten Aktivität aus Erhebung oder Austausch; wird nie geändert.';

create table stakeholder_analysis (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    method          text        check (char_length(method) <= 2000),
    analysed_by     text        not null,
    analysed_at     timestamptz not null default now(),
    created_at      timestamptz not null default now(),
    unique (municipality_id, measure_id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
comment on table stakeholder_analysis is 'Stakeholder-Analyse einer Maßnahme: Vorgehen und wer sie zuletzt vorgelegt hat.';

create table stakeholder (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    measure_id        uuid        not null,
    position          integer     not null check (position >= 1),
    organisation      text        not null check (char_length(organisation) between 1 and 200),
    sector            text        not null check (sector in
        ('POLITICS_ADMINISTRATION', 'BUSINESS', 'SCIENCE_EDUCATION', 'CIVIL_SOCIETY', 'ENVIRONMENT')),
    participant_group text        not null check (participant_group in
        ('BUSINESS', 'CHAMBER', 'ASSOCIATION', 'ADMINISTRATION', 'UNIVERSITY', 'MUNICIPAL_COMPANY', 'CLUB', 'POLITICS',
         'MEDIA', 'FINANCE', 'OTHER')),
    circular_fields   text[]      not null check (cardinality(circular_fields) >= 1 and circular_fields <@ array
        ['BUILDING', 'FOOD', 'PACKAGING', 'TEXTILES', 'PROCUREMENT', 'ELECTRONICS', 'OTHER']),
    influence         integer     not null check (influence between 1 and 4),
    interest          integer     not null check (interest between 1 and 4),
    attitude          integer     not null check (attitude between -2 and 2),
    affectedness      integer     check (affectedness between 1 and 4),
    resources         text        check (char_length(resources) <= 1000),
    expectations      text        check (char_length(expectations) <= 1000),
    conflicts         text        check (char_length(conflicts) <= 1000),
    relations         text        check (char_length(relations) <= 1000),
    supervising_unit  text,
    involvement       text        check (char_length(involvement) <= 1000),
    quadrant          text        not null check (quadrant in
        ('KEY_PLAYER', 'KEEP_SATISFIED', 'KEEP_INFORMED', 'MONITOR')),
    involvement_level text        not null check (involvement_level in
        ('COOPERATION', 'CONSULTATION', 'PARTICIPATION', 'INFORMATION')),
    advice            text[]      not null default '{}',
    created_at        timestamptz not null default now(),
    unique (municipality_id, id),
    check (quadrant <> 'KEY_PLAYER' or supervising_unit is not null),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create unique index stakeholder_organisation on stakeholder (municipality_id, measure_id, lower(organisation));
comment on table stakeholder is
    'Bewertete Organisationen einer Stakeholder-Analyse (nie Personen). Quadrant, Beteiligungsstufe und Hinweise stammen aus den Entscheidungstabellen zum Zeitpunkt der Analyse.';
comment on column stakeholder.expectations is 'Nur intern, wird nie veröffentlicht.';
comment on column stakeholder.conflicts is 'Nur intern, wird nie veröffentlicht.';

create table stakeholder_contact (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    stakeholder_id  uuid        not null,
    name            text        not null check (char_length(name) between 1 and 200),
    function        text        check (char_length(function) <= 200),
    email           text        check (char_length(email) <= 200),
    phone           text        check (char_length(phone) <= 50),
    purpose         text        not null,
    last_used_on    date        not null,
    delete_on       date        not null,
    created_at      timestamptz not null default now(),
    unique (municipality_id, stakeholder_id),
    foreign key (municipality_id, stakeholder_id) references stakeholder (municipality_id, id) on delete cascade,
    check (delete_on > last_used_on),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index stakeholder_contact_deletion on stakeholder_contact (municipality_id, delete_on);
create index stakeholder_contact_measure on stakeholder_contact (municipality_id, measure_id);
comment on table stakeholder_contact is
    'Personenbezogen: Ansprechpersonen bei Organisationen. Zweck: Beteiligung an dieser Maßnahme (Spalte purpose). Löschung zwölf Monate nach der letzten Nutzung (delete_on).';

create table status_quo (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    summary         text        not null check (char_length(summary) between 1 and 4000),
    conclusions     text        not null check (char_length(conclusions) between 1 and 4000),
    open_questions  text        check (char_length(open_questions) <= 2000),
    source          text        not null check (char_length(source) between 1 and 500),
    as_of           date        not null,
    summarised_by   text        not null,
    summarised_at   timestamptz not null default now(),
    released_by     text,
    released_at     timestamptz,
    created_at      timestamptz not null default now(),
    unique (municipality_id, id),
    unique (municipality_id, measure_id),
    check ((released_by is null) = (released_at is null)),
    check (released_by is null or released_by <> summarised_by),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
comment on table status_quo is
    'Zusammenfassung der Erhebung. summary und as_of sind nach der Freigabe zur Veröffentlichung bestimmt, der Rest ist intern.';

create table status_quo_maturity (
    id              uuid primary key,
    municipality_id text    not null references municipality (id),
    measure_id      uuid    not null,
    status_quo_id   uuid    not null,
    component       text    not null check (component in
        ('VISION_GOALS', 'STRATEGY', 'PROCESSES', 'STRUCTURES', 'INSTRUMENTS', 'PRODUCTS')),
    level           integer not null check (level between 0 and 4),
    evidence        text    not null check (char_length(evidence) between 1 and 1000),
    created_at      timestamptz not null default now(),
    unique (municipality_id, status_quo_id, component),
    foreign key (municipality_id, status_quo_id) references status_quo (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index status_quo_maturity_measure on status_quo_maturity (municipality_id, measure_id);
comment on table status_quo_maturity is
    'Reifegrad 0 bis 4 je Baustein des Modellansatzes, wie ihn die Federführung aus allen Rückmeldungen zusammenfasst.';

create table survey_review (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    subject         text        not null check (subject in ('STAKEHOLDERS', 'STATUS_QUO')),
    result          text        not null check (result in ('APPROVE', 'RELEASE', 'RETURN')),
    comment         text        check (char_length(comment) <= 2000),
    reviewed_by     text        not null,
    created_at      timestamptz not null default now(),
    check (result <> 'RETURN' or comment is not null),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index survey_review_measure on survey_review (municipality_id, measure_id, subject, created_at);
comment on table survey_review is
    'Prüfungen der Stakeholder-Analyse und Freigaben der Zusammenfassung; Kommentare sind intern.';
