-- The association and its model approach of six components. What belongs to the association as a whole lies in its own municipality_id
-- (the tenant of its office); what a city says of itself lies in that of the city.

create table association (
    municipality_id text        primary key references municipality (id),
    name            text        not null check (char_length(name) between 1 and 120),
    moderation      text        not null check (char_length(moderation) between 1 and 120),
    adoption        text        not null check (char_length(adoption) between 1 and 120),
    only_one        boolean     not null default true unique check (only_one),
    created_at      timestamptz not null default now()
);
comment on table association is 'Der Städteverbund dieser Installation: seine Geschäftsstelle, wer moderiert (Difu) und wer annimmt (Städtetag)';

create table association_member (
    id              uuid        primary key,
    municipality_id text        not null references association (municipality_id),
    member_key      text        not null check (member_key ~ '^[a-z][a-z0-9]{0,17}$'),
    name            text        not null check (char_length(name) between 1 and 120),
    size_class      text        not null check (size_class in ('LARGE', 'MEDIUM')),
    case_city       boolean     not null default false,
    joined          date        not null,
    last_day        date,
    created_at      timestamptz not null default now(),
    unique (municipality_id, id),
    unique (municipality_id, member_key, joined),
    check (last_day >= joined)
);
comment on table association_member is
    'Mitglieder mit Beitritt und letztem Tag; wer wiederkommt, hat eine zweite Zeile. member_key ist die Kennung der Kommune, die auch hier arbeiten kann, aber nicht muss';

create table association_partner (
    id              uuid        primary key,
    municipality_id text        not null references association (municipality_id),
    position        integer     not null check (position >= 1),
    name            text        not null check (char_length(name) between 1 and 120),
    role            text        not null check (char_length(role) between 1 and 200),
    created_at      timestamptz not null default now(),
    unique (municipality_id, position)
);
comment on table association_partner is 'Weitere Partner des Verbunds und ihre Aufgabe in Worten';

-- One round of one component: draft, comments of all members, consolidation, adoption, published version.
create table component_round (
    id              uuid        primary key,
    municipality_id text        not null references association (municipality_id),
    component       text        not null
        check (component in ('VISION_GOALS', 'STRATEGY', 'PROCESSES', 'STRUCTURES', 'INSTRUMENTS', 'PRODUCTS')),
    number          integer     not null check (number >= 1),
    state           text        not null
        check (state in ('DRAFTING', 'OPENING', 'COMMENTING', 'CLOSING', 'CONSOLIDATING', 'ADOPTING', 'PUBLISHED', 'CANCELLED')),
    completion      text        check (completion in ('SHARE', 'DATE')),
    share           integer     check (share between 1 and 100),
    comments_until  date,
    instance_id     text        check (char_length(instance_id) <= 64),
    change_summary  text        check (char_length(change_summary) <= 4000),
    return_reason   text        check (char_length(return_reason) between 1 and 4000),
    cancel_reason   text        check (char_length(cancel_reason) between 1 and 2000),
    closed_by       text        check (closed_by in ('ALL', 'SHARE', 'DATE', 'OFFICE')),
    begun_on        date        not null,
    ended_on        date,
    created_at      timestamptz not null default now(),
    unique (municipality_id, id),
    unique (municipality_id, component, number),
    foreign key (municipality_id, id) references matter (municipality_id, id),
    check ((completion = 'SHARE') = (share is not null)),
    check ((state in ('PUBLISHED', 'CANCELLED')) = (ended_on is not null)),
    check ((state = 'CANCELLED') = (cancel_reason is not null))
);
create unique index component_round_running on component_round (municipality_id, component)
    where state not in ('PUBLISHED', 'CANCELLED');
comment on table component_round is
    'Runden zu einem Baustein: Entwurf, Rückmeldungen der Mitglieder, Zusammenführung, Annahme. completion sagt, ob ein Anteil der Mitglieder oder nur der Tag die Rückmeldungen schließt; closed_by, was sie geschlossen hat';

