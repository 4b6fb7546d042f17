-- Several changes of one transaction carry the same time: only a counter tells which came first.
alter table measure_state_change add column position bigint generated always as identity;
drop index measure_state_change_measure;
create index measure_state_change_measure on measure_state_change (municipality_id, measure_id, position);
comment on column measure_state_change.position is 'Reihenfolge der Stände; die Zeit ist innerhalb einer Transaktion dieselbe.';
