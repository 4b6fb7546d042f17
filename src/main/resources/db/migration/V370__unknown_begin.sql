-- A measure that is taken over may have begun on a day that its source does not name. No day is better than one that was made up;
-- whoever proposes or changes a measure in a form still has to name one.
alter table measure_version alter column begins_on drop not null;
