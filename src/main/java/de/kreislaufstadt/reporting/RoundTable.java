package de.kreislaufstadt.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reporting rounds, and what was done in them. */
@Repository
class RoundTable {

    private static final String SELECT = "select * from reporting_round where municipality_id = :municipality";

    private final JdbcClient jdbc;
    private final Clock clock;

    RoundTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What can be done in a round. */
    enum Event {
        OPENED,
        REMINDED,
        CLOSED,
        PAPER_EDITED,
        RELEASED,
        CORRECTION_REQUESTED,
        REPORT_RETURNED,
        RETURN_WITHDRAWN
    }

    /** Something done in a round, with engine user ids. */
    record Done(Event kind, String by, String deputyFor, String note, OffsetDateTime at) {}

    List<Round> all(String municipality) {
        return jdbc.sql(SELECT + " order by cut_off desc, created_at desc")
                .param("municipality", municipality)
                .query(RoundTable::round)
                .list();
    }

    Optional<Round> find(String municipality, String key) {
        return jdbc.sql(SELECT + " and round_key = :key")
                .param("municipality", municipality)
                .param("key", key)
                .query(RoundTable::round)
                .optional();
    }

    Round of(String municipality, UUID id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("municipality", municipality)
                .param("id", id)
                .query(RoundTable::round)
                .single();
    }

    /** Holds the round until the transaction ends: whoever changes where it stands looks at it this way first. */
    Round lock(String municipality, UUID id) {
        return jdbc.sql(SELECT + " and id = :id for update")
                .param("municipality", municipality)
                .param("id", id)
                .query(RoundTable::round)
                .single();
    }

    /** Two people who open a round at once wait for each other, so that no key is given twice. */
    void lockNumbers(String municipality) {
        jdbc.sql("select id from municipality where id = :municipality for update")
                .param("municipality", municipality)
                .query(row -> {});
    }

