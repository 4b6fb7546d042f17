-- What municipalities show together has stamps of its own, called like the address below which it is shown. They are raised by whatever
-- writes the rows, also by tools; at the commit, so that nobody holds one of them while waiting for something else.
create table released_shared_stamp (
    name        text        primary key check (name ~ '^/[a-z/]{1,60}$'),
    stamp       bigint      not null,
    raised_in   xid8        not null,
    changed_at  timestamptz not null,
    created_at  timestamptz not null default now()
);
comment on table released_shared_stamp is
    'Zähler wie released_stamp für Seiten, die Kommunen gemeinsam haben; name ist die Adresse, unter der sie stehen';

-- Once in a transaction: a file of many members would otherwise write the same row for each of them.
create function raise_shared_stamp() returns trigger
    language plpgsql set search_path = kreislaufstadt, pg_temp as $$
begin
    insert into released_shared_stamp as s (name, stamp, raised_in, changed_at)
    values (tg_argv[0], cast(extract(epoch from now()) as bigint) * 1000, pg_current_xact_id(), clock_timestamp())
    on conflict (name) do update
        set stamp = s.stamp + 1, raised_in = excluded.raised_in, changed_at = excluded.changed_at
        where s.raised_in <> excluded.raised_in;
    return null;
end
$$;

do $$
declare
    shown record;
begin
    for shown in
        select * from (values ('association', '/modellansatz'),
                              ('association_member', '/modellansatz'),
                              ('association_partner', '/modellansatz'),
                              ('component_version', '/modellansatz'),
                              ('component_standing', '/modellansatz/vergleich'),
                              ('component_release', '/modellansatz/vergleich')) as v (said, page)
    loop
        execute format('create constraint trigger %I after insert or update or delete on %I deferrable initially deferred
                        for each row execute function raise_shared_stamp(%L)', shown.said || '_is_shown', shown.said, shown.page);
    end loop;
end
$$;
