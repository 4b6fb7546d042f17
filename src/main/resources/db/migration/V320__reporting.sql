-- Reporting rounds of the climate staff unit, and what measures report in them.

create table reporting_round (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    round_key         text        not null check (round_key ~ '^BR-[0-9]{4}-[0-9]{1,3}$'),
    name              text        not null check (char_length(name) between 1 and 120),
    period_from       date        not null,
    period_to         date        not null,
    cut_off           date        not null,
    due               date        not null,
    state             text        not null
        check (state in ('OPENING', 'COLLECTING', 'CLOSING', 'CLOSED', 'RELEASED', 'FROZEN')),
    expected          integer     not null check (expected >= 0),
    reported          integer     not null default 0 check (reported >= 0),
    instance_id       text        check (char_length(instance_id) <= 64),
    close_reason      text        check (char_length(close_reason) <= 2000),
    paper_number      text        check (char_length(paper_number) <= 40),
    paper_date        date,
    paper_text        text        check (char_length(paper_text) <= 500000),
    released_at       timestamptz,
    frozen_at         timestamptz,
    created_at        timestamptz not null default now(),
    unique (municipality_id, id),
    unique (municipality_id, round_key),
    unique (municipality_id, period_from, period_to),
    check (period_from <= period_to),
    check (reported <= expected),
    check (state not in ('RELEASED', 'FROZEN') or released_at is not null),
    check ((state = 'FROZEN') = (frozen_at is not null))
);
comment on table reporting_round is
    'Berichtsrunden der Stabsstelle Klima: Zeitraum, gemeinsamer Stichtag, Frist, Ratsvorlage und Stand. Wer was getan hat, steht in reporting_round_event.';
comment on column reporting_round.expected is 'Maßnahmen, die berichten sollen; ruhende zählen nicht mit';

create table reporting_round_event (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    round_id          uuid        not null,
    kind              text        not null
        check (kind in ('OPENED', 'REMINDED', 'CLOSED', 'PAPER_EDITED', 'RELEASED', 'CORRECTION_REQUESTED')),
    acted_by          text        not null,
    deputy_for_by     text,
    note              text        check (char_length(note) <= 2000),
    created_at        timestamptz not null default now(),
    foreign key (municipality_id, round_id) references reporting_round (municipality_id, id)
);
create index reporting_round_event_of_round on reporting_round_event (municipality_id, round_id, created_at);
comment on table reporting_round_event is
    'Was in einer Berichtsrunde getan wurde, mit Kennung und, wer in Vertretung gehandelt hat, auch für wen. Wird nur ergänzt; die Freigabe fragt hier, wer an der Runde gearbeitet hat.';

