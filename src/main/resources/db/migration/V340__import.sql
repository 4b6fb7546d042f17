-- Imports that were carried out, and what became of each row and each field of it. The report keeps the originals word for word,
-- also of what has no place in the record.
create table import_run (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    source_document text        not null check (char_length(source_document) between 1 and 250),
    source_as_of    date        not null,
    file_names      text        not null check (char_length(file_names) <= 2000),
    total           integer     not null check (total >= 0),
    begun_by        text        not null,
    begun_at        timestamptz not null,
    finished_at     timestamptz,
    created_at      timestamptz not null default now(),
    unique (municipality_id, id),
    check (finished_at >= begun_at)
);
create index import_run_of_municipality on import_run (municipality_id, begun_at desc);
comment on table import_run is 'Übernahmen von Maßnahmen aus Dateien: welche Quelle, von wem, wann.';
comment on column import_run.begun_by is 'Kennung der Person, die die Übernahme angewendet hat, kein Name';

create table import_row (
    run_id          uuid        not null,
    municipality_id text        not null references municipality (id),
    position        integer     not null check (position >= 1),
    external_id     text        not null check (char_length(external_id) <= 250),
    measure_id      uuid,
    fate            text        not null check (fate in ('CREATED', 'UPDATED', 'LEFT', 'REFUSED')),
    -- Every field of the source with its original, where it went and what was found; every field of the record with its fate.
    report          jsonb       not null,
    created_at      timestamptz not null default now(),
    primary key (run_id, position),
    foreign key (municipality_id, run_id) references import_run (municipality_id, id) on delete cascade,
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    check (fate = 'REFUSED' or measure_id is not null)
);
create index import_row_measure on import_row (municipality_id, measure_id, created_at desc) where measure_id is not null;
comment on table import_row is 'Zeilen einer Übernahme mit dem, was daraus geworden ist, und allen Feldern der Quelle im Wortlaut.';

create index measure_version_external_id on measure_version (municipality_id, external_id) where external_id is not null;
