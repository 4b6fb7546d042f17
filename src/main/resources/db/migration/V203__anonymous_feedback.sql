-- Feedback that nobody can be found behind: counters and loose remarks, no questionnaire is stored as a whole.
create table workshop_feedback (
    id              uuid primary key,
    municipality_id text    not null references municipality (id),
    workshop_id     uuid    not null,
    responses       integer not null check (responses >= 0),
    attend_again    integer not null check (attend_again between 0 and responses),
    unique (municipality_id, workshop_id),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id)
);
comment on table workshop_feedback is
    'Zahl der online eingegangenen anonymen Rückmeldungen eines Workshops; Zähler, keine einzelnen Antworten. Ohne created_at: ein Zeitpunkt könnte auf eine Person führen. Gelöscht, sobald der Workshop ausgewertet ist.';

create table workshop_feedback_mark (
    id              uuid primary key,
    municipality_id text    not null references municipality (id),
    workshop_id     uuid    not null,
    aspect          text    not null
        check (aspect in ('CONTENT', 'MODERATION', 'ORGANISATION', 'EXCHANGE', 'RESULTS')),
    very_good       integer not null check (very_good >= 0),
    good            integer not null check (good >= 0),
    fair            integer not null check (fair >= 0),
    poor            integer not null check (poor >= 0),
    unique (municipality_id, workshop_id, aspect),
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id)
);
comment on table workshop_feedback_mark is
    'Noten je Aspekt aus den online eingegangenen anonymen Rückmeldungen; Zähler, ohne created_at wie in workshop_feedback. Gelöscht, sobald der Workshop ausgewertet ist.';

create table workshop_feedback_remark (
    id              uuid primary key,
    municipality_id text not null references municipality (id),
    workshop_id     uuid not null,
    kind            text not null check (kind in ('STRENGTH', 'IMPROVEMENT')),
    text            text not null check (char_length(text) <= 1000),
    purpose         text not null,
    delete_on       date not null,
    foreign key (municipality_id, workshop_id) references workshop (municipality_id, id)
);
create index workshop_feedback_remark_workshop on workshop_feedback_remark (municipality_id, workshop_id);
create index workshop_feedback_remark_deletion on workshop_feedback_remark (municipality_id, delete_on);
comment on table workshop_feedback_remark is
    'Personenbezogen: freie Bemerkungen aus anonymen Rückmeldungen, in denen Namen stehen können. Ohne Verbindung zu einer Einladung, zu den Noten oder zu den übrigen Bemerkungen derselben Person; ohne created_at und ohne laufende Nummer, damit Zeit und Reihenfolge auf niemanden führen. Zweck: Auswertung des Workshops. Löschung, sobald er ausgewertet ist, spätestens am Tag delete_on, der für alle Bemerkungen eines Workshops derselbe ist.';
