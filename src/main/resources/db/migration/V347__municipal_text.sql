-- What a municipality says on its public pages in long texts; short settings stand in municipality_setting.
create table municipal_text (
    municipality_id text        not null references municipality (id),
    kind            text        not null check (kind in ('IMPRINT', 'PRIVACY', 'ACCESSIBILITY', 'EASY_LANGUAGE')),
    content         text        not null check (char_length(content) between 1 and 50000),
    created_at      timestamptz not null default now(),
    primary key (municipality_id, kind)
);
comment on table municipal_text is
    'Texte der öffentlichen Seiten einer Kommune in Markdown: Impressum, Datenschutz, Barrierefreiheit, Leichte Sprache';
comment on table municipality_setting is
    'Einstellungen einer Kommune: Abweichungen von den Entscheidungstabellen (Arbeitstage, Zuständigkeit, Wiederholung, Erinnerungen, Gewichte der Punktzahl, Sichtbarkeit der Felder), Aufbewahrung, Auftritt, öffentliche Seiten und was Leitungen über einzelne Personen sehen';
