-- Heads and managers step in: a step is skipped, or an earlier one repeated while the open one is withdrawn.

alter table step drop constraint step_origin_check;
alter table step add constraint step_origin_check check (origin in ('PROCESS', 'TAKEN_OVER', 'SKIPPED'));
comment on column step.origin is
    'PROCESS: mit seinem Formular erledigt; TAKEN_OVER: vor der Übernahme der Maßnahme; SKIPPED: von jemandem übersprungen, der eingegriffen hat';

alter table task_event drop constraint task_event_kind_check;
alter table task_event add constraint task_event_kind_check
    check (kind in ('FOLLOW_UP', 'FOLLOW_UP_ENDED', 'ASSIGNED', 'HANDED_OVER', 'RETURNED', 'RELEASED', 'ASKED', 'ANSWERED',
                    'WITHDRAWN', 'EXTENDED', 'UNDONE', 'SKIPPED', 'REVOKED', 'REOPENED', 'PAUSED', 'RESUMED', 'ENDED',
                    'LEAD_CHANGED'));
