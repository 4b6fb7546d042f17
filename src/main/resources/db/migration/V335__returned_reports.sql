-- The climate staff unit gives a single report back to its lead; reports and countermeasures end with their measure.
alter table reporting_round_event drop constraint reporting_round_event_kind_check;
alter table reporting_round_event add constraint reporting_round_event_kind_check
    check (kind in ('OPENED', 'REMINDED', 'CLOSED', 'PAPER_EDITED', 'RELEASED', 'CORRECTION_REQUESTED', 'REPORT_RETURNED',
                    'RETURN_WITHDRAWN'));

alter table measure_report drop constraint measure_report_state_check;
alter table measure_report add constraint measure_report_state_check
    check (state in ('PLANNED', 'OPEN', 'REPORTED', 'MISSING', 'RESTING', 'ENDED'));
do $$
declare
    frozen text;
begin
    select conname into strict frozen from pg_constraint
    where conrelid = 'measure_report'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%(frozen_at IS NULL)%';
    execute format('alter table measure_report drop constraint %I', frozen);
end
$$;
alter table measure_report add constraint measure_report_frozen_check
    check (frozen_at is null or state in ('REPORTED', 'MISSING', 'RESTING', 'ENDED'));
comment on column measure_report.request is
    'Was eine Korrektur richtigstellen soll, oder warum die Stabsstelle Klima einen Bericht zurückgegeben hat';

alter table countermeasure drop constraint countermeasure_state_check;
alter table countermeasure add constraint countermeasure_state_check
    check (state in ('RUNNING', 'EFFECTIVE', 'STOPPED', 'ENDED'));
update countermeasure c set state = 'ENDED', ended_at = now()
from measure m
where m.municipality_id = c.municipality_id and m.id = c.measure_id and m.state in ('CANCELLED', 'MERGED')
  and c.state = 'RUNNING';
