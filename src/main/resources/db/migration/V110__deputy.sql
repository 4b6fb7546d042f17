-- Who stands in for whom: a person, or the heads of a department as a role. No reason is asked for: why somebody is away is
-- nobody's business here.
create table deputy (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    absent_by       text,
    head_of         text,
    deputy_by       text        not null,
    first_day       date        not null,
    last_day        date        not null,
    place           integer     not null check (place in (1, 2)),
    departments     text[]      not null default '{}',
    with_head       boolean     not null,
    named_by        text        not null,
    ended_at        timestamptz,
    ended_by        text,
    purpose         text        not null default 'Vertretung regeln und nachweisen, wer in wessen Vertretung handeln durfte',
    delete_on       date        not null,
    created_at      timestamptz not null default now(),
    check ((absent_by is null) <> (head_of is null)),
    check (deputy_by <> absent_by),
    check (last_day >= first_day),
    check ((ended_at is null) = (ended_by is null)),
    foreign key (municipality_id, head_of) references department (municipality_id, key)
);
create index deputy_of_municipality on deputy (municipality_id, last_day);
comment on table deputy is
    'Personenbezogen: Vertretungen mit Beginn, Ende, Umfang und Rang, um Rechte zuzuteilen und nachzuweisen, wer in wessen Vertretung handeln durfte; eine Zeile wird ein Jahr nach dem letzten Tag gelöscht (delete_on)';
comment on column deputy.absent_by is 'Kennung der vertretenen Person; leer, wenn die Leitungen von head_of für ihre Rolle eine Vertretung benannt haben';
comment on column deputy.place is '1 = erste Vertretung, 2 = zweite, die nur handelt, solange die erste selbst vertreten wird';
comment on column deputy.departments is 'Schlüssel der Fachbereiche, auf die sich die Vertretung beschränkt; leer = alle';

-- The proof outlives the deputyship: both names stay with the step.
alter table step add column deputy_for text;
comment on column step.deputy_for is
    'in Vertretung für: Kennung der Person, oder Gruppe der Leitungen, wenn für die Rolle vertreten wurde; leer, wenn für sich selbst gehandelt wurde';
