-- The choice of starter projects passes several bodies like the decision on the measure itself.
create table selection_consultation (
    municipality_id text    not null references municipality (id),
    proposal_id     uuid    not null,
    position        integer not null check (position >= 1),
    body            text    not null check (length(body) between 1 and 150),
    primary key (municipality_id, proposal_id, position),
    foreign key (municipality_id, proposal_id) references selection_proposal (municipality_id, id)
);
comment on table selection_consultation is
    'Gremien, die über einen Auswahlvorschlag beraten, bevor der Rat beschließt, in ihrer Reihenfolge.';

alter table selection_decision drop constraint selection_decision_proposal_id_key;
alter table selection_decision add column position integer not null default 1 check (position >= 1);
alter table selection_decision add column preliminary boolean not null default false;
alter table selection_decision add constraint selection_decision_in_order unique (municipality_id, proposal_id, position);
alter table selection_decision add constraint selection_decision_goes_on check (not preliminary or result = 'ADOPT');
comment on column selection_decision.position is 'Reihenfolge der Gremien über denselben Vorschlag.';
comment on column selection_decision.preliminary is 'Vorberatung: danach ist das nächste Gremium an der Reihe.';
