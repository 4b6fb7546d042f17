-- Questions that people ask about a measure on its public page, and what keeps programs from asking.

create table public_question (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    text            text        not null check (char_length(text) between 10 and 2000),
    state           text        not null check (state in ('OPEN', 'ANSWERED', 'CLOSED')),
    mail_wanted     boolean     not null,
    answer          text        check (char_length(answer) between 1 and 4000),
    closed_because  text        check (closed_because in ('SPAM', 'INSULT', 'OTHER_MATTER')),
    instance_id     text        check (char_length(instance_id) <= 64),
    asked_at        timestamptz not null,
    ended_at        timestamptz,
    answered_by     text,
    purpose         text        not null default 'Fragen zu einer Maßnahme beantworten und nachweisen, dass das geschehen ist',
    legal_basis     text        not null check (legal_basis in ('PUBLIC_TASK', 'CONSENT', 'LEGAL_DUTY', 'EMPLOYMENT')),
    source          text        not null check (source in ('FORM', 'PERSON', 'INVITATION', 'MUNICIPALITY_FILE', 'IDENTITY_PROVIDER')),
    delete_on       date        not null,
    unique (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id),
    check ((state = 'ANSWERED') = (answer is not null)),
    check ((state = 'CLOSED') = (closed_because is not null)),
    check ((state = 'OPEN') = (ended_at is null))
);
create index public_question_of_measure on public_question (municipality_id, measure_id, asked_at);
create index public_question_delete_on on public_question (municipality_id, delete_on);
comment on table public_question is
    'Personenbezogen: Fragen, die jemand ohne Konto auf der öffentlichen Seite einer Maßnahme gestellt hat (Freitext), mit der Antwort und der Kennung, wer geantwortet hat. Zweck: Spalte purpose. Löschung: am Tag delete_on (kreislaufstadt.retention.questions nach der Frage).';

create table public_question_address (
    question_id     uuid primary key,
    municipality_id text not null references municipality (id),
    mail            text not null check (char_length(mail) between 3 and 254),
    purpose         text not null default 'Antwort auf eine Frage zu einer Maßnahme zusenden',
    legal_basis     text not null check (legal_basis in ('PUBLIC_TASK', 'CONSENT', 'LEGAL_DUTY', 'EMPLOYMENT')),
    source          text not null check (source in ('FORM', 'PERSON', 'INVITATION', 'MUNICIPALITY_FILE', 'IDENTITY_PROVIDER')),
    delete_on       date not null,
    foreign key (municipality_id, question_id) references public_question (municipality_id, id) on delete cascade
);
create index public_question_address_delete_on on public_question_address (municipality_id, delete_on);
comment on table public_question_address is
    'Personenbezogen: Mailadressen, an die eine Antwort gehen soll. Zweck: Spalte purpose. Löschung: am Tag delete_on (kreislaufstadt.retention.question-addresses nach der Antwort), sofort wenn ohne Antwort geschlossen wird, spätestens mit der Frage.';

create table used_question_mark (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    expires_at      timestamptz not null
);
create index used_question_mark_expires_at on used_question_mark (municipality_id, expires_at);
comment on table used_question_mark is
    'Zufällige Nummern von Frageformularen, die schon abgeschickt wurden, bis sie ohnehin nicht mehr gelten (höchstens ein Tag)';

create table public_question_count (
    municipality_id text        not null references municipality (id),
    scope           text        not null check (scope in ('NETWORK', 'MEASURE', 'MUNICIPALITY')),
    counted         text        not null check (char_length(counted) <= 64),
    asked           integer     not null check (asked >= 1),
    since           timestamptz not null,
    purpose         text        not null default 'Massenhafte Fragen abwehren',
    primary key (municipality_id, scope, counted)
);
comment on table public_question_count is
    'Personenbezogen: wie viele Fragen in einer Stunde aus einem Netz (nur als verschlüsselte Prüfsumme) und an einem Tag zu einer Maßnahme und in einer Kommune gestellt wurden. Zweck: Spalte purpose. Löschung: Netze nach einer Stunde, alles andere nach einem Tag.';
