package de.kreislaufstadt.association.round;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done in rounds and by whom; rows are only added. */
@Repository
class EventTable {

    private static final String[] AUTHORING = Arrays.stream(RoundEvent.values())
            .filter(RoundEvent::isAuthoring)
            .map(Enum::name)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final Clock clock;

    EventTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the product does by itself. */
    void note(String office, UUID round, RoundEvent kind, String note) {
        note(office, round, kind, null, null, note);
    }

    /**
     * @param by engine user id; null where the product does it by itself
     * @param deputyFor in whose place; null where they act for themselves
     * @param note what is said beside it, 1 to 2000 characters; null for nothing
     */
    void note(String office, UUID round, RoundEvent kind, String by, String deputyFor, String note) {
        jdbc.sql("""
                        insert into component_event (id, municipality_id, round_id, kind, acted_by, deputy_for_by, note,
                                                     created_at)
                        values (:id, :office, :round, :kind, :by, :deputyFor, :note, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("office", office)
                .param("round", round)
                .param("kind", kind.name())
                .param("by", by)
                .param("deputyFor", deputyFor)
                .param("note", note)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** @return everybody who has worked on the text of a round or answered comments, and in whose place they did */
    List<String> authors(String office, UUID round) {
        return jdbc
                .sql("""
                        select distinct acted_by, deputy_for_by from component_event
                        where municipality_id = :office and round_id = :round and kind = any(:kinds)
                        """)
                .param("office", office)
                .param("round", round)
                .param("kinds", AUTHORING)
                .query((row, index) -> Stream.of(row.getString("acted_by"), row.getString("deputy_for_by")))
                .list()
                .stream()
                .flatMap(people -> people)
                .filter(person -> person != null)
                .distinct()
                .toList();
    }
}
