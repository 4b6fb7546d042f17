-- Written in the transaction that causes a notice; who gets it is settled later, in a transaction of its own.
create table notice (
    id              uuid primary key,
    municipality_id text not null references municipality (id),
    kind            text not null check (kind in ('OPENED', 'REMINDED', 'ESCALATED', 'ASKED', 'ANSWERED',
                                                  'HANDED_OVER', 'INFORMED')),
    task_id         text not null,
    task_key        text not null,
    measure_id      uuid,
    measure_number  text,
    group_id        text,
    assignee_by     text,
    cause           text not null,
    state           text not null default 'NEW' check (state in ('NEW', 'ADDRESSED', 'OUTDATED')),
    purpose         text not null default 'Benachrichtigung der zuständigen Stelle',
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    unique nulls not distinct (municipality_id, task_id, kind, cause, group_id, assignee_by)
);
create index notice_new on notice (created_at, id) where state = 'NEW';
create index notice_of_measure on notice (municipality_id, measure_id);
create index notice_age on notice (created_at);
comment on table notice is
    'Personenbezogen: Kennung der Person, die eine Aufgabe hält; Hinweise zu offenen Aufgaben, aus denen Mails werden; gelöscht, wenn die Aufgabe erledigt und die Frist kreislaufstadt.mail.keep abgelaufen ist';

create table mail (
    id              uuid primary key,
    municipality_id text not null references municipality (id),
    person_by       text,
    department      text,
    digest_on       date,
    state           text not null default 'PENDING' check (state in ('PENDING', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN',
                                                                     'OUTDATED')),
    due_at          timestamptz not null,
    attempts        integer not null default 0 check (attempts >= 0),
    node            text,
    sending_since   timestamptz,
    settled_at      timestamptz,
    reason          text,
    purpose         text not null default 'Benachrichtigung der zuständigen Stelle',
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, department) references department (municipality_id, key),
    check (num_nonnulls(person_by, department) = 1),
    check (state <> 'SENDING' or (node is not null and sending_since is not null))
);
create unique index mail_digest on mail (municipality_id, person_by, department, digest_on) nulls not distinct
    where digest_on is not null;
create index mail_due on mail (due_at, id) where state = 'PENDING';
create index mail_sending on mail (sending_since) where state = 'SENDING';
create index mail_trouble on mail (settled_at) where state in ('FAILED', 'UNCERTAIN');
comment on table mail is
    'Personenbezogen: Kennung der Person oder Schlüssel der Abteilung, an die eine Mail geht; Adresse und Inhalt stehen nicht darin; gelöscht mit ihren Hinweisen, wenn die Frist kreislaufstadt.mail.keep abgelaufen ist';

-- Never twice for one event: the same event reaches a recipient in one mail only.
create table mail_notice (
    mail_id         uuid not null references mail (id) on delete cascade,
    notice_id       uuid not null references notice (id) on delete cascade,
    municipality_id text not null references municipality (id),
    task_id         text not null,
    kind            text not null,
    cause           text not null,
    person_by       text,
    department      text,
    purpose         text not null default 'Benachrichtigung der zuständigen Stelle',
    created_at      timestamptz not null default now(),
    primary key (mail_id, notice_id),
    unique nulls not distinct (municipality_id, task_id, kind, cause, person_by, department)
);
create index mail_notice_of_notice on mail_notice (notice_id);
comment on table mail_notice is
    'Personenbezogen: welche Hinweise in welcher Mail stehen, damit niemand zweimal vom selben erfährt; gelöscht mit Hinweis oder Mail';

create table mail_choice (
    id              uuid primary key,
    municipality_id text not null references municipality (id),
    person_by       text,
    department      text,
    rhythm          text not null check (rhythm in ('IMMEDIATE', 'DAILY', 'NONE')),
    language        text not null check (language in ('de', 'en')),
    purpose         text not null default 'Benachrichtigung in gewünschtem Rhythmus und gewünschter Sprache',
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, department) references department (municipality_id, key),
    check (num_nonnulls(person_by, department) = 1),
    unique nulls not distinct (municipality_id, person_by, department)
);
comment on table mail_choice is
    'Personenbezogen: wie oft und in welcher Sprache eine Person oder das Postfach einer Abteilung benachrichtigt werden will; gelöscht, sobald die Person keinen Zugang mehr hat';
