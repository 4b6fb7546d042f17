-- A municipality ends with a day, and its file says more than before.
alter table municipality add column valid_until date;
comment on column municipality.valid_until is
    'Letzter Tag: danach meldet sich niemand mehr für die Kommune an; ihre Akten bleiben. Leer = offen';

alter table municipality_setting drop constraint municipality_setting_kind_check;
alter table municipality_setting add constraint municipality_setting_kind_check
    check (kind in ('WORKING_DAYS', 'ROUTING', 'RECURRENCE', 'REMINDERS', 'SCORE_WEIGHTS', 'RETENTION', 'LOOK'));
comment on table municipality_setting is
    'Einstellungen einer Kommune: Abweichungen von den Entscheidungstabellen (Arbeitstage, Zuständigkeit, Wiederholung, Erinnerungen, Gewichte der Punktzahl), Aufbewahrung und Auftritt';

-- What was applied, so that it can be compared, exported and applied again. People are kept apart, so that they can be forgotten.
create table municipality_version (
    id              uuid        primary key,
    municipality_id text        not null references municipality (id),
    number          integer     not null check (number > 0),
    content         text        not null,
    location        text,
    restores        integer     check (restores > 0 and restores < number),
    applied_by      text,
    applied_at      timestamptz not null,
    created_at      timestamptz not null default now(),
    unique (municipality_id, number),
    check ((location is null) = (applied_by is not null))
);
comment on table municipality_version is
    'Angewandte Fassungen der Datei einer Kommune (YAML ohne die Personen); location = Datei der Installation, leer = auf der Seite Verwaltung angewandt; restores = Fassung, die damit wieder gilt';

create table municipality_version_person (
    id              uuid        primary key,
    municipality_id text        not null,
    version         integer     not null,
    position        integer     not null,
    account_by      text        not null,
    entry           text        not null,
    purpose         text        not null default 'Zugänge der Kommune, wie ihre Datei sie angibt; Rückkehr zu einer früheren Fassung',
    delete_on       date,
    created_at      timestamptz not null default now(),
    unique (municipality_id, version, position),
    foreign key (municipality_id, version) references municipality_version (municipality_id, number)
);
create index municipality_version_person_due on municipality_version_person (municipality_id, delete_on);
comment on table municipality_version_person is
    'Personenbezogen: Personen in den angewandten Fassungen der Datei einer Kommune. Zweck: Spalte purpose. Löschung: am Tag delete_on, 90 Tage nachdem eine neuere Fassung gilt; die geltende Fassung hat keinen.';
