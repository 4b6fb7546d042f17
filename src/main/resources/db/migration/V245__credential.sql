-- Local accounts: what the engine does not keep about passwords, second factors, and attempts to sign in. Accounts belong
-- to people of several municipalities or of none. What is kept about an account goes with it, whoever deletes it.

create table local_credential (
    account         varchar(64) primary key references camunda.act_id_user (id_) on delete cascade,
    must_change     boolean     not null default false,
    start_until     timestamptz,
    factor_required boolean     not null default false,
    ends_on         date,
    changed_at      timestamptz not null default now(),
    purpose         text        not null default 'Anmeldung mit einem Konto dieser Anwendung',
    check (start_until is null or must_change)
);
comment on table local_credential is
    'Personenbezogen: was zum Kennwort eines Kontos dieser Anwendung gehört (Startkennwort, Pflicht zum zweiten Faktor, letzter Tag, letzte Änderung); das Kennwort selbst liegt als Hash bei der Engine. Zweck: Spalte purpose. Löschung: mit dem Konto.';

create table second_factor (
    account      varchar(64) primary key references camunda.act_id_user (id_) on delete cascade,
    secret       bytea       not null,
    encrypted    boolean     not null,
    last_step    bigint      not null default 0,
    confirmed_at timestamptz not null,
    purpose      text        not null default 'Zweiter Faktor der Anmeldung'
);
comment on table second_factor is
    'Personenbezogen: zweiter Faktor eines Kontos (TOTP, RFC 6238). Das Geheimnis ist verschlüsselt, wenn ein Schlüssel eingerichtet ist (kreislaufstadt.sign-in.factor-key). Zweck: Spalte purpose. Löschung: mit dem Konto oder beim Zurücksetzen.';

create table recovery_code (
    account   varchar(64) not null references second_factor (account) on delete cascade,
    code_hash bytea       not null,
    purpose   text        not null default 'Anmeldung ohne das Gerät des zweiten Faktors',
    primary key (account, code_hash)
);
comment on table recovery_code is
    'Personenbezogen: Hashes der noch nicht benutzten Ersatzcodes eines Kontos. Zweck: Spalte purpose. Löschung: jeder Code beim Benutzen, alle mit dem zweiten Faktor.';

-- Names that nobody has are counted like others, so that the answers tell nothing.
create table failed_sign_in (
    name_hash    bytea       primary key,
    failures     integer     not null check (failures >= 1),
    last_at      timestamptz not null,
    locked_until timestamptz,
    purpose      text        not null default 'Schutz der Konten vor dem Erraten von Kennwörtern',
    delete_on    date        not null
);
create index failed_sign_in_delete_on on failed_sign_in (delete_on);
comment on table failed_sign_in is
    'Personenbezogen: fehlgeschlagene Anmeldungen je Anmeldename, dieser nur als Hash. Zweck: Spalte purpose. Löschung: mit der nächsten gelungenen Anmeldung, sonst am Tag delete_on, zwei Tage nach dem letzten Versuch.';

create table failing_address (
    address_hash bytea            primary key,
    failures     double precision not null check (failures >= 0),
    measured_at  timestamptz      not null,
    purpose      text             not null default 'Schutz der Anmeldung vor massenhaften Versuchen',
    delete_on    date             not null
);
create index failing_address_delete_on on failing_address (delete_on);
comment on table failing_address is
    'Personenbezogen: fehlgeschlagene Anmeldungen je Netzadresse, diese nur als Hash. Zweck: Spalte purpose. Löschung: am Tag delete_on, zwei Tage nach dem letzten Versuch.';
