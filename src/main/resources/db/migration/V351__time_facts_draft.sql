-- How long steps took in a quarter, on its way to the public: drafted by one person, released by another, once.

create table time_facts_draft (
    municipality_id text        not null references municipality (id),
    quarter         date        not null check (extract(day from quarter) = 1 and extract(month from quarter) in (1, 4, 7, 10)),
    content         jsonb       not null,
    drafted_by      text        not null,
    deputy_for_by   text,
    drafted_at      timestamptz not null,
    released_by     text,
    released_at     timestamptz,
    primary key (municipality_id, quarter),
    check ((released_by is null) = (released_at is null)),
    check (released_by is null or released_by <> drafted_by)
);
comment on table time_facts_draft is
    'Durchlaufzeiten eines Quartals, wie sie veröffentlicht werden sollen oder wurden, ohne kleine Einheiten; mit Kennung, wer sie zusammengestellt und wer sie freigegeben hat';
