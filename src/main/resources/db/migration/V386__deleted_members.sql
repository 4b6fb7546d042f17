-- A city that is deleted takes its own data with it. What it has said to the association stays the association's, and what another
-- city has taken from it stays with that city: both only forget the way to it.
alter table component_request drop constraint component_request_member_municipality_fkey;
alter table component_request
    add foreign key (member_municipality) references municipality (id) on delete set null;
alter table taken_item drop constraint taken_item_shared_id_fkey;
alter table taken_item alter column shared_id drop not null;
alter table taken_item add foreign key (shared_id) references shared_item (id) on delete set null;
