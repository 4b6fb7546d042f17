-- A mail may be a letter to somebody who has no account. Whose it is stands in the table of the module that wrote it: here
-- are only the kind of letter, the id of that row and the event, which makes it unique.
alter table mail
    add column letter_kind text check (char_length(letter_kind) <= 60),
    add column letter_subject uuid,
    add column letter_cause text check (char_length(letter_cause) <= 120),
    drop constraint mail_check,
    add constraint mail_recipient check (num_nonnulls(person_by, department, letter_kind) = 1),
    add constraint mail_letter check (num_nonnulls(letter_kind, letter_subject, letter_cause) in (0, 3)),
    add constraint mail_no_digest_of_letters check (letter_kind is null or digest_on is null);

-- Never twice for one event. Led by the subject, since its letters are what is asked for.
create unique index mail_letter_once on mail (municipality_id, letter_subject, letter_kind, letter_cause)
    where letter_kind is not null;

comment on table mail is
    'Personenbezogen: Kennung der Person oder Schlüssel der Abteilung, an die eine Mail geht, oder Kennung der Zeile (etwa einer Einladung), zu der ein Brief an jemanden ohne Zugang gehört; Adresse und Inhalt stehen nicht darin; gelöscht mit ihren Hinweisen, Briefe mit der Zeile, zu der sie gehören, wenn die Frist kreislaufstadt.mail.keep abgelaufen ist';
comment on column mail.letter_cause is
    'Ereignis, zu dem der Brief gehört; je Ereignis, Art und Zeile gibt es genau einen Brief';
