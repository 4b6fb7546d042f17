-- Imports from the page of administrators: what was said about them, their files until they are carried out, and how far they are.
alter table import_run
    add column place           text check (char_length(place) <= 250),
    add column lead_department text check (char_length(lead_department) <= 100),
    add column begin_on        date,
    add column budget_relation text check (budget_relation in ('NONE', 'CITY_INVESTMENT', 'CITY_OPERATING', 'SUBSIDIARY_PLAN')),
    add column spatial_scope   text check (char_length(spatial_scope) <= 40),
    add column reached_state   text check (char_length(reached_state) <= 40),
    add column encoding        text check (encoding in ('UTF_8', 'UTF_16', 'WINDOWS_1252', 'MAC_ROMAN')),
    add column stage           text not null default 'APPLIED'
        check (stage in ('OPEN', 'PLANNING', 'REFUSED', 'PLANNED', 'APPLYING', 'APPLIED', 'STOPPED', 'FAILED')),
    -- Why its files cannot be read: fields with keys of messages and their values.
    add column problems        jsonb,
    add column done            integer not null default 0 check (done >= 0),
    add column stop_wanted     boolean not null default false,
    -- Until when a node may be trusted to be working on it; afterwards another one takes it over.
    add column worked_until    timestamptz,
    add column applied_by      text,
    add column purpose         text not null default 'Nachweis, was aus jedem Feld einer übernommenen Datei geworden ist',
    add column delete_on       date;
update import_run set delete_on = (begun_at + interval '3 years')::date;
alter table import_run alter column delete_on set not null;
create index import_run_to_do on import_run (begun_at) where stage in ('PLANNING', 'APPLYING');
create index import_run_delete_on on import_run (municipality_id, delete_on);
comment on table import_run is
    'Personenbezogen: Übernahmen von Maßnahmen aus Dateien mit ihrem Bericht, der die Quelle im Wortlaut enthält: welche Quelle, von wem, wann. Zweck: Spalte purpose. Löschung: am Tag delete_on mit allen Zeilen und Dateien.';
comment on column import_run.applied_by is 'Kennung der Person, die die Übernahme angewendet hat, kein Name';

alter table import_row
    add column line       integer check (line >= 1),
    add column number     text check (char_length(number) <= 250),
    add column findings   integer not null default 0 check (findings >= 0),
    -- Version of the record that the row was compared with, 0 for a new measure, null if the row changes nothing.
    add column seen       integer check (seen >= 0),
    add column applied_at timestamptz;
update import_row set applied_at = created_at;
alter table import_row drop constraint import_row_check;
alter table import_row add constraint import_row_measure_of_applied
    check (fate = 'REFUSED' or measure_id is not null or applied_at is null);

create table import_file (
    run_id          uuid   not null,
    municipality_id text   not null references municipality (id),
    position        integer not null check (position between 1 and 10),
    name            text   not null check (char_length(name) between 1 and 180),
    size            bigint not null check (size > 0),
    primary key (run_id, position),
    foreign key (municipality_id, run_id) references import_run (municipality_id, id) on delete cascade
);
comment on table import_file is 'Dateien einer Übernahme, bis sie angewendet oder verworfen ist.';

create table import_chunk (
    run_id          uuid    not null,
    municipality_id text    not null references municipality (id),
    file_position   integer not null,
    position        integer not null check (position >= 0),
    bytes           bytea   not null check (octet_length(bytes) between 1 and 262144),
    primary key (run_id, file_position, position),
    foreign key (run_id, file_position) references import_file (run_id, position) on delete cascade
);
comment on table import_chunk is 'Inhalt der Dateien einer Übernahme in Stücken.';
