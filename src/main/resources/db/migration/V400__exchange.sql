-- What is taken over from another municipality stays when the original goes, and says whence it came.
alter table taken_item drop constraint taken_item_shared_id_fkey;
alter table taken_item alter column shared_id drop not null;
alter table taken_item add foreign key (shared_id) references shared_item (id) on delete set null;
alter table taken_item add column title text not null check (char_length(title) between 1 and 250);
alter table taken_item add column taken_from text not null check (char_length(taken_from) between 1 and 300);
create unique index taken_item_once on taken_item (municipality_id, shared_id, measure_id);
comment on column taken_item.taken_from is 'Von welcher Kommune, mit welchem Stand';

alter table knowledge_item add column taken_from text check (char_length(taken_from) between 1 and 300);
comment on column knowledge_item.taken_from is
    'Von welcher Kommune der Eintrag übernommen ist; leer, wo die eigene Stelle ihn erfasst hat. Übernommenes steht neben dem, was das Formular zeigt';

create table starter_idea_offer (
    id              uuid        primary key,
    municipality_id text        not null references municipality (id),
    measure_id      uuid        not null,
    title           text        not null check (char_length(title) between 1 and 250),
    field           text        not null
        check (field in ('BUILDING', 'FOOD', 'PACKAGING', 'TEXTILES', 'PROCUREMENT', 'ELECTRONICS', 'OTHER')),
    description     text        not null check (char_length(description) between 1 and 4000),
    taken_from      text        not null check (char_length(taken_from) between 1 and 300),
    offered_by      text        not null,
    created_at      timestamptz not null default now(),
    unique (municipality_id, id),
    foreign key (municipality_id, measure_id) references measure (municipality_id, id)
);
create index starter_idea_offer_of_measure on starter_idea_offer (municipality_id, measure_id, created_at);
comment on table starter_idea_offer is
    'Starterprojekte anderer Kommunen, die beim Bündeln der Ideen neben denen der Workshops liegen. Ob eines gebündelt wurde, steht in starter_idea_source';

alter table starter_idea drop constraint starter_idea_origin_check;
alter table starter_idea add check (origin in ('WORKSHOP', 'MERGED', 'OWN', 'TAKEN'));
comment on table starter_idea_source is
    'Ideen, aus denen eine gebündelte Idee entstanden ist: aus Workshops, oder von anderen Kommunen übernommen (starter_idea_offer)';
