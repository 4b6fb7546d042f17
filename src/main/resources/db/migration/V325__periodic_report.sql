-- The half-yearly and yearly report. What it says is kept as it was: once released a report never changes, and a later one of
-- the same period corrects it by standing beside it.
create table periodic_report (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    period          text        not null check (period ~ '^20[2-9][0-9](-H[12])?$'),
    version         integer     not null check (version >= 1),
    correction      text        check (char_length(correction) between 1 and 2000),
    preface         text        check (char_length(preface) between 1 and 5000),
    content         jsonb       not null,
    created_at      timestamptz not null default now(),
    released_at     timestamptz,
    released_by     text,
    fingerprint     text        check (fingerprint ~ '^[0-9a-f]{64}$'),
    unique (municipality_id, id),
    unique (municipality_id, period, version),
    check ((version > 1) = (correction is not null)),
    check ((released_at is null) = (released_by is null) and (released_at is null) = (fingerprint is null))
);
create unique index periodic_report_draft on periodic_report (municipality_id, period) where released_at is null;
comment on table periodic_report is
    'Halbjahres- und Jahresberichte: Entwurf, mit der Freigabe eingefroren. Kennung der freigebenden Person bleibt als Nachweis.';
comment on column periodic_report.content is
    'Zahlen und Texte des Berichts, wie sie am Stichtag waren; Texte aus Sachständen, in denen Personen genannt sein können';

create table periodic_report_edit (
    id              uuid primary key,
    position        bigint generated always as identity,
    municipality_id text        not null references municipality (id),
    report_id       uuid        not null,
    edited_by       text        not null,
    created_at      timestamptz not null default now(),
    unique (report_id, edited_by),
    foreign key (municipality_id, report_id) references periodic_report (municipality_id, id) on delete cascade
);
comment on table periodic_report_edit is
    'Wer einen Bericht zusammengestellt oder geändert hat: wer hier steht, gibt ihn nicht frei (Vier-Augen-Prinzip). Kennungen bleiben als Nachweis.';
