-- A superior gives a task more time from the task itself, before anybody has to be asked about it.

alter table task_event add column due_before date;
alter table task_event add column due date;
alter table task_event drop constraint task_event_kind_check;
alter table task_event add constraint task_event_kind_check
    check (kind in ('FOLLOW_UP', 'FOLLOW_UP_ENDED', 'ASSIGNED', 'HANDED_OVER', 'RETURNED', 'RELEASED', 'ASKED', 'ANSWERED',
                    'WITHDRAWN', 'EXTENDED', 'UNDONE'));
alter table task_event add constraint task_event_extended_until check (kind <> 'EXTENDED' or due is not null);
comment on column task_event.due_before is 'Frist davor; leer, wo die Frist geblieben ist';
comment on column task_event.due is 'Frist danach; leer, wo die Frist geblieben ist';

alter table deadline_extension drop constraint deadline_extension_reason_check;
alter table deadline_extension add constraint deadline_extension_reason_check
    check (char_length(reason) between 1 and 2000);
alter table deadline_extension add column event_id uuid references task_event (id);
alter table deadline_extension add column clarification_id uuid references clarification (id);
alter table deadline_extension add column taken_back_at timestamptz;
create unique index deadline_extension_of_event on deadline_extension (event_id) where event_id is not null;
comment on column deadline_extension.event_id is
    'Eintrag in task_event, mit dem die Frist an der Aufgabe selbst verlängert wurde; leer bei einer Klärung';
comment on column deadline_extension.clarification_id is 'Klärung, die sich mit der neuen Frist erledigt hat';
comment on column deadline_extension.taken_back_at is
    'Zeitpunkt, zu dem die Verlängerung rückgängig gemacht wurde; sie gilt dann als nie erteilt';