create table component_section (
    id              uuid        primary key,
    municipality_id text        not null,
    round_id        uuid        not null,
    position        integer     not null check (position >= 1),
    anchor          text        not null check (anchor ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    heading         text        not null check (char_length(heading) between 1 and 200),
    draft           text        not null check (char_length(draft) between 1 and 20000),
    consolidated    text        check (char_length(consolidated) between 1 and 20000),
    changed_at      timestamptz not null default now(),
    created_at      timestamptz not null default now(),
    unique (municipality_id, id),
    unique (municipality_id, round_id, position),
    unique (municipality_id, round_id, anchor),
    foreign key (municipality_id, round_id) references component_round (municipality_id, id)
);
comment on table component_section is
    'Abschnitte eines Bausteins in einer Runde: der Entwurf, zu dem Mitglieder sich äußern, und der Text nach der Zusammenführung. anchor bleibt über die Runden, damit sich Fassungen vergleichen lassen';

-- What is asked of one member in one round. The task lies in the member's own municipality, as a matter of the same id.
create table component_request (
    id                  uuid        primary key,
    municipality_id     text        not null,
    round_id            uuid        not null,
    member_id           uuid        not null,
    member_municipality text        references municipality (id),
    state               text        not null
        check (state in ('PLANNED', 'OPEN', 'ANSWERED', 'NO_COMMENT', 'MISSED', 'LEFT', 'UNREACHABLE')),
    unreachable         text        check (unreachable in ('NOT_HERE', 'NO_COORDINATOR', 'ENDED')),
    instance_id         text        check (char_length(instance_id) <= 64),
    asked_at            timestamptz,
    reminded_at         timestamptz,
    answered_at         timestamptz,
    answered_by         text,
    deputy_for_by       text,
    created_at          timestamptz not null default now(),
    unique (municipality_id, id),
    unique (municipality_id, round_id, member_id),
    foreign key (municipality_id, round_id) references component_round (municipality_id, id),
    foreign key (municipality_id, member_id) references association_member (municipality_id, id),
    check ((state = 'UNREACHABLE') = (unreachable is not null)),
    check ((state in ('ANSWERED', 'NO_COMMENT')) = (answered_at is not null))
);
create index component_request_of_city on component_request (member_municipality, round_id);
comment on table component_request is
    'Was in einer Runde von einem Mitglied erbeten ist und wie es steht: wer fehlt noch. UNREACHABLE heißt, dass niemand dort eine Aufgabe bekommen kann, und warum';

create table component_comment (
    id              uuid        primary key,
    municipality_id text        not null,
    round_id        uuid        not null,
    request_id      uuid        not null,
    position        integer     not null check (position >= 1),
    anchor          text        check (char_length(anchor) <= 60),
    kind            text        not null check (kind in ('OBJECTION', 'CHANGE', 'QUESTION', 'SUPPORT')),
    text            text        not null check (char_length(text) between 1 and 4000),
    proposal        text        check (char_length(proposal) between 1 and 4000),
    answer          text        check (answer in ('ACCEPTED', 'PARTLY', 'DECLINED', 'NOTED')),
    answer_text     text        check (char_length(answer_text) between 1 and 4000),
    answered_by     text,
    answered_at     timestamptz,
    created_at      timestamptz not null default now(),
    unique (municipality_id, id),
    unique (municipality_id, request_id, position),
    foreign key (municipality_id, round_id) references component_round (municipality_id, id),
    foreign key (municipality_id, request_id) references component_request (municipality_id, id),
    check (num_nonnulls(answer, answer_text, answered_by, answered_at) in (0, 4))
);
create index component_comment_of_round on component_comment (municipality_id, round_id, anchor, created_at);
comment on table component_comment is
    'Anmerkungen der Mitglieder zu einer Stelle (anchor; leer: zum Ganzen), und die Antwort darauf aus der Zusammenführung. Sie gelten als die der Kommune, nicht einer Person';

-- Never changed but for being withdrawn.
create table component_version (
    id              uuid        primary key,
    municipality_id text        not null,
    component       text        not null
        check (component in ('VISION_GOALS', 'STRATEGY', 'PROCESSES', 'STRUCTURES', 'INSTRUMENTS', 'PRODUCTS')),
    version         integer     not null check (version >= 1),
    round_id        uuid        not null,
    sections        jsonb       not null,
    change_summary  text        not null check (char_length(change_summary) between 1 and 4000),
    adopted_by      text        not null check (char_length(adopted_by) between 1 and 120),
    adopted_on      date        not null,
    published_on    date        not null,
    members         integer     not null check (members >= 0),
    commented       integer     not null check (commented >= 0),
    comments        integer     not null check (comments >= 0),
    withdrawn_on    date,
    withdrawn_reason text       check (char_length(withdrawn_reason) between 1 and 2000),
    created_at      timestamptz not null default now(),
    unique (municipality_id, id),
    unique (municipality_id, component, version),
    unique (municipality_id, round_id),
    foreign key (municipality_id, round_id) references component_round (municipality_id, id),
    check ((withdrawn_on is null) = (withdrawn_reason is null))
);
comment on table component_version is
    'Angenommene, veröffentlichte Fassungen der Bausteine mit ihren Abschnitten (sections: Liste aus anchor, heading, text), wer sie wann angenommen hat und wie viele sich geäußert haben';

create table component_event (
    id              uuid        primary key,
    municipality_id text        not null,
    round_id        uuid        not null,
    kind            text        not null
        check (kind in ('BEGUN', 'DRAFTED', 'OPENED', 'JOINED', 'LEFT', 'REMINDED', 'CLOSED', 'ANSWERED', 'TEXT_CHANGED',
                        'CONSOLIDATED', 'RETURNED', 'ADOPTED', 'PUBLISHED', 'CANCELLED', 'WITHDRAWN')),
    acted_by        text,
    deputy_for_by   text,
    note            text        check (char_length(note) between 1 and 2000),
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, round_id) references component_round (municipality_id, id)
);
create index component_event_of_round on component_event (municipality_id, round_id, created_at);
comment on table component_event is
    'Was in einer Runde getan wurde, mit Kennung und, wer in Vertretung gehandelt hat, auch für wen; wird nur ergänzt. Die Annahme fragt hier, wer daran gearbeitet hat';

