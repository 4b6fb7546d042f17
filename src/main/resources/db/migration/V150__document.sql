-- Documents of a measure. A version is written once and never changed; what is deleted is marked first, and loses its
-- content when its time has come.

create table document (
    id                 uuid primary key,
    municipality_id    text        not null references municipality (id),
    measure_id         uuid        not null,
    kind               text        not null check (kind in ('MINUTES', 'PRESENTATION', 'EVIDENCE', 'OTHER')),
    process_key        text,
    task_key           text,
    step_name          text check (length(step_name) <= 250),
    items              text[]      not null default '{}',
    department         text        not null check (length(department) between 1 and 40),
    created_by         text        not null,
    created_at         timestamptz not null default now(),
    deleted_by         text,
    deleted_at         timestamptz,
    delete_on          date,
    content_deleted_at timestamptz,
    purpose            text        not null default 'Unterlagen und Nachweise zu den Schritten einer Maßnahme',
    unique (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    constraint document_of_a_step_names_it check ((process_key is null) = (task_key is null) and (task_key is null) = (step_name is null)),
    constraint document_deleted_by_somebody check ((deleted_at is null) = (deleted_by is null) and (deleted_at is null) = (delete_on is null)),
    constraint document_content_goes_after_the_mark check (content_deleted_at is null or deleted_at is not null)
);
create index document_measure on document (municipality_id, measure_id, created_at);
create index document_delete_on on document (delete_on) where content_deleted_at is null;
comment on table document is
    'Personenbezogen: Unterlagen einer Maßnahme, als Nachweis zu ihren Schritten. Bleiben so lange wie die Akte der Maßnahme; wird eine Unterlage gelöscht, verschwindet ihr Inhalt am Tag delete_on.';
comment on column document.items is 'Gegenstände des Schritts (Workshop, Projekt, Arbeitspaket …) als name=wert; sagen, in welchen Schritten die Unterlage wieder gebraucht wird';

create table document_version (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    document_id     uuid        not null,
    number          integer     not null check (number >= 1),
    name            text        not null check (length(name) between 1 and 200),
    media_type      text        not null,
    size            bigint      not null check (size > 0),
    sha256          text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    department      text        not null check (length(department) between 1 and 40),
    created_by      text        not null,
    created_at      timestamptz not null default now(),
    purpose         text        not null default 'Unterlagen und Nachweise zu den Schritten einer Maßnahme',
    unique (municipality_id, id),
    unique (municipality_id, document_id, number),
    foreign key (municipality_id, document_id) references document (municipality_id, id)
);
comment on table document_version is
    'Personenbezogen: Fassungen einer Unterlage, mit Dateiname und Prüfsumme. Bleiben so lange wie die Unterlage; mit deren Inhalt wird der Dateiname unkenntlich.';

create table document_chunk (
    municipality_id text        not null references municipality (id),
    version_id      uuid        not null,
    position        integer     not null check (position >= 0),
    bytes           bytea       not null check (length(bytes) between 1 and 262144),
    purpose         text        not null default 'Inhalt einer Unterlage',
    created_at      timestamptz not null default now(),
    primary key (municipality_id, version_id, position),
    foreign key (municipality_id, version_id) references document_version (municipality_id, id)
);
-- Nearly all of these files are compressed already.
alter table document_chunk alter column bytes set storage external;
comment on table document_chunk is
    'Personenbezogen: Inhalt der Fassungen in Stücken. Wird am Tag delete_on der Unterlage gelöscht.';
