-- The log of business actions: who did what, when, in which role, as whose deputy, for which reason, under which version of
-- the model. Rows are only ever added, by append_audit(), which alone knows how the chain of a municipality goes on: the role
-- the application runs as may neither insert, update, delete nor truncate (afterMigrate.sql), and where one role does
-- everything, triggers refuse the same. See docs/adr/0029-audit-trail.md.

create table audit_head (
    municipality_id text        primary key references municipality (id),
    position        bigint      not null check (position >= 0),
    hash            bytea       not null check (octet_length(hash) = 32),
    created_at      timestamptz not null default now()
);
comment on table audit_head is
    'Stand des Protokolls einer Kommune: Nummer und Prüfsumme des letzten Eintrags. Ein abgeschnittenes Ende fällt daran auf. Wird von append_audit() als letztes in einer Transaktion gesperrt und fortgeschrieben.';

create table audit_person (
    token           uuid        primary key default gen_random_uuid(),
    municipality_id text        not null references municipality (id),
    person          text        not null check (person ~ '^[A-Za-z0-9._@+-]{1,100}$'),
    purpose         text        not null default 'Nachweis, wer was getan hat',
    delete_on       date        not null,
    created_at      timestamptz not null default now(),
    unique (municipality_id, person)
);
create index audit_person_delete_on on audit_person (municipality_id, delete_on);
comment on table audit_person is
    'Personenbezogen: zu welchem Konto ein Zeichen im Protokoll gehört. Zweck: Spalte purpose. Löschung: am Tag delete_on, zehn Jahre nach dem letzten Eintrag der Person, oder auf ihr Verlangen; das Protokoll behält dann ein Zeichen, das zu niemandem mehr führt.';

create table audit_entry (
    municipality_id text        not null references municipality (id),
    position        bigint      not null check (position > 0),
    -- No foreign key: the log outlives what it is about, until the municipality itself is deleted.
    measure_id      uuid,
    kind            text        not null check (kind ~ '^[A-Z_]{1,60}$'),
    process_key     text        check (process_key ~ '^[^[:cntrl:]]{1,255}$'),
    task_key        text        check (task_key ~ '^[^[:cntrl:]]{1,255}$'),
    task_id         text        check (task_id ~ '^[^[:cntrl:]]{1,64}$'),
    item            text        check (item ~ '^[^[:cntrl:]]{1,255}$'),
    actor           uuid,
    role            text        check (role ~ '^[^[:cntrl:]]{1,255}$'),
    deputy_for      uuid,
    deputy_role     text        check (deputy_role ~ '^[^[:cntrl:]]{1,255}$'),
    happened_at     timestamptz not null,
    model_version   integer,
    parts           integer     not null check (parts >= 0),
    parts_hash      bytea       not null check (octet_length(parts_hash) = 32),
    hash            bytea       not null check (octet_length(hash) = 32),
    primary key (municipality_id, position)
);
create index audit_entry_of_measure on audit_entry (municipality_id, measure_id, position);
create index audit_entry_of_step on audit_entry (municipality_id, measure_id, task_key, position) where task_key is not null;
comment on table audit_entry is
    'Protokoll der Handlungen, nur anfügbar. Personen stehen darin als Zeichen (audit_person), Inhalte nur mit ihrer Prüfsumme (audit_value). hash = SHA-256 über die Prüfsumme des vorigen Eintrags, die Felder des Eintrags und parts_hash; so ist jede Änderung und jede Lücke erkennbar.';

create table audit_value (
    id              uuid        primary key default gen_random_uuid(),
    municipality_id text        not null,
    position        bigint      not null,
    part            integer     not null check (part > 0),
    measure_id      uuid,
    sort            text        not null check (sort in ('VALUE', 'PERSON', 'WITHHELD', 'REASON', 'DECISION')),
    field_key       text        not null,
    logged          text,
    salt            bytea,
    hash            bytea       not null check (octet_length(hash) = 32),
    purpose         text        not null default 'Nachweis',
    delete_on       date        not null,
    created_at      timestamptz not null default now(),
    unique (municipality_id, position, part),
    check ((logged is null) = (salt is null))
);
create index audit_value_delete_on on audit_value (municipality_id, delete_on) where logged is not null;
comment on table audit_value is
    'Personenbezogen: was zu einem Eintrag des Protokolls eingegeben wurde (alt und neu), Begründungen und Antworten der Entscheidungstabellen. Zweck: Spalte purpose. Löschung: Inhalt und Salz werden am Tag delete_on geleert oder wenn eine darin genannte Person gelöscht wird; die Prüfsumme bleibt, deshalb bleibt die Kette prüfbar.';
