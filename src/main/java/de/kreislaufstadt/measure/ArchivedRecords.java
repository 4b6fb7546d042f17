package de.kreislaufstadt.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads from the offers to the archive which records are closed. */
@Repository
class ArchivedRecords implements ClosedRecords {

    private final JdbcClient jdbc;

    ArchivedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UUID> completedUntil(String municipality, LocalDate day) {
        return answeredUntil(municipality, List.of("COMPLETED"), day);
    }

    @Override
    public List<UUID> endedUntil(String municipality, LocalDate day) {
        return answeredUntil(municipality, List.of("REJECTED", "CANCELLED", "MERGED"), day);
    }

    private List<UUID> answeredUntil(String municipality, List<String> states, LocalDate day) {
        return jdbc.sql("""
                        select m.id from measure m
                        where m.municipality_id = :municipality and m.state in (:states)
                          and (select max(o.answered_on) from measure_archive_offer o
                               where o.municipality_id = m.municipality_id and o.measure_id = m.id) <= :day
                        """)
                .param("municipality", municipality)
                .param("states", states)
                .param("day", day)
                .query(UUID.class)
                .list();
    }
}
