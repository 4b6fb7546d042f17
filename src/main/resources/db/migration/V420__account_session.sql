-- Sessions of browsers, which every node knows: whoever signed in at one goes on at another when that one has died.
create table account_session (
    -- Not what the browser's cookie says but a value derived from it: who reads this table can be nobody.
    id         bytea       primary key,
    -- Nobody yet while somebody is signing in. Whoever deletes the account deletes its sessions.
    account    text        references camunda.act_id_user (id_) on delete cascade,
    content    bytea       not null,
    purpose    text        not null default 'Angemeldet bleiben, gleich welche Instanz antwortet',
    created_at timestamptz not null default now(),
    -- Moved at most once a minute; no index, so that moving it touches none.
    used_at    timestamptz not null default now(),
    checked_at timestamptz
) with (fillfactor = 70);
create index account_session_account on account_session (account) where account is not null;
comment on table account_session is
    'Personenbezogen: Sitzungen von Browsern mit dem Zugang, zu dem sie gehören; der Inhalt ist mit einem Schlüssel verschlüsselt, den nur das Cookie des Browsers ergibt. Zweck: Spalte purpose. Löschung: beim Abmelden, mit dem Zugang, sonst acht Stunden nach der letzten Anfrage (ohne Anmeldung eine Stunde), spätestens einen Tag nach der Anmeldung.';
comment on column account_session.checked_at is
    'Wann zuletzt eine Anfrage der Sitzung den Anbieter der Anmeldung gefragt hat: von mehreren zugleich fragt eine';
