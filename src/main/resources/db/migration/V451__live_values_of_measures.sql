-- What is true now of those among the given measures that are public, and of the measures of the given tasks. Asked with every step,
-- mostly of a measure that is not public: as a statement it was planned anew every time, which took longer than everything it finds.
-- Codes, keys of departments and days; no text that a person has written is read. See docs/adr/0040-publication.md.
create function live_values(city text, measures uuid[], tasks text[], steps text[])
    returns table (id uuid, state text, created_at timestamptz, live_mark text, planned text[], course json, before json, open json)
    language plpgsql stable set plan_cache_mode = force_generic_plan set enable_seqscan = off as
$$
#variable_conflict use_column
declare
    asked uuid[] := array(select unnest(measures)
                          union
                          select own.measure_id from monitored_task own
                          where own.municipality_id = city and own.task_id = any(tasks));
begin
    return query
        select m.id, m.state, m.created_at, p.live_mark,
               (select d.phases from measure_decision d
                where d.municipality_id = m.municipality_id and d.measure_id = m.id and d.result = 'APPROVE'
                  and not d.preliminary
                order by d.position desc limit 1),
               (select coalesce(json_agg(json_build_object('state', c.to_state, 'at', c.created_at) order by c.position), '[]')
                from measure_state_change c
                where c.municipality_id = m.municipality_id and c.measure_id = m.id),
               (select coalesce(json_agg(json_build_object('process', s.process_key, 'on', s.on) order by s.on), '[]')
                from (select step.process_key, max((step.completed_at at time zone 'Europe/Berlin')::date) as on from step
                      where step.municipality_id = m.municipality_id and step.measure_id = m.id and step.origin = 'TAKEN_OVER'
                      group by step.process_key) s),
               (select coalesce(json_agg(json_build_object('step', t.task_key, 'department', t.department, 'due', t.due)
                                         order by t.due nulls last, t.opened_at, t.task_id), '[]')
                from monitored_task t
                where t.municipality_id = m.municipality_id and t.measure_id = m.id and t.ended_at is null
                  and t.task_key = any(steps))
        from measure m join publication p on p.municipality_id = m.municipality_id and p.measure_id = m.id
        where m.municipality_id = city and p.version > 0 and m.id = any(asked);
end
$$;
