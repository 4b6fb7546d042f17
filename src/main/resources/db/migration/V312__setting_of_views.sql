-- What heads see of single people is a setting of the municipality, too. Which kinds there are is said by the code that writes them.
alter table municipality_setting drop constraint municipality_setting_kind_check;
alter table municipality_setting add constraint municipality_setting_kind_check check (kind ~ '^[A-Z_]{1,40}$');
comment on table municipality_setting is
    'Einstellungen einer Kommune: Abweichungen von den Entscheidungstabellen (Arbeitstage, Zuständigkeit, Wiederholung, Erinnerungen, Gewichte der Punktzahl), Aufbewahrung, Auftritt und was Leitungen über einzelne Personen sehen';
