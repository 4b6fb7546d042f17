package de.kreislaufstadt.association.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is asked of each member in a round, and what has become of it. */
@Repository
class RequestTable {

    private static final String SELECT = """
            select r.*, m.name from component_request r
            join association_member m on m.municipality_id = r.municipality_id and m.id = r.member_id
            where r.municipality_id = :office
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A request.
     *
     * @param name of the member
     * @param municipality tenant of the member; null where it does not work here
     * @param instance engine's id of its process; null before it began
     */
    record Request(UUID id, UUID round, String name, String municipality, RequestState state, String instance) {}

    /**
     * How many members a round has.
     *
     * @param reachable asked, whether they have answered or not
     * @param answered of those
     * @param waiting of those, the ones that have not answered
     */
    record Counts(int reachable, int answered, int waiting) {}

    Optional<Request> find(String office, UUID id) {
        return jdbc.sql(SELECT + " and r.id = :id")
                .param("office", office)
                .param("id", id)
                .query(RequestTable::request)
                .optional();
    }

    /** @return requests of a round in one of these states, by name of the member; at most so many */
    List<Request> in(String office, UUID round, List<RequestState> states, int atMost) {
        return jdbc.sql(SELECT
                        + " and r.round_id = :round and r.state = any(:states) order by m.name, r.id limit :most")
                .param("office", office)
                .param("round", round)
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("most", atMost)
                .query(RequestTable::request)
                .list();
    }

    Counts counts(String office, UUID round) {
        return jdbc.sql("""
                        select count(*) filter (where state in ('PLANNED', 'OPEN', 'ANSWERED', 'NO_COMMENT', 'MISSED')) as reachable,
                               count(*) filter (where state in ('ANSWERED', 'NO_COMMENT')) as answered,
                               count(*) filter (where state in ('PLANNED', 'OPEN')) as waiting
                        from component_request where municipality_id = :office and round_id = :round
                        """)
                .param("office", office)
                .param("round", round)
                .query(Counts.class)
                .single();
    }

    /** Their tasks are given out. */
    void opened(String office, List<UUID> ids, List<String> instances) {
        jdbc.sql("""
                        update component_request r set state = 'OPEN', instance_id = o.instance, asked_at = :now
                        from unnest(cast(:ids as uuid[]), cast(:instances as text[])) as o (id, instance)
                        where r.municipality_id = :office and r.id = o.id
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids.toArray(UUID[]::new))
                .param("instances", instances.toArray(String[]::new))
                .param("office", office)
                .update();
    }

    void unreachable(String office, UUID id) {
        jdbc.sql("""
                        update component_request set state = 'UNREACHABLE', unreachable = 'NO_COORDINATOR'
                        where municipality_id = :office and id = :id
                        """).param("office", office).param("id", id).update();
    }

    void answered(String office, UUID id, RequestState state, String by, String deputyFor) {
        jdbc.sql("""
                        update component_request set state = :state, answered_at = :now, answered_by = :by, deputy_for_by = :deputyFor
                        where municipality_id = :office and id = :id
                        """)
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("deputyFor", deputyFor)
                .param("office", office)
                .param("id", id)
                .update();
    }

    /** Nobody is asked any more. */
    void ended(String office, List<UUID> ids, RequestState state) {
        jdbc.sql(
                        "update component_request set state = :state where municipality_id = :office and id = any(cast(:ids as uuid[]))")
                .param("state", state.name())
                .param("office", office)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    void reminded(String office, List<UUID> ids) {
        jdbc.sql(
                        "update component_request set reminded_at = :now where municipality_id = :office and id = any(cast(:ids as uuid[]))")
                .param("now", Timestamp.from(clock.instant()))
                .param("office", office)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    static Request request(ResultSet row, int index) throws SQLException {
        return new Request(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getString("name"),
                row.getString("member_municipality"),
                RequestState.valueOf(row.getString("state")),
                row.getString("instance_id"));
    }
}
