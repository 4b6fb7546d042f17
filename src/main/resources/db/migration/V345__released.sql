-- What the public may read, and nothing else: released versions of measures, what is true of them now, and time facts. Texts in here
-- have been through the check for personal data and were released by a second person.
create table released_measure (
    municipality_id   text        not null references municipality (id),
    measure_id        uuid        not null,
    number            text        collate "C" not null check (number ~ '^[A-Z]{1,4}-[0-9]{2,5}$'),
    slug              text        collate "C" not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,119}$'),
    version           integer     not null check (version >= 1),
    field_of_action   text        not null check (field_of_action ~ '^[A-Z][A-Z0-9_]*$'),
    searched          text        not null check (char_length(searched) <= 2000),
    co2_unit          text        check (co2_unit ~ '^[A-Z][A-Z0-9_]*$'),
    co2_number        numeric,
    cost_unit         text        check (cost_unit ~ '^[A-Z][A-Z0-9_]*$'),
    cost_number       numeric,
    cost_group        text        check (char_length(cost_group) <= 250),
    first_released_at timestamptz not null,
    released_at       timestamptz not null,
    withdrawn_at      timestamptz,
    created_at        timestamptz not null default now(),
    primary key (municipality_id, measure_id),
    unique (municipality_id, number),
    unique (municipality_id, slug),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    check ((co2_unit is null) = (co2_number is null)),
    check ((cost_unit is null) = (cost_number is null))
);
create index released_measure_newest on released_measure (municipality_id, released_at desc);
comment on table released_measure is
    'Veröffentlichte Maßnahmen: Nummer, Adresse und geltende Fassung, dazu, wonach gesucht, gefiltert und zusammengezählt wird. Zurückgezogene behalten ihre Fassungen, sind aber für niemanden da.';
comment on column released_measure.searched is 'Nummer, Titel und Kurzbeschreibung der geltenden Fassung in kleinen Buchstaben';
comment on column released_measure.co2_number is 'Nur einzelne Zahlen; Spannen und Angaben in Worten zählen nicht in Summen';
comment on column released_measure.cost_group is 'Kennzeichen von Maßnahmen mit gemeinsamen Kosten, die in Summen einmal zählen';

create table released_version (
    municipality_id   text        not null references municipality (id),
    measure_id        uuid        not null,
    version           integer     not null check (version >= 1),
    content           jsonb       not null check (jsonb_typeof(content) = 'object'),
    causes            text[]      not null check (array_to_string(causes, ',') ~ '^[A-Z_,]*$'),
    released_at       timestamptz not null,
    created_at        timestamptz not null default now(),
    primary key (municipality_id, measure_id, version),
    foreign key (municipality_id, measure_id) references released_measure (municipality_id, measure_id)
);
create index released_version_newest on released_version (municipality_id, released_at desc);
comment on table released_version is
    'Veröffentlichte Fassungen von Maßnahmen, vollständig und wie sie freigegeben wurden; causes = was die Fassung brachte. Geändert werden sie nur, um Angaben zu entfernen, die nicht mehr öffentlich sein dürfen.';

create table released_slug (
    municipality_id   text        not null references municipality (id),
    slug              text        collate "C" not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,119}$'),
    measure_id        uuid        not null,
    created_at        timestamptz not null default now(),
    primary key (municipality_id, slug),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index released_slug_of_measure on released_slug (municipality_id, measure_id);
comment on table released_slug is
    'Alle Adressen, die Maßnahmen je hatten, auch die heutigen: eine Adresse führt für immer zur selben Maßnahme';

create table released_live (
    municipality_id   text        not null references municipality (id),
    measure_id        uuid        not null,
    state             text        not null check (state ~ '^[A-Z_]+$'),
    phase             text        not null check (phase ~ '^[A-Z_]+$'),
    since             timestamptz not null,
    planned_phases    text[]      not null check (array_to_string(planned_phases, ',') ~ '^[A-Z_,]*$'),
    past              jsonb       not null check (jsonb_typeof(past) = 'array' and past::text ~ '^\['),
    next_step         text        check (next_step ~ '^[a-z][a-z-]*$'),
    next_department   text        check (char_length(next_department) <= 250),
    next_due          date,
    changed_at        timestamptz not null,
    created_at        timestamptz not null default now(),
    primary key (municipality_id, measure_id),
    foreign key (municipality_id, measure_id) references released_measure (municipality_id, measure_id),
    check (next_step is not null or (next_department is null and next_due is null))
);
comment on table released_live is
    'Was von veröffentlichten Maßnahmen ohne neue Freigabe gilt: Stand, Phase, verlassene Phasen, nächster öffentlicher Schritt. Schlüssel, Namen von Fachbereichen und Tage, nie ein geschriebener Text.';
comment on column released_live.past is 'Phasen mit dem Tag, an dem sie begannen und endeten';

create table released_gap (
    municipality_id     text        primary key references municipality (id),
    decided_unpublished integer     not null check (decided_unpublished >= 0),
    created_at          timestamptz not null default now()
);
comment on table released_gap is 'Wie viele Maßnahmen beschlossen oder abgelehnt und nicht öffentlich sind; nie, welche';

-- Written last in each transaction that changes anything public: whoever has read it knows how new a page must be.
create table released_stamp (
    municipality_id   text        primary key references municipality (id),
    stamp             bigint      not null,
    changed_at        timestamptz not null,
    created_at        timestamptz not null default now()
);
comment on table released_stamp is
    'Zähler, der mit jeder öffentlichen Änderung einer Kommune steigt; danach entscheidet sich, ob eine Seite noch frisch ist';

create table released_times (
    municipality_id   text        not null references municipality (id),
    quarter           date        not null check (extract(day from quarter) = 1 and extract(month from quarter) in (1, 4, 7, 10)),
    content           jsonb       not null check (jsonb_typeof(content) = 'object'),
    released_at       timestamptz not null,
    created_at        timestamptz not null default now(),
    primary key (municipality_id, quarter)
);
comment on table released_times is
    'Veröffentlichte Zeiten und Fristtreue eines Quartals je Schritt, Phase und Organisationseinheit; kleine Einheiten sind vorher zusammengefasst oder weggelassen. Ein Quartal wird einmal veröffentlicht und nie geändert.';
