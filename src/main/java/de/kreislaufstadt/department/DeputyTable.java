package de.kreislaufstadt.department;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deputyships in the database. */
@Repository
class DeputyTable {

    private static final String COLUMNS =
            "id, municipality_id, absent_by, head_of, deputy_by, first_day, last_day, place,"
                    + " departments, with_head";

    private final JdbcClient jdbc;

    DeputyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return all that hold on this day or later, of every municipality: they are kept in memory */
    List<Deputyship> from(LocalDate day) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from deputy where ended_at is null and last_day >= :day order by first_day, place, created_at")
                .param("day", day)
                .query((row, i) -> deputyship(row))
                .list();
    }

    /** @return all that ended by their date between these days, both included */
    List<Deputyship> endedBetween(LocalDate first, LocalDate last) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from deputy where ended_at is null and last_day between :first and :last order by created_at")
                .param("first", first)
                .param("last", last)
                .query((row, i) -> deputyship(row))
                .list();
    }

    /** Whoever checks and adds next waits for the end of this transaction: two that exclude each other cannot both pass. */
    void lock(String municipality) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:name))")
                .param("name", "deputy of " + municipality)
                .query(row -> {});
    }

    void insert(Deputyship deputyship, String namedBy, LocalDate deleteOn) {
        jdbc.sql("""
                        insert into deputy (id, municipality_id, absent_by, head_of, deputy_by, first_day, last_day, place,
                                            departments, with_head, named_by, delete_on)
                        values (:id, :municipality, :absent, :headOf, :deputy, :first, :last, :place,
                                cast(:departments as text[]), :withHead, :namedBy, :deleteOn)
                        """)
                .param("id", deputyship.id())
                .param("municipality", deputyship.municipality())
                .param("absent", deputyship.absentBy())
                .param("headOf", deputyship.headOf())
                .param("deputy", deputyship.deputyBy())
                .param("first", deputyship.firstDay())
                .param("last", deputyship.lastDay())
                .param("place", deputyship.place())
                // Keys are letters, digits and hyphens: the array's text form needs no quotes.
                .param("departments", "{" + String.join(",", deputyship.departments()) + "}")
                .param("withHead", deputyship.withHead())
                .param("namedBy", namedBy)
                .param("deleteOn", deleteOn)
                .update();
    }

    /** @return whether it had not been ended before */
    boolean end(Deputyship deputyship, String endedBy) {
        return jdbc.sql("""
                        update deputy set ended_at = now(), ended_by = :by
                         where municipality_id = :municipality and id = :id and ended_at is null
                        """)
                        .param("by", endedBy)
                        .param("municipality", deputyship.municipality())
                        .param("id", deputyship.id())
                        .update()
                == 1;
    }

    private static Deputyship deputyship(ResultSet row) throws SQLException {
        Array departments = row.getArray("departments");
        return new Deputyship(
                row.getObject("id", UUID.class),
                row.getString("municipality_id"),
                row.getString("absent_by"),
                row.getString("head_of"),
                row.getString("deputy_by"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("place"),
                List.of((String[]) departments.getArray()),
                row.getBoolean("with_head"));
    }
}
