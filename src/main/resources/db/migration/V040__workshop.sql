-- Workshops of a measure: preparation, invitations, minutes, ideas and evaluation.

create table workshop (
    id                  uuid primary key,
    municipality_id     text        not null references municipality (id),
    measure_id          uuid        not null,
    number              integer     not null check (number >= 1),
    state               text        not null default 'PLANNED'
        check (state in ('PLANNED', 'PREPARED', 'AGREED', 'INVITED', 'CONFIRMED', 'POSTPONED', 'HELD', 'RELEASED',
                         'EVALUATED', 'CANCELLED')),
    title               text check (char_length(title) <= 250),
    kind                text check (kind in ('INTERNAL', 'EXTERNAL', 'MIXED', 'INTERMUNICIPAL')),
    aim                 text check (char_length(aim) <= 2000),
    questions           text check (char_length(questions) <= 4000),
    workshop_date       date,
    begins_at           time,
    ends_at             time,
    place               text check (char_length(place) <= 300),
    link                text check (char_length(link) <= 500),
    accessibility       text check (char_length(accessibility) <= 1000),
    moderation          text check (char_length(moderation) <= 200),
    min_participants    integer check (min_participants >= 1),
    target_participants integer,
    max_participants    integer,
    registration_until  date,
    privacy_notice      text check (char_length(privacy_notice) <= 4000),
    created_at          timestamptz not null default now(),
    unique (municipality_id, id),
    unique (municipality_id, measure_id, number),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    check (min_participants <= target_participants and target_participants <= max_participants),
    check (begins_at < ends_at),
    check (registration_until < workshop_date),
    check (state in ('PLANNED', 'CANCELLED') or num_nulls(
        title, kind, aim, questions, workshop_date, begins_at, ends_at, coalesce(place, link), accessibility, moderation,
        min_participants, target_participants, max_participants, registration_until, privacy_notice) = 0)
);
comment on table workshop is 'Workshops einer Maßnahme mit Termin, Ort, Ziel und Teilnehmerzahlen.';

create table workshop_agenda_item (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    workshop_id     uuid        not null,
    position        integer     not null check (position >= 1),
    title           text        not null check (char_length(title) <= 200),
    format          text        not null check (format in ('INPUT', 'DISCUSSION', 'GROUP_WORK', 'BREAK', 'OTHER')),
    minutes         integer     not null check (minutes between 5 and 480),
    responsible     text check (char_length(responsible) <= 200),
    goal            text check (char_length(goal) <= 500),
    created_at      timestamptz not null default now(),
    unique (municipality_id, workshop_id, position),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id)
);
comment on table workshop_agenda_item is 'Tagesordnungspunkte eines Workshops in ihrer Reihenfolge.';

create table workshop_step (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    workshop_id     uuid        not null,
    entry           bigint      not null generated always as identity,
    task            text        not null check (char_length(task) <= 64),
    result          text        not null check (char_length(result) <= 32),
    note            text check (char_length(note) <= 2000),
    done_by         text        not null,
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id)
);
create index workshop_step_latest on workshop_step (municipality_id, workshop_id, entry desc);
comment on table workshop_step is
    'Entscheidungen im Ablauf eines Workshops (Rückgabe, Freigabe, Absage …) mit Hinweis an die nächste Stelle; wird nur ergänzt.';

create table workshop_postponement (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    workshop_id     uuid        not null,
    from_date       date        not null,
    to_date         date        not null,
    reason          text        not null check (char_length(reason) <= 2000),
    decided_by      text        not null,
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id)
);
create index workshop_postponement_workshop on workshop_postponement (municipality_id, workshop_id);
comment on table workshop_postponement is 'Verschiebungen eines Workshops: alter und neuer Termin mit Grund.';

create table workshop_invitation (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    workshop_id       uuid        not null,
    number            integer     not null check (number >= 1),
    organisation      text        not null check (char_length(organisation) <= 200),
    participant_group text        not null
        check (participant_group in ('BUSINESS', 'CHAMBER', 'ASSOCIATION', 'ADMINISTRATION', 'UNIVERSITY',
                                     'MUNICIPAL_COMPANY', 'CLUB', 'POLITICS', 'MEDIA', 'FINANCE', 'OTHER')),
    contact           text check (char_length(contact) <= 120),
    email             text check (char_length(email) <= 254),
    invited_on        date        not null,
    answer            text        not null default 'OPEN'
        check (answer in ('OPEN', 'ACCEPTED', 'DECLINED', 'SUBSTITUTE', 'WAITING_LIST')),
    substitute        text check (char_length(substitute) <= 120),
    attended          boolean     not null default false,
    purpose           text        not null,
    delete_on         date        not null,
    created_at        timestamptz not null default now(),
    unique (municipality_id, workshop_id, number),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id)
);
create index workshop_invitation_delete_on on workshop_invitation (municipality_id, delete_on);
comment on table workshop_invitation is
    'Personenbezogen: Einladung, Anmeldung und Teilnahme am Workshop. Zweck: Durchführung der Veranstaltung. Löschung am Tag delete_on: drei Monate nach Freigabe des Protokolls oder nach der Absage; bis dahin gilt ein vorläufiges Datum nach dem Workshop.';

create table workshop_warning (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    workshop_id       uuid        not null,
    position          integer     not null,
    code              text        not null
        check (code in ('TOO_FEW', 'WAITING_LIST', 'GROUP_MISSING', 'OVERWEIGHT', 'KEY_PLAYER_MISSING')),
    participant_group text,
    organisation      text check (char_length(organisation) <= 250),
    created_at        timestamptz not null default now(),
    unique (municipality_id, workshop_id, position),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id)
);
comment on table workshop_warning is 'Hinweise zur Zusammensetzung eines Workshops aus der Entscheidungstabelle workshop-mix, Stand der letzten Prüfung.';

