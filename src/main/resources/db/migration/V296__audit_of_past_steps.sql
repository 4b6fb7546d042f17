-- The log begins with what is known of the steps that were completed before there was one, in the order in which they were.
select append_audit(
    s.municipality_id,
    jsonb_agg(jsonb_build_object(
        'measure', s.measure_id,
        'kind', case when s.origin = 'TAKEN_OVER' then 'MEASURE_TAKEN_OVER'
                     when s.task_key = 'propose-measure' then 'MEASURE_PROPOSED'
                     else 'STEP_COMPLETED' end,
        'process', s.process_key,
        'task', s.task_key,
        'taskId', s.task_id,
        'item', s.item,
        'actor', s.completed_by,
        'role', s.municipality_id || '-' || s.department,
        'deputyFor', case when s.deputy_for not like '%-head' then s.deputy_for end,
        'deputyRole', case when s.deputy_for like '%-head' then s.deputy_for end,
        'at', s.completed_at,
        'version', s.process_version,
        'again', false,
        'parts', '[]'::jsonb) order by s.completed_at, s.created_at),
    current_date + 3650)
from step s
group by s.municipality_id
order by s.municipality_id;
