-- What invited people have been told of a workshop's date. A calendar knows by the sequence which of two letters is the later
-- one; by the edition we know who has not been told the latest yet.
create table workshop_announcement (
    id                 uuid primary key,
    municipality_id    text        not null references municipality (id),
    workshop_id        uuid        not null,
    edition            integer     not null default 0 check (edition >= 0),
    sequence           integer     not null default 0 check (sequence >= edition),
    title              text        not null check (char_length(title) <= 250),
    workshop_date      date        not null,
    begins_at          time        not null,
    ends_at            time        not null,
    place              text check (char_length(place) <= 300),
    link               text check (char_length(link) <= 500),
    registration_until date        not null,
    created_at         timestamptz not null default now(),
    unique (municipality_id, workshop_id),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id)
);
comment on table workshop_announcement is
    'Zuletzt angekündigter Termin eines Workshops. Die Ausgabe zählt Änderungen von Titel, Termin, Ort und Anmeldeschluss, die laufende Nummer (SEQUENCE in Kalenderdateien) dazu Absagen, auch an Einzelne.';

create table workshop_withdrawal (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    workshop_id     uuid        not null,
    organisation    text        not null check (char_length(organisation) <= 200),
    contact         text check (char_length(contact) <= 120),
    email           text        not null check (char_length(email) <= 254),
    purpose         text        not null,
    delete_on       date        not null,
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id)
);
create index workshop_withdrawal_workshop on workshop_withdrawal (municipality_id, workshop_id);
create index workshop_withdrawal_delete_on on workshop_withdrawal (municipality_id, delete_on);
comment on table workshop_withdrawal is
    'Personenbezogen: Adresse einer eingeladenen Person, die von der Liste genommen oder deren Adresse geändert wurde. Zweck: ihr den Termin wieder abzusagen. Löschung am Tag delete_on: einen Monat später, spätestens nach dem Tag des Workshops.';