create table measure_report (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    measure_id        uuid        not null,
    round_id          uuid,
    corrects_id       uuid,
    kind              text        not null check (kind in ('ROUND', 'CORRECTION', 'OUTSIDE')),
    state             text        not null check (state in ('PLANNED', 'OPEN', 'REPORTED', 'MISSING', 'RESTING')),
    lead              text        not null check (char_length(lead) between 1 and 40),
    instance_id       text        check (char_length(instance_id) <= 64),
    request           text        check (char_length(request) <= 2000),
    as_of             date,
    assessment        text        check (assessment in ('NOT_ASSESSED', 'ON_PLAN', 'DELAYED', 'AT_RISK', 'NO_NEWS', 'REACHED')),
    reason            text        check (char_length(reason) <= 2000),
    text              text        check (char_length(text) <= 5000),
    plan_next_year    text        check (char_length(plan_next_year) <= 5000),
    reported_by       text,
    deputy_for_by     text,
    reported_at       timestamptz,
    frozen_at         timestamptz,
    snapshot          jsonb,
    created_at        timestamptz not null default now(),
    unique (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    foreign key (municipality_id, round_id) references reporting_round (municipality_id, id),
    foreign key (municipality_id, corrects_id) references measure_report (municipality_id, id),
    check (kind = 'OUTSIDE' or round_id is not null),
    check ((kind = 'CORRECTION') = (corrects_id is not null)),
    check (kind <> 'CORRECTION' or request is not null),
    check (state <> 'REPORTED' or (as_of is not null and assessment is not null and text is not null
        and reported_by is not null and reported_at is not null)),
    check (frozen_at is null or state in ('REPORTED', 'MISSING', 'RESTING'))
);
create unique index measure_report_once_in_a_round on measure_report (municipality_id, round_id, measure_id)
    where kind = 'ROUND';
create unique index measure_report_one_open_correction on measure_report (municipality_id, corrects_id)
    where kind = 'CORRECTION' and frozen_at is null;
create index measure_report_of_round on measure_report (municipality_id, round_id, state, id);
create index measure_report_of_measure on measure_report (municipality_id, measure_id, reported_at);
comment on table measure_report is
    'Bericht einer Maßnahme in einer Berichtsrunde, als Korrektur eines festgeschriebenen Berichts oder außerhalb einer Runde. Nach dem Festschreiben ändert das Programm ihn nicht mehr; eine Korrektur ist ein neuer Bericht, der nennt, was er berichtigt.';
comment on column measure_report.snapshot is 'Was das Datenblatt der Maßnahme beim Festschreiben sagte';
comment on column measure_report.request is 'Was eine Korrektur richtigstellen soll';

create table measure_report_indicator (
    municipality_id   text        not null references municipality (id),
    report_id         uuid        not null,
    position          integer     not null check (position >= 1),
    name              text        not null check (char_length(name) between 1 and 250),
    unit              text        check (char_length(unit) <= 40),
    start_value       numeric,
    goal_value        numeric,
    target_year       integer,
    measured_on       date        not null,
    value             numeric,
    finding           text        check (char_length(finding) <= 500),
    source            text        not null check (char_length(source) between 1 and 250),
    created_at        timestamptz not null default now(),
    primary key (report_id, position),
    foreign key (municipality_id, report_id) references measure_report (municipality_id, id),
    check (value is not null or finding is not null)
);
comment on table measure_report_indicator is 'Werte von Indikatoren in einem Bericht, mit Ziel und Zieljahr, wie sie beim Berichten galten';

create table measure_report_year (
    municipality_id   text          not null references municipality (id),
    report_id         uuid          not null,
    position          integer       not null check (position >= 1),
    year              integer       not null check (year between 2000 and 2100),
    planned_cost      numeric(14, 2) check (planned_cost >= 0),
    actual_cost       numeric(14, 2) check (actual_cost >= 0),
    planned_posts     numeric(6, 2) check (planned_posts >= 0),
    actual_posts      numeric(6, 2) check (actual_posts >= 0),
    created_at        timestamptz   not null default now(),
    primary key (report_id, position),
    unique (report_id, year),
    foreign key (municipality_id, report_id) references measure_report (municipality_id, id)
);
comment on table measure_report_year is 'Kosten in Euro und Stellen je Jahr, Plan und Ist, wie ein Bericht sie nennt; leer heißt: keine Angabe';

create table measure_report_funding (
    municipality_id   text          not null references municipality (id),
    report_id         uuid          not null,
    position          integer       not null check (position >= 1),
    year              integer       not null check (year between 2000 and 2100),
    funder            text          not null check (char_length(funder) between 1 and 250),
    planned           numeric(14, 2) check (planned >= 0),
    actual            numeric(14, 2) check (actual >= 0),
    created_at        timestamptz   not null default now(),
    primary key (report_id, position),
    unique (report_id, year, funder),
    foreign key (municipality_id, report_id) references measure_report (municipality_id, id)
);
comment on table measure_report_funding is 'Mittelgeber je Jahr mit Beträgen in Euro, Plan und Ist; Organisationen, keine Personen';
