-- Links by which people without account answer, object and give feedback are signed.
create table link_key (
    id              uuid primary key,
    municipality_id text        not null references municipality (id),
    secret          bytea       not null check (octet_length(secret) = 32),
    created_at      timestamptz not null default now(),
    unique (municipality_id)
);
comment on table link_key is
    'Schlüssel, mit dem die Links an Eingeladene ohne Konto unterschrieben werden: einer je Kommune, beim ersten Link erzeugt, von allen Knoten gemeinsam genutzt. Wird die Zeile gelöscht, gelten alle Links der Kommune nicht mehr und der nächste Link erzeugt einen neuen Schlüssel. Ist kreislaufstadt.links.key gesetzt, bleibt die Tabelle leer.';
