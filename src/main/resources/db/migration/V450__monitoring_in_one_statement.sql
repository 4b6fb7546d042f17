-- What one transaction does to tasks and measures of a municipality is written by one statement: a step would else go four times over
-- the network for it, and PostgreSQL would plan the derivation anew with every step, which takes longer than deriving. See
-- docs/adr/0028-projections-for-managers.md.

-- Derives rows of the portfolio anew from the measures' records, states and open tasks, and answers how many were missing or wrong.
-- What asks for clarification of an overdue task is no step of the measure. Plans are made once per connection, also while the
-- database has not yet counted a table that has just been filled: they may only look things up.
create function derive_monitored_measures(city text, measures uuid[]) returns integer
    language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as
$$
declare
    different integer;
begin
    with open as materialized (
        select distinct on (t.measure_id) t.measure_id, t.task_key, t.process_key, t.department, t.held, t.due,
               count(*) over of_measure as tasks,
               bool_or(starts_with(t.task_key, 'decide-')) over of_measure as decision
        from monitored_task t
        where t.municipality_id = city and t.ended_at is null and t.process_key <> 'overdue-clarification'
          and t.measure_id = any(measures)
        window of_measure as (partition by t.measure_id)
        order by t.measure_id, t.due nulls last, t.opened_at, t.task_id)
    insert into monitored_measure as known (municipality_id, measure_id, number, title, short_title, field_of_action, lead,
            state, phase, since, planned_until, next_task, next_process, next_department, next_held, next_due, open_tasks,
            decision_due)
    select m.municipality_id, m.id, m.number, v.title, v.short_title, v.field_of_action, m.lead, m.state,
           case when m.state in ('COMPLETED', 'PAUSED', 'MERGED', 'CANCELLED', 'REJECTED', 'DEFERRED')
                then coalesce(c.from_state, m.state) else m.state end,
           coalesce(c.created_at, m.created_at), v.planned_until,
           n.task_key, n.process_key, n.department, coalesce(n.held, false), n.due,
           coalesce(n.tasks, 0), coalesce(n.decision, false)
    from measure m
    join lateral (select * from measure_version latest
                  where latest.municipality_id = m.municipality_id and latest.measure_id = m.id
                  order by latest.version desc limit 1) v on true
    left join lateral (select * from measure_state_change change
                       where change.municipality_id = m.municipality_id and change.measure_id = m.id
                       order by change.position desc limit 1) c on true
    left join open n on n.measure_id = m.id
    where m.municipality_id = city and m.id = any(measures)
    on conflict (municipality_id, measure_id) do update
    set number = excluded.number, title = excluded.title, short_title = excluded.short_title,
        field_of_action = excluded.field_of_action, lead = excluded.lead, state = excluded.state,
        phase = excluded.phase, since = excluded.since, planned_until = excluded.planned_until,
        next_task = excluded.next_task, next_process = excluded.next_process,
        next_department = excluded.next_department, next_held = excluded.next_held, next_due = excluded.next_due,
        open_tasks = excluded.open_tasks, decision_due = excluded.decision_due
    where (known.number, known.title, known.short_title, known.field_of_action, known.lead, known.state, known.phase,
           known.since, known.planned_until, known.next_task, known.next_process, known.next_department,
           known.next_held, known.next_due, known.open_tasks, known.decision_due)
          is distinct from
          (excluded.number, excluded.title, excluded.short_title, excluded.field_of_action, excluded.lead,
           excluded.state, excluded.phase, excluded.since, excluded.planned_until, excluded.next_task,
           excluded.next_process, excluded.next_department, excluded.next_held, excluded.next_due,
           excluded.open_tasks, excluded.decision_due);
    get diagnostics different = row_count;
    return different;
end
$$;

-- Writes what happened to tasks, in the order in which it is told. A group that is not told stays; ended rows keep what they know.
create function note_task_moves(city text, moves jsonb) returns void
    language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as
$$
declare
    move record;
begin
    for move in
        select m.* from jsonb_to_recordset(moves) as m (
            kind text, task text, at timestamptz, measure uuid, process text, key text, item text, department text, "group" text,
            held boolean, "openedAt" timestamptz, due date, "followUp" date)
    loop
        case move.kind
            when 'OPENED' then
                insert into monitored_task (task_id, municipality_id, measure_id, process_key, task_key, item, department,
                                            task_group, held, opened_at, first_taken_at, due, follow_up)
                values (move.task, city, move.measure, move.process, move.key, move.item, move.department,
                        move."group", move.held, move."openedAt", case when move.held then move.at end, move.due, move."followUp")
                on conflict (task_id) do nothing;
            when 'CHANGED' then
                update monitored_task
                set department = coalesce(move.department, department), task_group = coalesce(move."group", task_group),
                    held = move.held, opened_at = move."openedAt",
                    first_taken_at = coalesce(first_taken_at, case when move.held then move.at end),
                    due = move.due, follow_up = move."followUp"
                where task_id = move.task and municipality_id = city and ended_at is null;
            when 'RENAMED' then
                update monitored_task set task_key = move.key
                where task_id = move.task and municipality_id = city and ended_at is null;
            else
                update monitored_task
                set ended_at = move.at, ended_how = move.kind, paused_since = null,
                    paused_seconds = paused_seconds
                        + coalesce(greatest(extract(epoch from move.at - paused_since), 0), 0)::bigint
                where task_id = move.task and municipality_id = city and ended_at is null;
        end case;
    end loop;
end
$$;

-- All that one transaction has done: moves of tasks, and measures that have changed. Where a task moves on, nobody has asked for its
-- measure yet. Two transactions may move tasks of one measure at the same time, and each sees only its own: the second waits for the
-- first at the measure's row, and its next statement sees what both have done.
create procedure note_monitored(city text, moves jsonb, changed uuid[])
    language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as
$$
declare
    touched uuid[];
begin
    perform note_task_moves(city, moves);
    touched := array(
        select unnest(changed)
        union
        select t.measure_id from monitored_task t
        where t.municipality_id = city and t.measure_id is not null
          and t.task_id = any(array(select move ->> 'task' from jsonb_array_elements(moves) move)));
    if cardinality(touched) > 0 then
        perform from monitored_measure
        where municipality_id = city and measure_id = any(touched)
        order by measure_id for no key update;
        perform derive_monitored_measures(city, touched);
    end if;
end
$$;