comment on column audit_value.field_key is 'Feld des Formulars oder der Handlung, bei Entscheidungstabellen deren Kennung';

-- Every field with its length, nothing (-) apart from empty (0:): no two different rows read the same.
create function audit_text(variadic fields text[]) returns bytea
    language sql immutable set search_path = kreislaufstadt, pg_temp as
$$
    select convert_to(string_agg(coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field, '-') || ',', ''
                                 order by number), 'UTF8')
    from unnest(fields) with ordinality as f (field, number)
$$;

-- The token of an account in the log of a municipality; the caller holds the head's lock, so that nobody else adds it.
create function audit_token(city text, account text, until date) returns uuid
    language plpgsql set search_path = kreislaufstadt, pg_temp as
$$
declare
    known audit_person%rowtype;
begin
    if account is null then
        return null;
    end if;
    select * into known from audit_person where municipality_id = city and person = account;
    if not found then
        insert into audit_person (municipality_id, person, delete_on) values (city, account, until) returning * into known;
    elsif known.delete_on < until then
        update audit_person set delete_on = until where token = known.token;
    end if;
    return known.token;
end
$$;

-- The values of an action, in their order. A step that somebody in the same role has done before, for the same measure and the
-- same item, says what it had entered then: as the value before, and where a field is empty now, as a value of its own.
create function audit_parts(entry audit_entry, action jsonb) returns setof jsonb
    language plpgsql set search_path = kreislaufstadt, pg_temp as
$$
declare
    earlier bigint;
begin
    if (action -> 'again')::boolean then
        select max(e.position) into earlier from audit_entry e
        where e.municipality_id = entry.municipality_id and e.measure_id = entry.measure_id and e.task_key = entry.task_key
          and e.kind = entry.kind and e.item is not distinct from entry.item and e.role is not distinct from entry.role;
    end if;
    if earlier is null then
        return query select p.part from jsonb_array_elements(action -> 'parts') with ordinality p (part, number)
                     order by p.number;
    else
        return query
            with known as (
                select v.part, v.field_key, coalesce(v.logged::jsonb -> 'to', v.logged::jsonb -> 'kept') as said, v.sort
                from audit_value v
                where v.municipality_id = entry.municipality_id and v.position = earlier and v.sort = 'VALUE'
                  and left(v.field_key, 1) <> '@' and v.logged is not null),
            given as (
                select p.part, p.number from jsonb_array_elements(action -> 'parts') with ordinality p (part, number))
            select q.part from (
                select g.number as number, case when k.said is null then g.part
                                                else g.part || jsonb_build_object('from', k.said) end as part
                from given g left join known k on k.field_key = g.part ->> 'field' and g.part ->> 'sort' = 'VALUE'
                union all
                select 100000 + k.part, jsonb_build_object('sort', 'VALUE', 'field', k.field_key, 'from', k.said, 'to', null,
                                                           'deleteOn', action ->> 'deleteOn')
                from known k
                where k.said <> 'null' and not exists (select from given g where g.part ->> 'field' = k.field_key)) q
            order by q.number;
    end if;
end
$$;

-- Appends what happened in one transaction. Called when it is about to commit, since nobody else of the municipality can
-- append between here and the commit.
create function append_audit(city text, actions jsonb, people_until date) returns bigint
    language plpgsql security definer set search_path = kreislaufstadt, pg_temp as
$$
declare
    head   audit_head%rowtype;
    entry  audit_entry%rowtype;
    value  audit_value%rowtype;
    action jsonb;
    part   jsonb;
    hashes bytea;
