-- Whoever pauses, resumes, cancels or merges a measure or gives it another lead: what was done, and to how much. What became of
-- each open task stands in task_event; a reason that is published stands in measure_state_change as well.
create table measure_intervention (
    id              uuid        primary key,
    position        bigint      generated always as identity,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    kind            text        not null check (kind in ('PAUSED', 'RESUMED', 'CANCELLED', 'MERGED', 'LEAD_CHANGED')),
    done_by         text        not null,
    done_at         timestamptz not null,
    reason          text        check (char_length(reason) between 1 and 2000),
    state_before    text        not null,
    lead_before     text        not null,
    lead_after      text        not null,
    merged_into     uuid,
    working_days    integer     check (working_days >= 0),
    tasks           integer     not null check (tasks >= 0),
    timers          integer     not null check (timers >= 0),
    purpose         text        not null default 'Nachweis, wer wann warum in den Lauf einer Maßnahme eingegriffen hat',
    delete_on       date        not null,
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    foreign key (municipality_id, merged_into) references measure (municipality_id, id),
    check ((kind = 'MERGED') = (merged_into is not null)),
    check ((kind = 'RESUMED') = (working_days is not null)),
    check ((kind = 'LEAD_CHANGED') = (lead_before <> lead_after))
);
create index measure_intervention_of_measure on measure_intervention (municipality_id, measure_id, position);
create index measure_intervention_delete_on on measure_intervention (municipality_id, delete_on) where reason is not null;
comment on table measure_intervention is
    'Personenbezogen: wer eine Maßnahme pausiert, fortgesetzt, abgebrochen, zusammengeführt oder einer anderen Federführung gegeben hat, mit Begründung (Freitext). Zweck: Spalte purpose. Löschung: der Freitext wird am Tag delete_on geleert, zwölf Monate nach dem Eintrag; Kennungen bleiben wie bei den erledigten Schritten als Nachweis.';
comment on column measure_intervention.working_days is 'Arbeitstage, die eine Pause gedauert hat; um so viele wurden die Fristen verschoben';
comment on column measure_intervention.tasks is 'Zahl der offenen Aufgaben, die es betraf';
comment on column measure_intervention.timers is 'Zahl der Termine des Prozesses, die verschoben wurden';

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check
    check (kind in ('OPENED', 'REMINDED', 'ESCALATED', 'ASKED', 'ANSWERED', 'HANDED_OVER', 'INFORMED', 'MEASURE_PAUSED',
                    'MEASURE_RESUMED', 'MEASURE_ENDED', 'LEAD_GIVEN', 'LEAD_TAKEN'));
