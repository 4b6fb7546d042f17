package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.association.round.ComponentRound;
import de.kreislaufstadt.measure.ModelComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rounds and who was asked in them, as the desk reads them. */
@Repository
class ComponentRows {

    private static final String ROUND = "select * from component_round where municipality_id = :office";

    private final JdbcClient jdbc;

    ComponentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many members of a round are in a state. */
    record Count(UUID round, String state, int members) {}

    /** What was asked of a member. */
    record Request(String member, String state, String unreachable, OffsetDateTime asked, OffsetDateTime reminded) {}

    /** Something done in a round, with engine user ids. */
    record Done(String kind, String by, String deputyFor, String note, OffsetDateTime at) {}

    /** How many comments of a round were answered in one way; null for those without answer. */
    record Answered(String answer, int comments) {}

    /** @return all rounds, of each component the newest first */
    List<ComponentRound> rounds(String office) {
        return jdbc.sql(ROUND + " order by component, number desc")
                .param("office", office)
                .query(ComponentRows::round)
                .list();
    }

    Optional<ComponentRound> round(String office, ModelComponent component, int number) {
        return jdbc.sql(ROUND + " and component = :component and number = :number")
                .param("office", office)
                .param("component", component.name())
                .param("number", number)
                .query(ComponentRows::round)
                .optional();
    }

    /** Holds where the round stands until the transaction ends; people who work on other parts of it do not wait. */
    ComponentRound hold(String office, UUID id) {
        return jdbc.sql(ROUND + " and id = :id for share")
                .param("office", office)
                .param("id", id)
                .query(ComponentRows::round)
                .single();
    }

    List<Count> counts(String office) {
        return jdbc.sql("""
                        select round_id as round, state, count(*) as members from component_request
                        where municipality_id = :office group by round_id, state
                        """).param("office", office).query(Count.class).list();
    }

    /** @return everybody who was asked, by name */
    List<Request> requests(String office, UUID round) {
        return jdbc.sql("""
                        select m.name as member, r.state, r.unreachable, r.asked_at as asked, r.reminded_at as reminded
                        from component_request r
                        join association_member m on m.municipality_id = r.municipality_id and m.id = r.member_id
                        where r.municipality_id = :office and r.round_id = :round
                        order by m.name, m.joined
                        """)
                .param("office", office)
                .param("round", round)
                .query(Request.class)
                .list();
    }

    /** @return how the city's own requests stand, by round */
    List<Count> ownRequests(String office, String city) {
        return jdbc.sql("""
                        select round_id as round, state, 1 as members from component_request
                        where municipality_id = :office and member_municipality = :city
                        """)
                .param("office", office)
                .param("city", city)
                .query(Count.class)
                .list();
    }

    List<Done> events(String office, UUID round) {
        return jdbc.sql("""
                        select kind, acted_by as by, deputy_for_by as deputy_for, note, created_at as at from component_event
                        where municipality_id = :office and round_id = :round
                          and kind not in ('ANSWERED', 'TEXT_CHANGED') order by created_at, id
                        """)
                .param("office", office)
                .param("round", round)
                .query(Done.class)
                .list();
    }

    List<Answered> answers(String office, UUID round) {
        return jdbc.sql("""
                        select answer, count(*) as comments from component_comment
                        where municipality_id = :office and round_id = :round group by answer
                        """)
                .param("office", office)
                .param("round", round)
                .query(Answered.class)
                .list();
    }

    List<Answered> answersOfVersion(String office, ModelComponent component, int version) {
        return jdbc.sql("""
                        select c.answer, count(*) as comments from component_comment c
                        join component_version v on v.municipality_id = c.municipality_id and v.round_id = c.round_id
                        where v.municipality_id = :office and v.component = :component and v.version = :version
                        group by c.answer
                        """)
                .param("office", office)
                .param("component", component.name())
                .param("version", version)
                .query(Answered.class)
                .list();
    }

    private static ComponentRound round(ResultSet row, int index) throws SQLException {
        return ComponentRound.of(row);
    }
}
