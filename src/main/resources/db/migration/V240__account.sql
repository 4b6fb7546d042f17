-- What the engine does not keep of its users: where an account comes from, whether it is enabled, and which sessions hold.
create table account (
    id                   text primary key references camunda.act_id_user (id_) on delete cascade,
    provider             text,
    subject              text check (char_length(subject) <= 255),
    claimed_municipality text references municipality (id),
    enabled              boolean     not null default true,
    -- Raised to end all sessions: a session holds as long as it has the number it began with. No clocks are compared.
    generation           bigint      not null default 0,
    purpose              text        not null default 'Anmeldung und Ende von Sitzungen',
    created_at           timestamptz not null default now(),
    unique (provider, subject),
    check ((provider is null) = (subject is null))
);
comment on table account is
    'Personenbezogen: Herkunft und Sperre der Zugänge, auch von Personen ohne Kommune. Zweck: Anmeldung und Ende von Sitzungen (Spalte purpose). Gelöscht mit dem Zugang selbst; Name und Adresse stehen nur dort.';
comment on column account.subject is 'Kennung der Person beim Anbieter der Anmeldung, kein Name';
comment on column account.claimed_municipality is 'Kommune, für die der Anbieter die Person zuletzt angemeldet hat';

create table ended_session (
    provider   text        not null,
    sid        text        not null check (char_length(sid) <= 255),
    ended_at   timestamptz not null default now(),
    primary key (provider, sid)
);
create index ended_session_day on ended_session (ended_at);
comment on table ended_session is
    'Sitzungen, die ein Anbieter der Anmeldung beendet hat, nach dessen zufälliger Kennung; gelöscht, wenn keine Sitzung mehr so lange läuft';
