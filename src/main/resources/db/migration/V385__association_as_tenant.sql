-- The association's office is a tenant as a city is, without what only a city has.
alter table municipality
    add column kind text not null default 'CITY' check (kind in ('CITY', 'ASSOCIATION')),
    alter column official_key drop not null,
    add check ((kind = 'CITY') = (official_key is not null));
create unique index municipality_association on municipality (kind) where kind = 'ASSOCIATION';
comment on table municipality is
    'Mandanten: Kommunen mit amtlichem Gemeindeschlüssel, und höchstens einmal die Geschäftsstelle des Verbunds (kind), die keine Kommune ist und in keiner Liste von Kommunen steht. Mit Bundesland für die Feiertage und Muster der Vorlagennummern';