-- What a city says of itself, per component: the newest row holds, earlier ones stay.
create table component_standing (
    id              uuid        primary key,
    municipality_id text        not null references municipality (id),
    component       text        not null
        check (component in ('VISION_GOALS', 'STRATEGY', 'PROCESSES', 'STRUCTURES', 'INSTRUMENTS', 'PRODUCTS')),
    number          integer     not null check (number >= 1),
    maturity        integer     not null check (maturity between 0 and 4),
    evidence        text        not null check (char_length(evidence) between 1 and 4000),
    progress        text        not null check (progress in ('NOT_BEGUN', 'IN_WORK', 'ADOPTED', 'NOT_PLANNED')),
    content         text        check (char_length(content) between 1 and 20000),
    built_on        integer     check (built_on >= 1),
    as_of           date        not null,
    source          text        not null check (char_length(source) between 1 and 300),
    entered_by      text        not null,
    deputy_for_by   text,
    created_at      timestamptz not null default now(),
    unique (municipality_id, id),
    unique (municipality_id, component, number)
);
comment on table component_standing is
    'Wie weit eine Kommune mit einem Baustein ist: Reifegrad 0 bis 4 mit Beleg, was sie übernommen hat und auf welcher Fassung es beruht (built_on); jede Angabe ist eine neue Zeile';

create table component_release (
    id              uuid        primary key,
    municipality_id text        not null,
    standing_id     uuid        not null,
    released_by     text        not null,
    deputy_for_by   text,
    released_at     timestamptz not null default now(),
    withdrawn_by    text,
    withdrawn_at    timestamptz,
    withdrawn_reason text       check (char_length(withdrawn_reason) between 1 and 2000),
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, standing_id) references component_standing (municipality_id, id),
    check (num_nonnulls(withdrawn_by, withdrawn_at) in (0, 2))
);
create unique index component_release_in_force on component_release (municipality_id, standing_id) where withdrawn_at is null;
comment on table component_release is 'Freigaben einer Angabe an den Verbund und ihre Rücknahme, mit Kennung';

-- What a city lets the others read: a copy made at the release, so that what is changed inside later is not shared by itself.
create table shared_item (
    id              uuid        primary key,
    municipality_id text        not null references municipality (id),
    kind            text        not null check (kind in ('KNOWLEDGE', 'STARTER_PROJECT')),
    item_id         uuid        not null,
    title           text        not null check (char_length(title) between 1 and 250),
    content         jsonb       not null,
    shared_by       text        not null,
    shared_at       timestamptz not null default now(),
    withdrawn_by    text,
    withdrawn_at    timestamptz,
    created_at      timestamptz not null default now(),
    unique (municipality_id, id),
    check (num_nonnulls(withdrawn_by, withdrawn_at) in (0, 2))
);
create unique index shared_item_in_force on shared_item (municipality_id, kind, item_id) where withdrawn_at is null;
comment on table shared_item is 'Wissenseinträge und Starterprojekte, die eine Kommune dem Verbund freigegeben hat, in der freigegebenen Fassung';

create table taken_item (
    id              uuid        primary key,
    municipality_id text        not null references municipality (id),
    shared_id       uuid        not null references shared_item (id),
    measure_id      uuid        not null,
    result_id       uuid        not null,
    taken_by        text        not null,
    taken_at        timestamptz not null default now(),
    created_at      timestamptz not null default now(),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index taken_item_of_shared on taken_item (shared_id);
comment on table taken_item is 'Was eine Kommune von einer anderen übernommen hat: in welche Maßnahme, und was daraus geworden ist';
