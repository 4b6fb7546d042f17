-- What the groups of an identity provider mean in a municipality, as its file says.
create table claimed_group (
    municipality_id text        not null references municipality (id),
    claim           text        not null check (char_length(claim) between 1 and 200),
    -- Engine's group without the municipality: the department's key, with -head for its heads, or staff, managers, monitors, auditors.
    meaning         text        not null,
    created_at      timestamptz not null default now(),
    primary key (municipality_id, claim, meaning)
);
comment on table claimed_group is
    'Was Gruppen eines Anbieters der Anmeldung in einer Kommune bedeuten; aus der Datei der Kommune, Abschnitt signIn';
