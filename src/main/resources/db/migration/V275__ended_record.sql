-- Records of measures that ended without being completed have no step in which somebody offers them to the archive: the
-- nightly job does, and they wait here until somebody writes down the archive's answer.
create table ended_record (
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    offered_on      date        not null,
    created_at      timestamptz not null default now(),
    primary key (municipality_id, measure_id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
comment on table ended_record is
    'Akten abgelehnter, abgebrochener und zusammengeführter Maßnahmen, seit wann sie dem Archiv angeboten sind; ohne Angaben zu Personen. Die Antwort steht in measure_archive_offer; bis dahin bleiben die Unterlagen.';
