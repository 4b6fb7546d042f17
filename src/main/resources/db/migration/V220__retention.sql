-- Everything that is kept for a time only says until when, so that one job can let it go.

alter table deadline_extension add column purpose text not null
    default 'Nachweis, warum eine Frist verlegt wurde';
alter table deadline_extension add column delete_on date;
update deadline_extension set delete_on = decided_on + interval '12 months';
alter table deadline_extension alter column delete_on set not null;
alter table deadline_extension alter column reason drop not null;
create index deadline_extension_delete_on on deadline_extension (municipality_id, delete_on) where reason is not null;
comment on table deadline_extension is
    'Personenbezogen: neue Fristen offener Aufgaben mit ursprünglicher Frist und Begründung (Freitext, nur intern). Zweck: Spalte purpose. Löschung: die Begründung wird am Tag delete_on geleert, zwölf Monate nach der Entscheidung; die Fristen und wer sie verlegt hat bleiben als Nachweis.';

-- Objections are deleted with the invitations; what may be told of them in public are counts.
create table workshop_objection_count (
    municipality_id text        not null references municipality (id),
    workshop_id     uuid        not null,
    received        integer     not null check (received >= 1),
    accepted        integer     not null check (accepted between 0 and received),
    created_at      timestamptz not null default now(),
    primary key (municipality_id, workshop_id),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id)
);
comment on table workshop_objection_count is
    'Anzahl der Einwände gegen das Protokoll eines Workshops und wie viele angenommen wurden; geführt, sobald die Einwände selbst gelöscht sind.';

-- The content of documents nobody has deleted goes with the record of their measure.
alter table document drop constraint document_content_goes_after_the_mark;
create index document_due on document (municipality_id, delete_on) where content_deleted_at is null;
drop index document_delete_on;
comment on table document is
    'Personenbezogen: Unterlagen einer Maßnahme, als Nachweis zu ihren Schritten. Ihr Inhalt bleibt so lange wie die Akte der Maßnahme (kreislaufstadt.retention.documents-of-completed-measures nach der Antwort des Archivs, zehn Jahre); wird eine Unterlage gelöscht, verschwindet er am Tag delete_on.';
comment on table document_chunk is
    'Personenbezogen: Inhalt der Fassungen in Stücken. Wird am Tag delete_on der Unterlage gelöscht, sonst mit der Akte der Maßnahme.';
