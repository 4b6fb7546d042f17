-- The record of a measure. Rows of a version are written once and never changed: the highest version is the current one.

create table field_of_action (
    municipality_id text not null references municipality (id),
    code text not null check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    label text not null check (length(label) between 1 and 120),
    prefix text not null check (prefix ~ '^[A-Z]{1,4}$'),
    position integer not null check (position >= 0),
    created_at timestamptz not null default now(),
    primary key (municipality_id, code),
    unique (municipality_id, prefix)
);
comment on table field_of_action is 'Handlungsfelder einer Kommune mit dem Kürzel, mit dem die Nummern ihrer Maßnahmen beginnen. Referenzdaten, je Kommune änderbar.';

create table measure_number_counter (
    municipality_id text not null references municipality (id),
    prefix text not null,
    last_number integer not null check (last_number >= 0),
    created_at timestamptz not null default now(),
    primary key (municipality_id, prefix)
);
comment on table measure_number_counter is 'Zuletzt vergebene Nummer je Kürzel. Die Zeile ist bis zum Ende der Transaktion gesperrt, damit keine Nummer zweimal vergeben wird.';

create table measure (
    id uuid primary key,
    municipality_id text not null references municipality (id),
    number text not null check (number ~ '^[A-Z]{1,4}-[0-9]{2,5}$'),
    lead text not null check (length(lead) between 1 and 40),
    state text not null check (state in ('PROPOSED', 'UNDER_REVIEW', 'DECIDED', 'KNOWLEDGE', 'STATUS_QUO', 'WORKSHOPS', 'STARTER_PROJECTS',
        'IMPLEMENTATION', 'EVALUATION', 'COMPLETED', 'PAUSED', 'MERGED', 'CANCELLED', 'REJECTED', 'DEFERRED')),
    state_reason text check (length(state_reason) <= 2000),
    merged_into uuid,
    created_by text not null,
    created_at timestamptz not null default now(),
    unique (municipality_id, number),
    unique (municipality_id, id),
    foreign key (municipality_id, merged_into) references measure (municipality_id, id),
    constraint measure_state_needs_reason check (state not in ('PAUSED', 'CANCELLED', 'REJECTED') or state_reason is not null),
    constraint measure_merged_into_another check ((state = 'MERGED') = (merged_into is not null) and merged_into <> id)
);
create index measure_lead on measure (municipality_id, lead);
comment on table measure is 'Maßnahmen: Nummer, Federführung und Stand. Den Stand setzen die Schritte des Prozesses.';

