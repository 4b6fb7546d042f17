create table municipality (
    id                   text primary key check (id ~ '^[a-z][a-z0-9]*$'),
    name                 text not null,
    official_key         text not null check (official_key ~ '^[0-9]{8}$'),
    federal_state        text not null check (federal_state in ('BB', 'BE', 'BW', 'BY', 'HB', 'HE', 'HH', 'MV',
                                                                'NI', 'NW', 'RP', 'SH', 'SL', 'SN', 'ST', 'TH')),
    paper_number_pattern text,
    created_at           timestamptz not null default now()
);
comment on table municipality is
    'Kommunen (Mandanten) mit amtlichem Gemeindeschlüssel, Bundesland für die Feiertage und Muster der Vorlagennummern';

create table closing_day (
    municipality_id text not null references municipality (id),
    day             date not null,
    reason          text not null,
    created_at      timestamptz not null default now(),
    primary key (municipality_id, day)
);
comment on table closing_day is 'Schließtage einer Kommune: keine Arbeitstage, obwohl kein gesetzlicher Feiertag';

-- Units are never deleted: records, tasks and history name them by key. They end and may have a successor.
create table department (
    municipality_id text not null references municipality (id),
    key             text not null check (key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
    name            text not null,
    valid_from      date,
    valid_until     date,
    successor       text,
    mailbox         text,
    created_at      timestamptz not null default now(),
    primary key (municipality_id, key),
    foreign key (municipality_id, successor) references department (municipality_id, key)
        deferrable initially deferred,
    check (successor <> key),
    check (valid_until >= valid_from)
);
comment on table department is
    'Organisationseinheiten, die Aufgaben haben können, mit Gültigkeit (beide Tage eingeschlossen) und Nachfolge; das Postfach ist ein Funktionspostfach';

create table department_role (
    municipality_id text not null references municipality (id),
    department      text not null,
    role            text not null,
    created_at      timestamptz not null default now(),
    primary key (municipality_id, department, role),
    foreign key (municipality_id, department) references department (municipality_id, key)
);
comment on table department_role is 'Rollen der Aufgabenverteilung, die eine Organisationseinheit innehat';

create table municipality_setting (
    municipality_id text not null references municipality (id),
    kind            text not null check (kind in ('WORKING_DAYS', 'ROUTING', 'RECURRENCE')),
    name            text not null,
    value           text not null,
    created_at      timestamptz not null default now(),
    primary key (municipality_id, kind, name)
);
comment on table municipality_setting is
    'Abweichungen einer Kommune von den Entscheidungstabellen: Arbeitstage, Zuständigkeit, Wiederholung';

-- The accounts the municipality's file has created: only they are removed when they are no longer in it.
create table declared_account (
    municipality_id text not null references municipality (id),
    account_by      text not null,
    purpose         text not null default 'Abgleich der Zugänge mit der Datei der Kommune',
    created_at      timestamptz not null default now(),
    primary key (municipality_id, account_by)
);
comment on table declared_account is
    'Personenbezogen: Kennungen der Zugänge aus der Datei der Kommune, zum Abgleich beim nächsten Einlesen; eine Zeile wird gelöscht, sobald die Person nicht mehr in der Datei steht';
