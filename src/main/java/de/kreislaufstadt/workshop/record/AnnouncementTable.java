package de.kreislaufstadt.workshop.record;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code workshop_announcement}: what invited people have been told of a workshop's date. */
@Repository
public class AnnouncementTable {

    private static final String ANNOUNCED =
            "(a.title, a.workshop_date, a.begins_at, a.ends_at, a.place, a.link, a.registration_until)";
    private static final String AS_IT_STANDS = "excluded.title, excluded.workshop_date, excluded.begins_at,"
            + " excluded.ends_at, excluded.place, excluded.link, excluded.registration_until";
    private static final String COLUMNS = "title, workshop_date, begins_at, ends_at, place, link, registration_until";

    private final JdbcClient jdbc;

    AnnouncementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param edition how often title, date, place or end of registration have changed since the first invitation
     * @param sequence number of the latest letter that a calendar has to heed, never smaller than before
     */
    public record Announcement(int edition, int sequence) {}

    /**
     * Takes the workshop as it stands for announced; if that is news, it is a new edition.
     *
     * @param off whether somebody else is told at the same time that the date is off
     */
    public Announcement announce(String municipality, UUID workshop, boolean off) {
        return jdbc.sql("""
                        with news as (
                            insert into workshop_announcement as a (id, municipality_id, workshop_id, %1$s)
                            select :id, municipality_id, id, %1$s from workshop
                            where municipality_id = :municipality and id = :workshop
                            on conflict (municipality_id, workshop_id) do update
                            set edition = a.edition + case when %2$s is distinct from (%3$s) then 1 else 0 end,
                                sequence = a.sequence + 1, (%1$s) = (select %3$s)
                            where :off or %2$s is distinct from (%3$s)
                            returning edition, sequence
                        )
                        select edition, sequence from news
                        union all
                        select edition, sequence from workshop_announcement
                        where municipality_id = :municipality and workshop_id = :workshop and not exists (select from news)
                        """.formatted(COLUMNS, ANNOUNCED, AS_IT_STANDS))
                .paramSource(Params.of(municipality, workshop)
                        .with("id", UUID.randomUUID())
                        .with("off", off))
                .query(Announcement.class)
                .single();
    }

    /** Notes that somebody is told the date is off. @return empty if nobody has ever been told of it */
    public Optional<Announcement> withdraw(String municipality, UUID workshop) {
        return jdbc.sql("""
                        update workshop_announcement set sequence = sequence + 1
                        where municipality_id = :municipality and workshop_id = :workshop returning edition, sequence
                        """)
                .paramSource(Params.of(municipality, workshop))
                .query(Announcement.class)
                .optional();
    }

    public Optional<Announcement> find(String municipality, UUID workshop) {
        return jdbc.sql("""
                        select edition, sequence from workshop_announcement
                        where municipality_id = :municipality and workshop_id = :workshop
                        """)
                .paramSource(Params.of(municipality, workshop))
                .query(Announcement.class)
                .optional();
    }
}
