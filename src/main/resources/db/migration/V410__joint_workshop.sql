-- Workshops of several cities: which cities take part, where guests come from and what is shared with all of them.

create table joint_workshop_city (
    id              uuid        primary key,
    municipality_id text        not null references municipality (id),
    workshop_id     uuid        not null,
    city            text        not null check (city ~ '^[a-z][a-z0-9]{0,17}$'),
    name            text        not null check (char_length(name) between 1 and 120),
    created_at      timestamptz not null default now(),
    unique (municipality_id, workshop_id, city),
    check (city <> municipality_id),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id)
);
create index joint_workshop_city_reads on joint_workshop_city (city);
comment on table joint_workshop_city is
    'Welche anderen Kommunen an einem interkommunalen Workshop teilnehmen (city: Kennung im Verbund; die Kommune muss hier nicht arbeiten). Wer hier steht, liest, was joint_workshop über den Workshop sagt, und sonst nichts';

create table joint_workshop (
    id              uuid        primary key,
    municipality_id text        not null references municipality (id),
    workshop_id     uuid        not null,
    stage           text        not null check (stage in ('ANNOUNCED', 'CANCELLED', 'RELEASED')),
    title           text        not null check (char_length(title) <= 250),
    aim             text        not null check (char_length(aim) <= 2000),
    workshop_date   date        not null,
    begins_at       time        not null,
    ends_at         time        not null,
    place           text        check (char_length(place) <= 300),
    agenda          jsonb       not null,
    summary         text        check (char_length(summary) <= 4000),
    minutes         jsonb,
    counts          jsonb,
    edition         integer     not null default 0 check (edition >= 0),
    released_on     date,
    changed_at      timestamptz not null default now(),
    created_at      timestamptz not null default now(),
    unique (municipality_id, workshop_id),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id),
    check ((stage = 'RELEASED') = (released_on is not null)),
    check (num_nonnulls(summary, minutes, counts, released_on) in (0, 4)),
    check ((edition = 0) = (released_on is null))
);
comment on table joint_workshop is
    'Was ein interkommunaler Workshop mit den teilnehmenden Kommunen teilt, als Abschrift: Termin, Ort, Ziel und Tagesordnung ab der Abstimmung, Protokoll und Zahlen je Gruppe ab der Freigabe (edition: wievielte Freigabe). Namen, Einladungen, Einwände und Rückmeldungen stehen hier nie';

alter table workshop_invitation add column city text check (city ~ '^[a-z][a-z0-9]{0,17}$');
comment on column workshop_invitation.city is 'Kennung der Kommune, aus der die Organisation kommt; nur bei interkommunalen Workshops';

alter table workshop_minutes_entry add column city text check (city ~ '^[a-z][a-z0-9]{0,17}$');
comment on column workshop_minutes_entry.city is 'Kennung der Kommune, der eine Aufgabe aus dem Protokoll gilt; nur bei interkommunalen Workshops';
