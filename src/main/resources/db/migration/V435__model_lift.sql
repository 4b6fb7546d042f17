-- Running instances that are lifted to a newer version of their model, worked off one by one in the background: a row per instance,
-- which says all of its run, since a run can go over several municipalities. A dry run migrates, says how it went and takes it back.
create table model_lift (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    run_id          uuid        not null,
    position        integer     not null check (position >= 0),
    trial           boolean     not null,
    process_key     text        not null,
    from_definition text        not null,
    to_definition   text        not null,
    from_version    integer     not null,
    to_version      integer     not null,
    instance_id     text        not null,
    business_key    text,
    measure_id      uuid,
    state           text        not null default 'OPEN' check (state in ('OPEN', 'DONE', 'REFUSED', 'LEFT_OUT')),
    -- Ids of the elements at which it stands.
    steps           jsonb       not null default '[]',
    -- Key of the message, and the ids of the elements that are in the way.
    problem         text,
    in_the_way      jsonb       not null default '[]',
    begun_by        text        not null,
    begun_at        timestamptz not null,
    ended_at        timestamptz,
    purpose         text        not null default 'Nachweis, wer wann welchen laufenden Ablauf auf eine neuere Fassung gehoben hat',
    delete_on       date        not null,
    unique (run_id, position),
    check (to_version > from_version),
    check ((state = 'OPEN') = (ended_at is null)),
    check ((state = 'REFUSED') = (problem is not null))
);
create index model_lift_open on model_lift (begun_at, run_id, position) where state = 'OPEN';
create index model_lift_delete_on on model_lift (municipality_id, delete_on);
create index model_lift_latest on model_lift (begun_at desc, run_id);
-- What is being lifted is not lifted again meanwhile, whoever asks and on which node.
create unique index model_lift_once on model_lift (instance_id) where state = 'OPEN' and not trial;
comment on table model_lift is
    'Personenbezogen: Überführungen laufender Abläufe auf neuere Fassungen ihrer Modelle, mit dem, was daraus geworden ist. Zweck: Spalte purpose. Löschung: am Tag delete_on, zwölf Monate nach dem Beginn.';
comment on column model_lift.begun_by is 'Kennung der Person, die den Lauf begonnen hat, kein Name';
