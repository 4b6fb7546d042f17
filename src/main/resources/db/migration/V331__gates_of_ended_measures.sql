-- What a decision has asked for and what was to be signed ends with the measure, or with the consultation it came from.
alter table decision_condition drop constraint decision_condition_status_check;
alter table decision_condition add constraint decision_condition_status_check
    check (status in ('OPEN', 'MET', 'DROPPED', 'LAPSED'));
alter table decision_condition drop constraint condition_settled_by_somebody;
alter table decision_condition add constraint condition_settled_by_somebody
    check ((status in ('MET', 'DROPPED')) = (settled_by is not null) and (status = 'OPEN') = (settled_on is null));

alter table co_signature_round drop constraint co_signature_round_outcome_check;
alter table co_signature_round add constraint co_signature_round_outcome_check
    check (outcome in ('FORWARD', 'REWORK', 'RESET', 'ENDED'));

-- Measures that have ended before this was told to their conditions and signatures.
update decision_condition c set status = 'LAPSED', settled_on = current_date
from measure m
where m.municipality_id = c.municipality_id and m.id = c.measure_id
  and m.state in ('CANCELLED', 'MERGED', 'REJECTED') and c.status = 'OPEN';
update co_signature_round r set outcome = 'ENDED', ended_at = now()
from measure m
where m.municipality_id = r.municipality_id and m.id = r.measure_id
  and m.state in ('CANCELLED', 'MERGED', 'REJECTED') and r.ended_at is null;
