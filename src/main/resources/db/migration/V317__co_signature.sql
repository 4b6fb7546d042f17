-- Departments sign one fixed version of a proposal before anybody decides; whatever changes it begins a new round.
create table co_signature_round (
    id              uuid        primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    number          integer     not null check (number >= 1),
    version         integer     not null check (version >= 1),
    content_hash    text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
    additions       text        check (length(additions) <= 20000),
    opened_at       timestamptz not null default now(),
    ended_at        timestamptz,
    outcome         text        check (outcome in ('FORWARD', 'REWORK', 'RESET')),
    statement       text        check (length(statement) <= 2000),
    unique (municipality_id, id),
    unique (municipality_id, measure_id, number),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    constraint co_signature_round_ended check ((ended_at is null) = (outcome is null))
);
comment on table co_signature_round is
    'Runden der Mitzeichnung: welche Fassung des Vorschlags mit welcher Prüfsumme gezeichnet wird und wie die Runde ausging.';
comment on column co_signature_round.additions is 'Änderungen, mit denen in früheren Runden gezeichnet wurde; sie gehören zu dem, was gezeichnet wird.';

create table co_signature (
    id              uuid        primary key,
    municipality_id text        not null references municipality (id),
    round_id        uuid        not null,
    position        integer     not null check (position >= 1),
    roles           text[]      not null,
    department      text        check (length(department) between 1 and 40),
    result          text        check (result in ('SIGNED', 'SIGNED_WITH_CHANGE', 'REFUSED', 'EXPIRED', 'NOBODY')),
    remark          text        check (length(remark) <= 2000),
    signed_by       text,
    deputy_for      text,
    signed_at       timestamptz,
    unique (municipality_id, id),
    unique (municipality_id, round_id, position),
    foreign key (municipality_id, round_id) references co_signature_round (municipality_id, id),
    constraint co_signature_by_somebody check ((result in ('SIGNED', 'SIGNED_WITH_CHANGE', 'REFUSED')) = (signed_by is not null)),
    constraint co_signature_reason check (result not in ('SIGNED_WITH_CHANGE', 'REFUSED') or remark is not null),
    constraint co_signature_of_nobody check ((department is null) = (coalesce(result, '') = 'NOBODY'))
);
create unique index co_signature_department on co_signature (municipality_id, round_id, department);
comment on table co_signature is
    'Mitzeichnungen einer Runde: je Organisationseinheit, wer wann wie gezeichnet hat; auch Rollen, die niemand hat.';

alter table measure_decision add column override_reason text check (length(override_reason) <= 2000);
comment on column measure_decision.override_reason is 'Warum trotz fehlender, verweigerter oder überholter Mitzeichnung beschlossen wurde.';
