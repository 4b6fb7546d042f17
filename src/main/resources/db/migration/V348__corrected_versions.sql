-- Released versions are only changed to take something out of them: a person who asked for it, or a field that is not public any more.
-- Whoever does that, pages that were made before are not fresh any more.
create function released_corrected() returns trigger
    language plpgsql set search_path = kreislaufstadt, pg_temp as
$$
begin
    update released_stamp s set stamp = s.stamp + 1, changed_at = now()
    where s.municipality_id in (select c.municipality_id from corrected c);
    return null;
end
$$;

create trigger released_version_corrected after update on released_version
    referencing new table as corrected for each statement execute function released_corrected();
create trigger released_times_corrected after update on released_times
    referencing new table as corrected for each statement execute function released_corrected();
create trigger municipal_text_corrected after update on municipal_text
    referencing new table as corrected for each statement execute function released_corrected();
