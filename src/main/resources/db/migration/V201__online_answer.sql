-- Answers that invited people give themselves.
alter table workshop_invitation
    add column answered_at   timestamptz,
    add column assistance    boolean not null default false,
    add column waiting_since timestamptz,
    add check (waiting_since is null or answer = 'WAITING_LIST');
create index workshop_invitation_waiting on workshop_invitation (municipality_id, workshop_id, waiting_since)
    where waiting_since is not null;
comment on column workshop_invitation.answered_at is
    'Wann die eingeladene Person online geantwortet hat; leer, wenn die Federführung die Antwort eingetragen hat oder keine da ist';
comment on column workshop_invitation.assistance is
    'Wunsch nach Kontakt, weil Unterstützung bei der Teilnahme nötig ist; bewusst nur ein Haken, keine Angaben zur Gesundheit';
comment on column workshop_invitation.waiting_since is
    'Platz auf der Warteliste: wer am längsten wartet, rückt zuerst nach; leer bei Personen, über deren Nachrücken die Federführung selbst entscheidet';
