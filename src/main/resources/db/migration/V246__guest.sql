-- People of no city: who they are, until when, and on what they may work in which municipality.

create table external_account (
    account      varchar(64) primary key references camunda.act_id_user (id_) on delete cascade,
    organisation text        not null check (char_length(organisation) between 1 and 120),
    valid_until  date        not null,
    created_by   text        not null,
    created_at   timestamptz not null default now(),
    purpose      text        not null default 'Mitarbeit von Personen, die zu keiner Kommune gehören',
    delete_on    date        not null check (delete_on > valid_until)
);
create index external_account_delete_on on external_account (delete_on);
comment on table external_account is
    'Personenbezogen: Konten von Personen, die zu keiner Kommune gehören (Moderation, Verbände), mit Organisation und letztem Tag. Zweck: Spalte purpose. Löschung: am Tag delete_on wird das Konto mit allem gelöscht, was daran hängt (kreislaufstadt.retention.external-accounts nach dem letzten Tag).';

create table single_right (
    id              uuid        primary key,
    municipality_id text        not null references municipality (id),
    account         varchar(64) not null references external_account (account) on delete cascade,
    kind            text        not null check (kind in ('WORKSHOP')),
    workshop_id     uuid        not null,
    valid_from      date        not null,
    valid_until     date        not null,
    given_by        text        not null,
    given_at        timestamptz not null default now(),
    withdrawn_by    text,
    withdrawn_at    timestamptz,
    purpose         text        not null default 'Nachweis, wer von außen woran mitarbeiten darf',
    delete_on       date        not null,
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id) on delete cascade,
    check (valid_from <= valid_until),
    check (delete_on > valid_until),
    check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index single_right_of_account on single_right (account) where withdrawn_at is null;
create index single_right_of_workshop on single_right (municipality_id, workshop_id);
create index single_right_delete_on on single_right (municipality_id, delete_on);
comment on table single_right is
    'Personenbezogen: Rechte einzelner Personen außerhalb der Kommune an einem Workshop, mit Zeitraum und wer sie gegeben oder entzogen hat. Zweck: Spalte purpose. Löschung: am Tag delete_on (kreislaufstadt.retention.external-accounts nach dem Ende), spätestens mit dem Konto.';
