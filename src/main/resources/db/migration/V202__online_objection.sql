-- Objections that people send themselves: received first, decided later.
alter table workshop_invitation add unique (municipality_id, id);
alter table workshop_objection
    alter column decision drop not null,
    alter column answer drop not null,
    alter column decided_by drop not null,
    add column invitation_id uuid,
    -- The invitation may be deleted before the objection.
    add foreign key (municipality_id, invitation_id) references workshop_invitation (municipality_id, id)
        on delete set null (invitation_id),
    add check (num_nulls(decision, answer, decided_by) in (0, 3));
create index workshop_objection_invitation on workshop_objection (municipality_id, invitation_id)
    where invitation_id is not null;
comment on column workshop_objection.decision is 'Leer, solange über einen online eingegangenen Einwand noch nicht entschieden ist';
comment on column workshop_objection.invitation_id is
    'Einladung, über deren Link der Einwand kam; leer, wenn ihn die Federführung eingetragen hat oder die Einladung gelöscht ist';
alter table workshop_minutes add column objections_until date;
comment on column workshop_minutes.objections_until is
    'Letzter Tag für Einwände gegen diese Fassung; gesetzt, wenn die Moderation sie geprüft hat, leer während der Überarbeitung';
