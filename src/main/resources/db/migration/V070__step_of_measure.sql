-- The table of steps is older than that of measures, the rows never are.
alter table step add foreign key (municipality_id, measure_id) references measure (municipality_id, id);
