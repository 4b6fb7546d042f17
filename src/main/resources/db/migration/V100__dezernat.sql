-- A unit may stand below another one (Dezernat), which hears of overdue tasks when the unit's own head stays silent.
alter table department add column parent text check (parent <> key);
alter table department add foreign key (municipality_id, parent) references department (municipality_id, key)
    deferrable initially deferred;
comment on column department.parent is 'Übergeordnete Einheit (Dezernat); leer = keine';

alter table municipality_setting drop constraint municipality_setting_kind_check;
alter table municipality_setting add constraint municipality_setting_kind_check
    check (kind in ('WORKING_DAYS', 'ROUTING', 'RECURRENCE', 'REMINDERS'));
comment on table municipality_setting is
    'Abweichungen einer Kommune von den Entscheidungstabellen: Arbeitstage, Zuständigkeit, Wiederholung, Erinnerungen';
