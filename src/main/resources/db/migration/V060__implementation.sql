-- Implementation of a starter project, or of the measure itself where it has none.

create table implementation_project (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    measure_id        uuid        not null,
    kind              text        not null check (kind in ('STARTER_PROJECT', 'MEASURE')),
    title             text        not null check (char_length(title) <= 250),
    department        text        not null,
    status            text        not null check (status in ('PREPARED', 'RUNNING', 'CLOSING', 'CLOSED')),
    created_at        timestamptz not null default now(),
    unique (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    foreign key (municipality_id, department) references department (municipality_id, key)
);
create index implementation_project_by_measure on implementation_project (municipality_id, measure_id);
create unique index implementation_project_of_measure on implementation_project (municipality_id, measure_id)
    where kind = 'MEASURE';
comment on table implementation_project is
    'Was umgesetzt wird: ein Starterprojekt (gleiche Kennung wie starter_project) oder die Maßnahme selbst';

create table work_package (
    id                uuid primary key,
    municipality_id   text           not null references municipality (id),
    measure_id        uuid           not null,
    project_id        uuid           not null,
    position          integer        not null check (position >= 1),
    code              text           not null check (char_length(code) <= 10),
    title             text           not null check (char_length(title) <= 250),
    description       text           check (char_length(description) <= 2000),
    department        text           not null,
    begins_on         date           not null,
    ends_on           date           not null,
    milestone         text           check (char_length(milestone) <= 250),
    planned_cost      numeric(14, 2) check (planned_cost >= 0),
    status            text           not null check (status in ('OPEN', 'RUNNING', 'DONE', 'BLOCKED', 'DROPPED')),
    progress          integer        not null default 0 check (progress between 0 and 100),
    actual_cost       numeric(14, 2) check (actual_cost >= 0),
    evidence          text           check (char_length(evidence) <= 4000),
    planned_by        text           not null,
    created_at        timestamptz    not null default now(),
    changed_at        timestamptz    not null default now(),
    unique (municipality_id, id),
    unique (project_id, code),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    foreign key (municipality_id, project_id) references implementation_project (municipality_id, id),
    foreign key (municipality_id, department) references department (municipality_id, key),
    check (begins_on <= ends_on),
    check (status <> 'DONE' or progress = 100)
);
create index work_package_by_measure on work_package (municipality_id, measure_id, project_id);
comment on table work_package is 'Arbeitspaket mit zuständiger Stelle, Zeitraum, Stand und Nachweis';

create table work_package_dependency (
    municipality_id   text        not null references municipality (id),
    package_id        uuid        not null,
    depends_on_id     uuid        not null,
    created_at        timestamptz not null default now(),
    primary key (package_id, depends_on_id),
    foreign key (municipality_id, package_id) references work_package (municipality_id, id),
    foreign key (municipality_id, depends_on_id) references work_package (municipality_id, id),
    check (package_id <> depends_on_id)
);
create index work_package_dependency_by_predecessor on work_package_dependency (municipality_id, depends_on_id);
comment on table work_package_dependency is 'Welches Arbeitspaket erst nach einem anderen fertig werden kann';

create table work_package_report (
    id                uuid primary key,
    municipality_id   text           not null references municipality (id),
    package_id        uuid           not null,
    status            text           not null check (status in ('RUNNING', 'DONE', 'DROPPED', 'BLOCKED')),
    progress          integer        not null check (progress between 0 and 100),
    actual_cost       numeric(14, 2) check (actual_cost >= 0),
    evidence          text           check (char_length(evidence) <= 4000),
    reason            text           check (char_length(reason) <= 2000),
    reported_by       text           not null,
    created_at        timestamptz    not null default now(),
    unique (municipality_id, id),
    foreign key (municipality_id, package_id) references work_package (municipality_id, id),
    check (status in ('RUNNING', 'DONE') or reason is not null)
);
create index work_package_report_by_package on work_package_report (municipality_id, package_id, created_at);
comment on table work_package_report is 'Jede Meldung zu einem Arbeitspaket, unverändert aufbewahrt';

create table blockage (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    report_id         uuid        not null unique,
    package_id        uuid        not null,
    result            text        not null check (result in ('CONTINUE', 'DROP')),
    resolution        text        not null check (char_length(resolution) <= 2000),
    new_ends_on       date,
    resolved_by       text        not null,
    created_at        timestamptz not null default now(),
    foreign key (municipality_id, report_id) references work_package_report (municipality_id, id),
    foreign key (municipality_id, package_id) references work_package (municipality_id, id)
);
create index blockage_by_package on blockage (municipality_id, package_id);
comment on table blockage is 'Wie die Federführung eine gemeldete Blockade gelöst hat';

create table project_closure (
    id                uuid primary key,
    municipality_id   text           not null references municipality (id),
    measure_id        uuid           not null,
    project_id        uuid           not null,
    version           integer        not null check (version >= 1),
    closed_on         date           not null,
    goal_level        text           not null check (goal_level in ('REACHED', 'PARTLY', 'NOT_REACHED')),
    result            text           not null check (char_length(result) <= 4000),
    public_summary    text           not null check (char_length(public_summary) <= 1000),
    actual_cost       numeric(14, 2) not null check (actual_cost >= 0),
    lessons           text           check (char_length(lessons) <= 4000),
    continuation      text           check (char_length(continuation) <= 2000),
    closed_by         text           not null,
    created_at        timestamptz    not null default now(),
    unique (municipality_id, id),
    unique (project_id, version),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    foreign key (municipality_id, project_id) references implementation_project (municipality_id, id)
);
create index project_closure_by_measure on project_closure (municipality_id, measure_id);
comment on table project_closure is
    'Abschlussbericht eines Projekts, je Rückgabe eine neue Fassung; erreichte Wirkungen stehen in reported_value';

create table project_closure_indicator (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    closure_id        uuid        not null,
    position          integer     not null check (position >= 1),
    name              text        not null check (char_length(name) <= 250),
    achieved          text        not null check (char_length(achieved) <= 500),
    source            text        not null check (char_length(source) <= 250),
    created_at        timestamptz not null default now(),
    unique (closure_id, position),
    foreign key (municipality_id, closure_id) references project_closure (municipality_id, id)
);
comment on table project_closure_indicator is 'Was ein Projekt je Indikator erreicht hat';

create table project_closure_review (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    closure_id        uuid        not null unique,
    result            text        not null check (result in ('CONFIRM', 'RETURN')),
    comment           text        check (char_length(comment) <= 2000),
    reviewed_by       text        not null,
    created_at        timestamptz not null default now(),
    foreign key (municipality_id, closure_id) references project_closure (municipality_id, id),
    check (result = 'CONFIRM' or comment is not null)
);
comment on table project_closure_review is 'Bestätigung oder Rückgabe eines Abschlussberichts durch eine zweite Person';

create table networking_log (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    measure_id        uuid        not null,
    project_id        uuid        not null,
    note              text        check (char_length(note) <= 2000),
    logged_by         text        not null,
    created_at        timestamptz not null default now(),
    unique (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    foreign key (municipality_id, project_id) references implementation_project (municipality_id, id)
);
create index networking_log_by_measure on networking_log (municipality_id, measure_id, project_id);
comment on table networking_log is 'Vierteljährlicher Eintrag der Wirtschaftsförderung zur Vernetzung eines Projekts';

create table networking_contact (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    log_id            uuid        not null,
    position          integer     not null check (position >= 1),
    contact_on        date        not null,
    kind              text        not null
        check (kind in ('CONTACT', 'MATCHMAKING', 'EVENT', 'FUNDING_HINT', 'PUBLICITY')),
    partners          text        check (char_length(partners) <= 500),
    result            text        check (char_length(result) <= 2000),
    created_at        timestamptz not null default now(),
    unique (log_id, position),
    foreign key (municipality_id, log_id) references networking_log (municipality_id, id)
);
comment on table networking_contact is 'Kontakt, Vermittlung oder Veranstaltung; Partner sind Organisationen, keine Personen';

create table project_status_report (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    measure_id        uuid        not null,
    project_id        uuid        not null,
    as_of             date        not null,
    text              text        not null check (char_length(text) <= 4000),
    plan_next_year    text        check (char_length(plan_next_year) <= 4000),
    assessment        text        not null
        check (assessment in ('NOT_ASSESSED', 'ON_PLAN', 'DELAYED', 'AT_RISK', 'NO_NEWS', 'REACHED')),
    reported_by       text        not null,
    created_at        timestamptz not null default now(),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    foreign key (municipality_id, project_id) references implementation_project (municipality_id, id)
);
create index project_status_report_by_measure on project_status_report (municipality_id, measure_id, project_id, as_of);
comment on table project_status_report is 'Halbjährlicher Sachstand zur Umsetzung eines Projekts';
