-- Of a municipality one import is applied at a time, on the page or on the command line: two that bring the same measures would both
-- create them. Whoever waits already goes back to where it was looked at.
update import_run r set stage = 'PLANNED', done = 0, worked_until = null
 where r.stage = 'APPLYING'
   and exists (select from import_run o
                where o.municipality_id = r.municipality_id and o.stage = 'APPLYING' and (o.begun_at, o.id) < (r.begun_at, r.id));
create unique index import_run_one_applied on import_run (municipality_id) where stage = 'APPLYING';
