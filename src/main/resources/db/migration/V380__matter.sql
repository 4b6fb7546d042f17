-- What tasks are about. A measure is a matter; so is a component of the model approach that is drafted, commented or adopted. Tasks,
-- their deadlines, steps, documents and notices hang on a matter and need not know of which kind it is.
create table matter (
    municipality_id text        not null references municipality (id),
    id              uuid        not null,
    kind            text        not null check (kind in ('MEASURE', 'COMPONENT_ROUND', 'COMPONENT_COMMENT')),
    created_at      timestamptz not null default now(),
    primary key (municipality_id, id)
);
comment on table matter is
    'Worum es in Aufgaben geht: Maßnahmen, Runden zu einem Baustein des Modellansatzes und die Rückmeldung einer Kommune dazu. Eine Maßnahme ist von selbst eine Zeile hier.';

insert into matter (municipality_id, id, kind, created_at)
select municipality_id, id, 'MEASURE', created_at from measure;

-- Every way to a measure is a way to its matter, that of tools which write rows directly included.
create function measures_are_matters() returns trigger
    language plpgsql set search_path = kreislaufstadt, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        insert into matter (municipality_id, id, kind)
        select municipality_id, id, 'MEASURE' from entered
        on conflict do nothing;
    else
        delete from matter m using gone where m.municipality_id = gone.municipality_id and m.id = gone.id;
    end if;
    return null;
end
$$;
create trigger measures_enter_matters after insert on measure
    referencing new table as entered for each statement execute function measures_are_matters();
create trigger measures_leave_matters after delete on measure
    referencing old table as gone for each statement execute function measures_are_matters();

alter table measure add foreign key (municipality_id, id) references matter (municipality_id, id) deferrable initially deferred;

do $$
declare
    old record;
begin
    for old in
        select c.conname, c.conrelid::regclass::text as child
        from pg_constraint c
        where c.contype = 'f' and c.confrelid = 'kreislaufstadt.measure'::regclass
          and c.conrelid = any (array['step', 'task_event', 'monitored_task', 'reminder', 'clarification', 'deadline_extension',
                                      'document', 'notice']::regclass[])
    loop
        execute format('alter table %s drop constraint %I', old.child, old.conname);
        execute format('alter table %s add foreign key (municipality_id, measure_id) references matter (municipality_id, id)',
                       old.child);
    end loop;
end
$$;