    boolean hasPeriod(String municipality, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select exists (select from reporting_round
                                       where municipality_id = :municipality and period_from = :from and period_to = :to)
                        """)
                .param("municipality", municipality)
                .param("from", from)
                .param("to", to)
                .query(Boolean.class)
                .single();
    }

    /** @return the next key of the year, e.g. {@code BR-2026-2} */
    String nextKey(String municipality, int year) {
        String prefix = "BR-" + year + "-";
        int last = jdbc.sql("""
                        select coalesce(max(cast(split_part(round_key, '-', 3) as integer)), 0) from reporting_round
                        where municipality_id = :municipality and split_part(round_key, '-', 2) = :year
                        """)
                .param("municipality", municipality)
                .param("year", Integer.toString(year))
                .query(Integer.class)
                .single();
        return prefix + (last + 1);
    }

    void add(String municipality, Round round) {
        jdbc.sql("""
                        insert into reporting_round (id, municipality_id, round_key, name, period_from, period_to, cut_off,
                                                     due, state, expected)
                        values (:id, :municipality, :key, :name, :from, :to, :cutOff, :due, :state, :expected)
                        """)
                .param("id", round.id())
                .param("municipality", municipality)
                .param("key", round.key())
                .param("name", round.name())
                .param("from", round.periodFrom())
                .param("to", round.periodTo())
                .param("cutOff", round.cutOff())
                .param("due", round.due())
                .param("state", round.state().name())
                .param("expected", round.expected())
                .update();
    }

    void runsAs(String municipality, UUID id, String instance) {
        jdbc.sql("""
                        update reporting_round set instance_id = :instance
                        where municipality_id = :municipality and id = :id
                        """)
                .param("instance", instance)
                .param("municipality", municipality)
                .param("id", id)
                .update();
    }

    void enter(String municipality, UUID id, RoundState state) {
        jdbc.sql("""
                        update reporting_round set state = :state,
                            released_at = case when :state = 'RELEASED' then :now else released_at end,
                            frozen_at = case when :state = 'FROZEN' then :now else frozen_at end
                        where municipality_id = :municipality and id = :id
                        """)
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("municipality", municipality)
                .param("id", id)
                .update();
    }

    /** @param more how many reports there are more than before; -1 for one that was given back */
    void countReport(String municipality, UUID id, int more) {
        jdbc.sql("""
                        update reporting_round set reported = reported + :more
                        where municipality_id = :municipality and id = :id
                        """)
                .param("more", more)
                .param("municipality", municipality)
                .param("id", id)
                .update();
    }

    void expectOneLess(String municipality, UUID id) {
        jdbc.sql("""
                        update reporting_round set expected = expected - 1
                        where municipality_id = :municipality and id = :id
                        """).param("municipality", municipality).param("id", id).update();
    }

    void closeBecause(String municipality, UUID id, String reason) {
        jdbc.sql("""
                        update reporting_round set close_reason = :reason
                        where municipality_id = :municipality and id = :id
                        """)
                .param("reason", reason)
                .param("municipality", municipality)
                .param("id", id)
                .update();
    }

    void paper(String municipality, UUID id, String number, LocalDate date, String text) {
        jdbc.sql("""
                        update reporting_round set paper_number = :number, paper_date = :date, paper_text = :text
                        where municipality_id = :municipality and id = :id
                        """)
                .param("number", number)
                .param("date", date)
                .param("text", text)
                .param("municipality", municipality)
                .param("id", id)
                .update();
    }

    void nextUntil(String municipality, UUID id, LocalDate due) {
        jdbc.sql("update reporting_round set next_due = :due where municipality_id = :municipality and id = :id")
                .param("due", due)
                .param("municipality", municipality)
                .param("id", id)
                .update();
    }

    void note(Staff staff, UUID round, Event kind, String note) {
        jdbc.sql("""
                        insert into reporting_round_event (id, municipality_id, round_id, kind, acted_by, deputy_for_by, note,
                                                           created_at)
                        values (:id, :municipality, :round, :kind, :by, :deputyFor, :note, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("municipality", staff.municipality())
                .param("round", round)
                .param("kind", kind.name())
                .param("by", staff.user())
                .param("deputyFor", staff.deputyFor())
                .param("note", note)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    List<Done> events(String municipality, UUID round) {
        return jdbc.sql("""
                        select * from reporting_round_event where municipality_id = :municipality and round_id = :round
                        order by created_at, id
                        """)
                .param("municipality", municipality)
                .param("round", round)
                .query((row, i) -> new Done(
                        Event.valueOf(row.getString("kind")),
                        row.getString("acted_by"),
                        row.getString("deputy_for_by"),
                        row.getString("note"),
                        row.getObject("created_at", OffsetDateTime.class)))
                .list();
    }

    /** @return whether one of these people has opened, closed or edited the round, or written one of its reports */
    boolean hasWorkedOn(String municipality, UUID round, List<String> people) {
        return jdbc.sql("""
                        select exists (select from reporting_round_event
                                       where municipality_id = :municipality and round_id = :round
                                         and acted_by = any(:people) and kind in ('OPENED', 'CLOSED', 'PAPER_EDITED'))
                            or exists (select from measure_report
                                       where municipality_id = :municipality and round_id = :round
                                         and reported_by = any(:people))
                        """)
                .param("municipality", municipality)
                .param("round", round)
                .param("people", people.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    private static Round round(ResultSet row, int index) throws SQLException {
        return new Round(
                row.getObject("id", UUID.class),
                row.getString("round_key"),
                row.getString("name"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getObject("cut_off", LocalDate.class),
                row.getObject("due", LocalDate.class),
                RoundState.valueOf(row.getString("state")),
                row.getInt("expected"),
                row.getInt("reported"),
                row.getString("instance_id"),
                row.getString("close_reason"),
                row.getString("paper_number"),
                row.getObject("paper_date", LocalDate.class),
                row.getString("paper_text"),
                row.getObject("released_at", OffsetDateTime.class),
                row.getObject("frozen_at", OffsetDateTime.class),
                row.getObject("next_due", LocalDate.class));
    }
}
