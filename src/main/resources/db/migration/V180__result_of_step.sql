-- How a step ended. Its words stand in the step's form, where they may be reworded; kept is which of the choices it was.
alter table step add column result text check (result ~ '^[A-Z][A-Z_]{0,59}$');
comment on column step.result is 'Gewähltes Ergebnis eines Schritts mit Auswahl, z. B. REWORK; die Bezeichnung steht im Formular des Schritts';
