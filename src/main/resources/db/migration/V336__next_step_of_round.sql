-- Until when the next step of a round is to be done that waits for the climate staff unit or its head.
alter table reporting_round add column next_due date;
comment on column reporting_round.next_due is
    'Bis wann die Vorlage geschrieben oder, wenn sie vollständig ist, die Runde freigegeben sein soll; leer, solange berichtet wird';
