-- A decision is a sequence of bodies, its conditions and what has to be reworked are items that somebody answers for.
alter table measure_review add constraint measure_review_of_municipality unique (municipality_id, id);

create table measure_consultation (
    municipality_id text    not null references municipality (id),
    review_id       uuid    not null,
    position        integer not null check (position >= 1),
    body            text    not null check (length(body) between 1 and 250),
    primary key (municipality_id, review_id, position),
    foreign key (municipality_id, review_id) references measure_review (municipality_id, id)
);
comment on table measure_consultation is
    'Gremien, die vor dem endgültigen Beschluss beraten, in ihrer Reihenfolge, wie die Prüfung des Vorschlags sie festlegt.';

alter table measure_decision add column review_id uuid;
alter table measure_decision add column preliminary boolean not null default false;
alter table measure_decision add foreign key (municipality_id, review_id) references measure_review (municipality_id, id);
comment on column measure_decision.preliminary is 'Vorberatung: danach ist das nächste Gremium an der Reihe.';

create table decision_condition (
    id              uuid        primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    decision_id     uuid        not null,
    position        integer     not null check (position >= 1),
    text            text        not null check (length(text) between 1 and 1000),
    department      text        not null check (length(department) between 1 and 40),
    due             date        not null,
    status          text        not null default 'OPEN' check (status in ('OPEN', 'MET', 'DROPPED')),
    reason          text        check (length(reason) <= 2000),
    proof           text        check (length(proof) <= 1000),
    settled_by      text,
    settled_on      date,
    created_at      timestamptz not null default now(),
    unique (municipality_id, id),
    unique (municipality_id, decision_id, position),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    constraint condition_settled_by_somebody check ((status = 'OPEN') = (settled_by is null) and (settled_by is null) = (settled_on is null)),
    constraint condition_met_with_proof check (status <> 'MET' or proof is not null),
    constraint condition_dropped_with_reason check (status <> 'DROPPED' or reason is not null)
);
create index decision_condition_measure on decision_condition (municipality_id, measure_id, created_at);
comment on table decision_condition is
    'Auflagen aus Beschlüssen über eine Maßnahme oder über ihre Starterprojekte: wer sie bis wann erfüllt und womit das belegt ist.';

create table measure_rework_item (
    id              uuid        primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    number          integer     not null check (number >= 1),
    text            text        not null check (length(text) between 1 and 2000),
    status          text        not null default 'OPEN' check (status in ('OPEN', 'ANSWERED', 'ACCEPTED')),
    answer          text        check (length(answer) <= 2000),
    created_at      timestamptz not null default now(),
    unique (municipality_id, measure_id, number),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    constraint rework_item_answered check (status = 'OPEN' or answer is not null)
);
comment on table measure_rework_item is
    'Was an einem Vorschlag zu ändern ist, Punkt für Punkt: verlangt, von der Federführung beantwortet, von der nächsten Prüfung abgehakt.';
