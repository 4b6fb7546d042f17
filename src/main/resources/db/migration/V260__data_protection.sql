-- Data protection: on what law a row about a person stands and where it came from, what keeps data from being deleted, and
-- what was deleted. The texts that people read to these codes are in messages/privacy.properties.

-- What is there already was typed into forms by staff, in the exercise of public authority.
alter table stakeholder_contact
    add column legal_basis text not null default 'PUBLIC_TASK' check (legal_basis in ('PUBLIC_TASK', 'CONSENT', 'LEGAL_DUTY', 'EMPLOYMENT')),
    add column source text not null default 'FORM' check (source in ('FORM', 'PERSON', 'INVITATION', 'MUNICIPALITY_FILE', 'IDENTITY_PROVIDER'));
alter table workshop_invitation
    add column legal_basis text not null default 'PUBLIC_TASK' check (legal_basis in ('PUBLIC_TASK', 'CONSENT', 'LEGAL_DUTY', 'EMPLOYMENT')),
    add column source text not null default 'FORM' check (source in ('FORM', 'PERSON', 'INVITATION', 'MUNICIPALITY_FILE', 'IDENTITY_PROVIDER'));
alter table workshop_withdrawal
    add column legal_basis text not null default 'PUBLIC_TASK' check (legal_basis in ('PUBLIC_TASK', 'CONSENT', 'LEGAL_DUTY', 'EMPLOYMENT')),
    add column source text not null default 'INVITATION' check (source in ('FORM', 'PERSON', 'INVITATION', 'MUNICIPALITY_FILE', 'IDENTITY_PROVIDER'));
alter table workshop_objection
    add column legal_basis text not null default 'PUBLIC_TASK' check (legal_basis in ('PUBLIC_TASK', 'CONSENT', 'LEGAL_DUTY', 'EMPLOYMENT')),
    add column source text not null default 'FORM' check (source in ('FORM', 'PERSON', 'INVITATION', 'MUNICIPALITY_FILE', 'IDENTITY_PROVIDER'));
update workshop_invitation set source = 'PERSON' where answered_at is not null;
update workshop_objection set source = 'PERSON' where invitation_id is not null;
-- Whoever writes a row says it from now on.
alter table stakeholder_contact alter column legal_basis drop default, alter column source drop default;
alter table workshop_invitation alter column legal_basis drop default, alter column source drop default;
alter table workshop_withdrawal alter column legal_basis drop default, alter column source drop default;
alter table workshop_objection alter column legal_basis drop default, alter column source drop default;

create table data_block (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    scope           text        not null check (scope in ('MUNICIPALITY', 'KIND', 'MEASURE', 'PERSON')),
    restricted      boolean     not null default false,
    kind            text check (char_length(kind) <= 60),
    measure_id      uuid,
    reason          text        not null check (char_length(reason) between 1 and 500),
    held_until      date,
    set_by          text        not null,
    lifted_by       text,
    lifted_at       timestamptz,
    purpose         text        not null default 'Löschung aussetzen und Verarbeitung einschränken (Art. 17 Abs. 3, Art. 18 DSGVO)',
    delete_on       date,
    created_at      timestamptz not null default now(),
    unique (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    check ((scope = 'KIND') = (kind is not null)),
    check ((scope = 'MEASURE') = (measure_id is not null)),
    check (not restricted or scope = 'PERSON'),
    check (num_nonnulls(lifted_by, lifted_at, delete_on) in (0, 3))
);
create index data_block_in_force on data_block (municipality_id, scope) where lifted_at is null;
comment on table data_block is
    'Personenbezogen: Sperren, die das Löschen aussetzen, für eine Person, eine Maßnahme, eine Art von Daten oder die ganze Kommune, mit Grund (Freitext), Frist und wer sie gesetzt hat. Zweck: Spalte purpose. Löschung: am Tag delete_on, zwölf Monate nachdem die Sperre aufgehoben wurde.';
comment on column data_block.restricted is 'Verarbeitung eingeschränkt (Art. 18 DSGVO): die Daten der Person werden auch nicht angezeigt und nicht für Mails benutzt';
comment on column data_block.held_until is 'letzter Tag der Sperre; leer, bis sie aufgehoben wird';

create table data_block_term (
    id              uuid primary key,
    municipality_id text        not null,
    block_id        uuid        not null,
    sort            text        not null check (sort in ('USER', 'NAME', 'MAIL', 'PHONE', 'OTHER')),
    term            text        not null check (char_length(term) between 1 and 254),
    purpose         text        not null default 'Erkennen, wessen Daten gesperrt sind',
    created_at      timestamptz not null default now(),
    unique (municipality_id, block_id, sort, term),
    foreign key (municipality_id, block_id) references data_block (municipality_id, id) on delete cascade
);
create index data_block_term_of on data_block_term (municipality_id, sort, term);
comment on table data_block_term is
    'Personenbezogen: woran erkannt wird, wessen Daten gesperrt sind (Name, Mailadresse, Telefonnummer, Kennung), in Kleinbuchstaben. Löschung, sobald die Sperre aufgehoben wird.';

create table deletion_log (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    run_id          uuid        not null,
    cause           text        not null check (cause in ('NIGHTLY', 'PERSON_DELETED', 'PERSON_CORRECTED', 'PERSON_EXPORTED')),
    kind            text        not null check (char_length(kind) <= 60),
    source_table    text        not null check (char_length(source_table) <= 200),
    deleted         integer     not null check (deleted >= 0),
    held_back       integer     not null default 0 check (held_back >= 0),
    failed          boolean     not null default false,
    setting         text check (char_length(setting) <= 200),
    done_by         text,
    happened_at     timestamptz not null,
    created_at      timestamptz not null default now()
);
create index deletion_log_latest on deletion_log (municipality_id, happened_at desc);
comment on table deletion_log is
    'Protokoll des Löschens: was in welchem Lauf nach welcher Einstellung gelöscht, geleert oder wegen einer Sperre zurückgehalten wurde, nur Anzahlen je Art von Daten; ohne Angaben zu den Personen, um deren Daten es ging. Wird nur ergänzt.';
comment on column deletion_log.done_by is 'Kennung der Person, die eine Anfrage bearbeitet hat; leer beim nächtlichen Lauf';

comment on column workshop_invitation.source is 'woher die Daten stammen: Formular (FORM), die Person selbst (PERSON), eine frühere Einladung (INVITATION) …';

-- A city may set periods of its own. Which kinds of settings there are is said by the code that writes them.
alter table municipality_setting drop constraint municipality_setting_kind_check;
alter table municipality_setting add constraint municipality_setting_kind_check check (kind ~ '^[A-Z_]{1,40}$');