create table measure_state_change (
    id uuid primary key,
    municipality_id text not null references municipality (id),
    measure_id uuid not null,
    from_state text,
    to_state text not null,
    reason text check (length(reason) <= 2000),
    changed_by text,
    created_at timestamptz not null default now(),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index measure_state_change_measure on measure_state_change (municipality_id, measure_id, created_at);
comment on table measure_state_change is 'Verlauf der Stände einer Maßnahme; ohne Kennung, wenn der Prozess selbst weitergeschaltet hat.';

create table measure_version (
    id uuid primary key,
    municipality_id text not null references municipality (id),
    measure_id uuid not null,
    version integer not null check (version >= 1),
    lead text not null check (length(lead) between 1 and 40),
    external_id text check (length(external_id) <= 80),
    title text not null check (length(title) between 1 and 250),
    short_title text check (length(short_title) <= 80),
    summary text not null check (length(summary) between 1 and 500),
    description text not null check (length(description) between 1 and 10000),
    field_of_action text not null,
    field_of_action_original text check (length(field_of_action_original) <= 250),
    circular_fields text[] not null check (circular_fields <@ array ['BUILDING', 'FOOD', 'PACKAGING', 'TEXTILES', 'PROCUREMENT', 'ELECTRONICS', 'OTHER']),
    type text not null check (type in ('TECHNICAL', 'PARTICIPATION', 'GOVERNANCE', 'FINANCE', 'INFRASTRUCTURE', 'ADVICE', 'NETWORK', 'PROCUREMENT', 'OTHER')),
    type_original text check (length(type_original) <= 250),
    levers text[] not null check (levers <@ array ['TECHNOLOGY', 'GOVERNANCE', 'SOCIAL_INNOVATION', 'FINANCE', 'PARTICIPATION', 'LEARNING']),
    outcome text check (length(outcome) <= 1000),
    r_strategies text[] not null check (r_strategies <@ array ['R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9']),
    spatial_scope text not null check (spatial_scope in ('SITE', 'QUARTER', 'DISTRICT', 'CITY', 'REGION', 'BEYOND')),
    spatial_text text check (length(spatial_text) <= 500),
    responsible_body text not null check (length(responsible_body) between 1 and 250),
    begins_on date not null,
    ends_on date,
    planned_until date,
    planned_until_precision text check (planned_until_precision in ('DAY', 'MONTH')),
    budget_relation text not null check (budget_relation in ('NONE', 'CITY_INVESTMENT', 'CITY_OPERATING', 'SUBSIDIARY_PLAN')),
    cost_group text check (length(cost_group) <= 80),
    source_document text not null check (length(source_document) between 1 and 250),
    source_place text check (length(source_place) <= 250),
    source_as_of date not null,
    source_url text check (length(source_url) <= 500),
    created_by text not null,
    created_at timestamptz not null default now(),
    unique (measure_id, version),
    unique (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    foreign key (municipality_id, field_of_action) references field_of_action (municipality_id, code),
    constraint measure_version_ends_after_begin check (ends_on >= begins_on),
    constraint measure_version_planned_until_has_precision check ((planned_until is null) = (planned_until_precision is null))
);
create index measure_version_measure on measure_version (municipality_id, measure_id, version desc);
comment on table measure_version is 'Fassungen des Datenblatts einer Maßnahme, jede mit Quelle, Stand der Quelle, Datum und Kennung. Wird nie geändert, nur ergänzt.';
comment on column measure_version.planned_until is 'Letzter Tag, bis zu dem die Umsetzung geplant ist; bei Genauigkeit MONTH der letzte Tag des genannten Monats.';
comment on column measure_version.cost_group is 'Kennzeichen gemeinsamer Kosten: Maßnahmen mit demselben Kennzeichen teilen sich einen Betrag, der nur einmal zählt.';

create table measure_contributing (
    municipality_id text not null references municipality (id),
    version_id uuid not null,
    position integer not null,
    department text not null check (length(department) between 1 and 40),
    created_at timestamptz not null default now(),
    primary key (version_id, position),
    unique (version_id, department),
    foreign key (municipality_id, version_id) references measure_version (municipality_id, id)
);
create index measure_contributing_department on measure_contributing (municipality_id, department);
comment on table measure_contributing is 'Mitwirkende Organisationseinheiten einer Fassung.';

create table measure_partner (
    municipality_id text not null references municipality (id),
    version_id uuid not null,
    position integer not null,
    name text not null check (length(name) between 1 and 250),
    created_at timestamptz not null default now(),
    primary key (version_id, position),
    foreign key (municipality_id, version_id) references measure_version (municipality_id, id)
);
comment on table measure_partner is 'Weitere Beteiligte einer Fassung außerhalb der Verwaltung; Organisationen, keine Personen.';

create table measure_finance_plan (
    municipality_id text not null references municipality (id),
    version_id uuid not null,
    position integer not null,
    year integer check (year between 2000 and 2100),
    amount numeric(14, 2) not null,
    product_group text check (length(product_group) <= 80),
    line text check (length(line) <= 120),
    created_at timestamptz not null default now(),
    primary key (version_id, position),
    foreign key (municipality_id, version_id) references measure_version (municipality_id, id)
);
comment on table measure_finance_plan is 'Finanzplan einer Fassung in Euro; ohne Jahr stehen die Beträge späterer Jahre.';

create table measure_funding (
    municipality_id text not null references municipality (id),
    version_id uuid not null,
    position integer not null,
    programme text not null check (length(programme) between 1 and 250),
    funder text check (length(funder) <= 250),
    amount numeric(14, 2) check (amount >= 0),
    status text not null check (status in ('PLANNED', 'APPLIED', 'GRANTED', 'REFUSED', 'STOPPED')),
    created_at timestamptz not null default now(),
    primary key (version_id, position),
    foreign key (municipality_id, version_id) references measure_version (municipality_id, id)
);
comment on table measure_funding is 'Förderungen einer Fassung, Beträge in Euro.';

create table measure_indicator (
    id uuid primary key,
    municipality_id text not null references municipality (id),
    version_id uuid not null,
    position integer not null,
    name text not null check (length(name) between 1 and 250),
    kind text not null check (kind in ('MEASURABLE', 'QUALITATIVE')),
    unit text check (length(unit) <= 40),
    start_value numeric,
    goal_value numeric,
    goal_text text check (length(goal_text) <= 500),
    target_year integer check (target_year between 2000 and 2100),
    created_at timestamptz not null default now(),
    unique (version_id, position),
    unique (municipality_id, id),
    foreign key (municipality_id, version_id) references measure_version (municipality_id, id),
    constraint measure_indicator_number_only_if_measurable check (kind = 'MEASURABLE' or (start_value is null and goal_value is null))
);
comment on table measure_indicator is 'Indikatoren einer Fassung, an denen die Maßnahme bei der Auswertung gemessen wird.';

create table measure_indicator_value (
    municipality_id text not null references municipality (id),
    indicator_id uuid not null,
    position integer not null,
    measured_on date not null,
    value numeric,
    finding text check (length(finding) <= 500),
    source text not null check (length(source) between 1 and 250),
    created_at timestamptz not null default now(),
    primary key (indicator_id, position),
    foreign key (municipality_id, indicator_id) references measure_indicator (municipality_id, id),
    constraint measure_indicator_value_says_something check (value is not null or finding is not null)
);
comment on table measure_indicator_value is 'Erhobene Werte eines Indikators mit Datum und Quelle.';

create table measure_source (
    municipality_id text not null references municipality (id),
    version_id uuid not null,
    position integer not null,
    document text not null check (length(document) between 1 and 250),
    place text check (length(place) <= 250),
    as_of date not null,
    url text check (length(url) <= 500),
    created_at timestamptz not null default now(),
    primary key (version_id, position),
    foreign key (municipality_id, version_id) references measure_version (municipality_id, id)
);
comment on table measure_source is 'Weitere Quellen, auf die sich eine Fassung stützt.';

create table measure_review (
    id uuid primary key,
    municipality_id text not null references municipality (id),
    measure_id uuid not null,
    result text not null check (result in ('FORWARD', 'REWORK')),
    body text check (body in ('COUNCIL', 'HEAD')),
    note text check (length(note) <= 2000),
    reviewed_by text not null,
    created_at timestamptz not null default now(),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    constraint measure_review_forward_names_body check (result <> 'FORWARD' or body is not null),
    constraint measure_review_rework_needs_note check (result <> 'REWORK' or note is not null)
);
create index measure_review_measure on measure_review (municipality_id, measure_id, created_at);
comment on table measure_review is 'Prüfungen eines Vorschlags: weitergeleitet an ein Entscheidungsgremium oder zur Überarbeitung zurückgegeben.';

create table measure_decision (
    id uuid primary key,
    municipality_id text not null references municipality (id),
    measure_id uuid not null,
    position integer not null check (position >= 1),
    body text not null check (length(body) between 1 and 250),
    decided_on date not null,
    result text not null check (result in ('APPROVE', 'REWORK', 'REJECT', 'DEFER')),
    phases text[] not null check (phases <@ array ['KNOWLEDGE', 'STATUS_QUO', 'WORKSHOPS', 'STARTER_PROJECTS', 'IMPLEMENTATION']),
    conditions text check (length(conditions) <= 2000),
    reason text check (length(reason) <= 2000),
    deferred_until date,
    paper_number text check (length(paper_number) <= 40),
    recorded_by text not null,
    created_at timestamptz not null default now(),
    unique (measure_id, position),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    constraint measure_decision_approval_names_phases check ((result = 'APPROVE') = (cardinality(phases) > 0)),
    constraint measure_decision_refusal_needs_reason check (result = 'APPROVE' or reason is not null),
    constraint measure_decision_deferral_has_date check ((result = 'DEFER') = (deferred_until is not null))
);
comment on table measure_decision is 'Beschlüsse zu einer Maßnahme in ihrer Reihenfolge, mit Gremium, Datum, Vorlagennummer, Auflagen und den beschlossenen Phasen.';

create table measure_status_report (
    id uuid primary key,
    municipality_id text not null references municipality (id),
    measure_id uuid not null,
    as_of date not null,
    text text not null check (length(text) between 1 and 5000),
    plan_next_year text check (length(plan_next_year) <= 5000),
    assessment text not null check (assessment in ('NOT_ASSESSED', 'ON_PLAN', 'DELAYED', 'AT_RISK', 'NO_NEWS', 'REACHED')),
    reported_by text not null,
    created_at timestamptz not null default now(),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index measure_status_report_measure on measure_status_report (municipality_id, measure_id, as_of desc);
comment on table measure_status_report is 'Sachstände einer Maßnahme als Zeitleiste.';

create table measure_evaluation (
    id uuid primary key,
    municipality_id text not null references municipality (id),
    measure_id uuid not null,
    position integer not null check (position >= 1),
    summary text not null check (length(summary) between 1 and 5000),
    lessons text check (length(lessons) <= 5000),
    continuation text check (length(continuation) <= 2000),
    evaluated_by text not null,
    created_at timestamptz not null default now(),
    unique (measure_id, position),
    unique (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
comment on table measure_evaluation is 'Auswertungen einer Maßnahme; nach einer Rückgabe entsteht eine neue.';

create table measure_evaluation_goal (
    municipality_id text not null references municipality (id),
    evaluation_id uuid not null,
    position integer not null,
    goal text not null check (length(goal) between 1 and 500),
    result text not null check (result in ('REACHED', 'PARTLY', 'NOT_REACHED')),
    explanation text not null check (length(explanation) between 1 and 2000),
    created_at timestamptz not null default now(),
    primary key (evaluation_id, position),
    foreign key (municipality_id, evaluation_id) references measure_evaluation (municipality_id, id)
);
comment on table measure_evaluation_goal is 'Ergebnis je Ziel oder Indikator einer Auswertung.';

create table measure_evaluation_review (
    id uuid primary key,
    municipality_id text not null references municipality (id),
    evaluation_id uuid not null,
    result text not null check (result in ('RELEASE', 'RETURN')),
    note text check (length(note) <= 2000),
    reviewed_by text not null,
    created_at timestamptz not null default now(),
    foreign key (municipality_id, evaluation_id) references measure_evaluation (municipality_id, id),
    constraint measure_evaluation_return_needs_note check (result <> 'RETURN' or note is not null)
);
create index measure_evaluation_review_evaluation on measure_evaluation_review (municipality_id, evaluation_id, created_at);
comment on table measure_evaluation_review is 'Freigaben und Rückgaben einer Auswertung.';

create table measure_archive_offer (
    id uuid primary key,
    municipality_id text not null references municipality (id),
    measure_id uuid not null,
    offered_on date not null,
    answer text not null check (answer in ('TAKEN', 'PARTLY_TAKEN', 'DECLINED')),
    answered_on date not null,
    reference text check (length(reference) <= 120),
    note text check (length(note) <= 2000),
    offered_by text not null,
    created_at timestamptz not null default now(),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    constraint measure_archive_answer_follows_offer check (answered_on >= offered_on),
    constraint measure_archive_taken_has_reference check (answer = 'DECLINED' or reference is not null)
);
create index measure_archive_offer_measure on measure_archive_offer (municipality_id, measure_id);
comment on table measure_archive_offer is 'Angebot der Unterlagen an das Stadtarchiv und dessen Antwort.';

create table reported_value (
    id uuid primary key,
    municipality_id text not null references municipality (id),
    owner_id uuid not null,
    field text not null check (length(field) between 1 and 60),
    status text not null check (status in ('VALUE', 'RANGE', 'NOT_RELEVANT', 'NOT_APPLICABLE', 'NOT_STATED', 'NOT_QUANTIFIABLE', 'BEING_DETERMINED', 'NONE', 'SEE_REFERENCE')),
    number numeric,
    range_from numeric,
    range_to numeric,
    operator text check (operator in ('EQUAL', 'ABOUT', 'AT_LEAST', 'AT_MOST', 'GREATER', 'LESS')),
    unit text check (unit in ('T_CO2', 'T_CO2_A', 'KG_CO2E_A', 'GWH_A', 'KWH_A', 'L', 'EUR', 'EUR_A', 'EUR_T_CO2', 'T', 'PERCENT', 'PIECES')),
    base_year integer check (base_year between 1900 and 2100),
    target_year integer check (target_year between 1900 and 2100),
    cumulative boolean not null,
    text text check (length(text) <= 1000),
    reference text check (length(reference) <= 500),
    source text not null check (length(source) between 1 and 250),
    as_of date not null,
    created_at timestamptz not null default now(),
    unique (municipality_id, owner_id, field),
    constraint reported_value_number_only_with_value check ((status = 'VALUE') = (number is not null)),
    constraint reported_value_operator_only_with_value check ((status = 'VALUE') = (operator is not null)),
    constraint reported_value_range_only_with_range check ((status = 'RANGE') = (range_from is not null) and (status = 'RANGE') = (range_to is not null)),
    constraint reported_value_range_in_order check (range_from <= range_to),
    constraint reported_value_unit_only_with_number check ((status in ('VALUE', 'RANGE')) = (unit is not null)),
    constraint reported_value_pointer_has_reference check (status <> 'SEE_REFERENCE' or reference is not null),
    constraint reported_value_years_in_order check (base_year <= target_year)
);
comment on table reported_value is 'Angaben: eine Zahl, eine Spanne oder die ehrliche Aussage, warum es keine Zahl gibt. Gehört zu einer Zeile eines beliebigen Moduls.';
