-- What a publication under way waits for, so that many can be released in one go and the portfolio can say it.
alter table publication add column waits_for text check (waits_for in ('PREPARATION', 'RELEASE'));
comment on column publication.waits_for is
    'Worauf die Veröffentlichung in Arbeit wartet: dass jemand die Fassung vorbereitet oder dass jemand anderes sie freigibt; leer, wo keine in Arbeit ist';
update publication p
set waits_for = case when (select e.kind from publication_event e
                           where e.municipality_id = p.municipality_id and e.measure_id = p.measure_id
                           order by e.created_at desc, e.kind desc limit 1) = 'SUBMITTED'
                     then 'RELEASE' else 'PREPARATION' end
where p.instance_id is not null;

-- A report also says of what was done how it went on.
alter table steering_item drop constraint steering_item_check1;
alter table steering_item add constraint steering_item_says_why check (state <> 'REFUSED' or problem is not null);