create table workshop_group_count (
    id                uuid primary key,
    municipality_id   text        not null references municipality (id),
    workshop_id       uuid        not null,
    participant_group text        not null,
    invited           integer     not null check (invited >= 0),
    accepted          integer     not null check (accepted between 0 and invited),
    attended          integer     not null check (attended between 0 and invited),
    created_at        timestamptz not null default now(),
    unique (municipality_id, workshop_id, participant_group),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id)
);
comment on table workshop_group_count is
    'Zahl der Eingeladenen, Zusagen und Teilnehmenden je Gruppe; bleibt ohne Personenbezug erhalten, wenn die Einladungen gelöscht sind.';

create table workshop_idea (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    workshop_id     uuid        not null,
    position        integer     not null,
    title           text        not null check (char_length(title) <= 200),
    circular_field  text        not null
        check (circular_field in ('BUILDING', 'FOOD', 'PACKAGING', 'TEXTILES', 'PROCUREMENT', 'ELECTRONICS', 'OTHER')),
    description     text        not null check (char_length(description) <= 2000),
    r_strategy      text check (r_strategy in ('R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9')),
    points          integer check (points between 0 and 999),
    cluster         text check (char_length(cluster) <= 100),
    created_at      timestamptz not null default now(),
    unique (municipality_id, workshop_id, position),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id)
);
comment on table workshop_idea is 'Ideen, die im Workshop gesammelt und bepunktet wurden; ohne Bezug zu einzelnen Teilnehmenden.';

create table workshop_minutes (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    workshop_id     uuid        not null,
    summary         text        not null check (char_length(summary) <= 4000),
    written_by      text        not null,
    edited_by       text        not null,
    checked_by      text,
    released_by     text,
    released_on     date,
    created_at      timestamptz not null default now(),
    unique (municipality_id, workshop_id),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id)
);
comment on table workshop_minutes is
    'Protokoll eines Workshops: veröffentlichbare Zusammenfassung, wer es verfasst, geändert, geprüft und freigegeben hat.';

create table workshop_minutes_entry (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    workshop_id     uuid        not null,
    position        integer     not null,
    agenda_position integer     not null,
    kind            text        not null check (kind in ('FINDING', 'DECISION', 'TASK', 'RECOMMENDATION', 'DISSENT')),
    text            text        not null check (char_length(text) <= 4000),
    responsible     text check (char_length(responsible) <= 200),
    due             date,
    created_at      timestamptz not null default now(),
    unique (municipality_id, workshop_id, position),
    foreign key (municipality_id, workshop_id, agenda_position)
        references workshop_agenda_item (municipality_id, workshop_id, position)
);
comment on table workshop_minutes_entry is
    'Einträge des Protokolls je Tagesordnungspunkt. Verantwortlich sind Stellen und Organisationen; Namen bleiben der Einladungsliste vorbehalten.';

create table workshop_objection (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    workshop_id     uuid        not null,
    entry           bigint      not null generated always as identity,
    organisation    text        not null check (char_length(organisation) <= 200),
    agenda_position integer,
    text            text        not null check (char_length(text) <= 2000),
    received_on     date        not null,
    decision        text        not null check (decision in ('ACCEPTED', 'REJECTED')),
    answer          text        not null check (char_length(answer) <= 2000),
    decided_by      text        not null,
    purpose         text        not null,
    delete_on       date        not null,
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id),
    foreign key (municipality_id, workshop_id, agenda_position)
        references workshop_agenda_item (municipality_id, workshop_id, position)
);
create index workshop_objection_workshop on workshop_objection (municipality_id, workshop_id, entry);
create index workshop_objection_delete_on on workshop_objection (municipality_id, delete_on);
comment on table workshop_objection is
    'Personenbezogen: Einwände von Teilnehmenden gegen das Protokoll. Zweck: Abstimmung des Protokolls. Löschung am Tag delete_on: drei Monate nach Freigabe des Protokolls; bis dahin gilt ein vorläufiges Datum nach dem Workshop.';

create table workshop_evaluation (
    id                  uuid primary key,
    municipality_id     text        not null references municipality (id),
    workshop_id         uuid        not null,
    responses           integer     not null check (responses >= 0),
    aim_reached         text        not null check (aim_reached in ('REACHED', 'PARTLY', 'NOT_REACHED')),
    would_attend_again  integer check (would_attend_again between 0 and responses),
    strengths           text check (char_length(strengths) <= 2000),
    improvements        text check (char_length(improvements) <= 2000),
    lessons             text        not null check (char_length(lessons) <= 2000),
    evaluated_by        text        not null,
    created_at          timestamptz not null default now(),
    unique (municipality_id, workshop_id),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id)
);
comment on table workshop_evaluation is
    'Auswertung eines Workshops aus anonymen Rückmeldungen; nur Summen, ohne Verbindung zu einer Einladung.';

create table workshop_rating (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    workshop_id     uuid        not null,
    aspect          text        not null
        check (aspect in ('CONTENT', 'MODERATION', 'ORGANISATION', 'EXCHANGE', 'RESULTS')),
    very_good       integer     not null check (very_good >= 0),
    good            integer     not null check (good >= 0),
    fair            integer     not null check (fair >= 0),
    poor            integer     not null check (poor >= 0),
    created_at      timestamptz not null default now(),
    unique (municipality_id, workshop_id, aspect),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id)
);
comment on table workshop_rating is 'Summen der anonymen Bewertungen je Aspekt eines Workshops.';