begin
    select * into head from audit_head where municipality_id = city for update;
    if not found then
        insert into audit_head (municipality_id, position, hash)
        values (city, 0, sha256(audit_text('kreislaufstadt', city)))
        on conflict do nothing;
        select * into strict head from audit_head where municipality_id = city for update;
    end if;
    for action in select a.action from jsonb_array_elements(actions) with ordinality a (action, number) order by a.number
    loop
        entry.municipality_id := city;
        entry.position := head.position + 1;
        entry.measure_id := (action ->> 'measure')::uuid;
        entry.kind := action ->> 'kind';
        entry.process_key := action ->> 'process';
        entry.task_key := action ->> 'task';
        entry.task_id := action ->> 'taskId';
        entry.item := action ->> 'item';
        entry.actor := audit_token(city, action ->> 'actor', people_until);
        entry.role := action ->> 'role';
        entry.deputy_for := audit_token(city, action ->> 'deputyFor', people_until);
        entry.deputy_role := action ->> 'deputyRole';
        entry.happened_at := (action ->> 'at')::timestamptz;
        entry.model_version := (action ->> 'version')::integer;
        entry.parts := 0;
        hashes := ''::bytea;
        for part in select p from audit_parts(entry, action) p
        loop
            entry.parts := entry.parts + 1;
            value.sort := part ->> 'sort';
            value.field_key := part ->> 'field';
            value.logged := case value.sort
                when 'PERSON' then jsonb_build_object(
                    'from', audit_token(city, part ->> 'from', people_until),
                    'to', audit_token(city, part ->> 'to', people_until))::text
                -- What has stayed as it was is kept once.
                when 'VALUE' then case
                    when part ->> 'from' = part ->> 'to' then jsonb_build_object('kept', part -> 'to')::text
                    else jsonb_build_object('from', part -> 'from', 'to', part -> 'to')::text end
                else part ->> 'logged' end;
            value.salt := uuid_send(gen_random_uuid());
            value.hash := sha256(value.salt || audit_text(value.sort, value.field_key, value.logged));
            hashes := hashes || value.hash;
            insert into audit_value (municipality_id, position, part, measure_id, sort, field_key, logged, salt, hash, delete_on)
            values (city, entry.position, entry.parts, entry.measure_id, value.sort, value.field_key, value.logged,
                    value.salt, value.hash, (part ->> 'deleteOn')::date);
        end loop;
        entry.parts_hash := sha256(hashes);
        entry.hash := sha256(head.hash || audit_text(
            city, entry.position::text, entry.measure_id::text, entry.kind, entry.process_key, entry.task_key,
            entry.task_id, entry.item, entry.actor::text, entry.role, entry.deputy_for::text, entry.deputy_role,
            (extract(epoch from entry.happened_at) * 1000000)::bigint::text, entry.model_version::text,
            entry.parts::text) || entry.parts_hash);
        insert into audit_entry select entry.*;
        head.position := entry.position;
        head.hash := entry.hash;
    end loop;
    update audit_head set position = head.position, hash = head.hash where municipality_id = city;
    return head.position;
end
$$;

-- Refuses what is refused to the application's role anyway, for whoever owns the tables and runs the application, too. Only
-- the log of a municipality of which nothing else is left may go.
create function audit_refuse() returns trigger
    language plpgsql set search_path = kreislaufstadt, pg_temp as
$$
begin
    if tg_level = 'ROW' and tg_op = 'DELETE'
       and not exists (select from measure m where m.municipality_id = old.municipality_id) then
        return old;
    end if;
    raise exception 'The log of actions is append-only: % of % is refused', lower(tg_op), tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

-- A logged value can be erased, together with its salt, so that its hash says nothing any more; nothing else can be changed.
create function audit_erase() returns trigger
    language plpgsql set search_path = kreislaufstadt, pg_temp as
$$
begin
    if new.logged is not null then
        raise exception 'The log of actions is append-only: a value can only be erased'
            using errcode = 'insufficient_privilege';
    end if;
    new := old;
    new.logged := null;
    new.salt := null;
    return new;
end
$$;

-- The head only goes on.
create function audit_go_on() returns trigger
    language plpgsql set search_path = kreislaufstadt, pg_temp as
$$
begin
    if new.municipality_id <> old.municipality_id or new.position <= old.position then
        raise exception 'The log of actions is append-only: its head goes on'
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger append_only before update or delete on audit_entry for each row execute function audit_refuse();
create trigger append_only_whole before truncate on audit_entry for each statement execute function audit_refuse();
create trigger append_only before delete on audit_value for each row execute function audit_refuse();
create trigger append_only_whole before truncate on audit_value for each statement execute function audit_refuse();
create trigger erase_only before update on audit_value for each row execute function audit_erase();
create trigger append_only before delete on audit_head for each row execute function audit_refuse();
create trigger append_only_whole before truncate on audit_head for each statement execute function audit_refuse();
create trigger goes_on before update on audit_head for each row execute function audit_go_on();

-- Deletes the log with its municipality; the triggers refuse it as long as a measure is left.
create function forget_audit(city text) returns bigint
    language plpgsql security definer set search_path = kreislaufstadt, pg_temp as
$$
declare
    entries bigint;
begin
    delete from audit_value where municipality_id = city;
    delete from audit_entry where municipality_id = city;
    get diagnostics entries = row_count;
    delete from audit_head where municipality_id = city;
    delete from audit_person where municipality_id = city;
    return entries;
end
$$;

revoke execute on function append_audit(text, jsonb, date), forget_audit(text), audit_token(text, text, date),
    audit_parts(audit_entry, jsonb) from public;
