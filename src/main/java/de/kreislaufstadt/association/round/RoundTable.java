package de.kreislaufstadt.association.round;

import de.kreislaufstadt.measure.ModelComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rounds of the components, in the tenant of the association's office. */
@Repository
class RoundTable {

    private static final String SELECT = "select * from component_round where municipality_id = :office";

    private final JdbcClient jdbc;

    RoundTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two people who begin a round at once wait for each other, so that no number is given twice. */
    void lockNumbers(String office) {
        jdbc.sql("select municipality_id from association where municipality_id = :office for update")
                .param("office", office)
                .query(row -> {});
    }

    /** @return the newest round of a component */
    Optional<ComponentRound> latest(String office, ModelComponent component) {
        return jdbc.sql(SELECT + " and component = :component order by number desc limit 1")
                .param("office", office)
                .param("component", component.name())
                .query(RoundTable::round)
                .optional();
    }

    Optional<ComponentRound> find(String office, ModelComponent component, int number) {
        return jdbc.sql(SELECT + " and component = :component and number = :number")
                .param("office", office)
                .param("component", component.name())
                .param("number", number)
                .query(RoundTable::round)
                .optional();
    }

    List<ComponentRound> takingComments(String office) {
        return jdbc.sql(SELECT + " and state in ('OPENING', 'COMMENTING') order by component")
                .param("office", office)
                .query(RoundTable::round)
                .list();
    }

    ComponentRound of(String office, UUID id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("office", office)
                .param("id", id)
                .query(RoundTable::round)
                .single();
    }

    /** Holds the round until the transaction ends: whoever answers, counts or closes looks at it this way first. */
    ComponentRound lock(String office, UUID id) {
        return jdbc.sql(SELECT + " and id = :id for update")
                .param("office", office)
                .param("id", id)
                .query(RoundTable::round)
                .single();
    }

    void add(String office, UUID id, ModelComponent component, int number, LocalDate today) {
        jdbc.sql("insert into matter (municipality_id, id, kind) values (:office, :id, 'COMPONENT_ROUND')")
                .param("office", office)
                .param("id", id)
                .update();
        jdbc.sql("""
                        insert into component_round (id, municipality_id, component, number, state, begun_on)
                        values (:id, :office, :component, :number, 'DRAFTING', :today)
                        """)
                .param("id", id)
                .param("office", office)
                .param("component", component.name())
                .param("number", number)
                .param("today", today)
                .update();
    }

    void runsAs(String office, UUID id, String instance) {
        jdbc.sql("update component_round set instance_id = :instance where municipality_id = :office and id = :id")
                .param("instance", instance)
                .param("office", office)
                .param("id", id)
                .update();
    }

    void drafted(String office, UUID id, Completion completion, Integer share, LocalDate until, String summary) {
        jdbc.sql("""
                        update component_round set state = 'OPENING', completion = :completion, share = :share,
                            comments_until = :until, change_summary = :summary
                        where municipality_id = :office and id = :id
                        """)
                .param("completion", completion.name())
                .param("share", share)
                .param("until", until)
                .param("summary", summary)
                .param("office", office)
                .param("id", id)
                .update();
    }

    void enter(String office, UUID id, RoundState state) {
        jdbc.sql("update component_round set state = :state where municipality_id = :office and id = :id")
                .param("state", state.name())
                .param("office", office)
                .param("id", id)
                .update();
    }

    void closing(String office, UUID id, ClosedBy by) {
        jdbc.sql("""
                        update component_round set state = 'CLOSING', closed_by = :by
                        where municipality_id = :office and id = :id
                        """)
                .param("by", by.name())
                .param("office", office)
                .param("id", id)
                .update();
    }

    void consolidated(String office, UUID id, String summary) {
        jdbc.sql("""
                        update component_round set state = 'ADOPTING', change_summary = :summary
                        where municipality_id = :office and id = :id
                        """)
                .param("summary", summary)
                .param("office", office)
                .param("id", id)
                .update();
    }

    void returned(String office, UUID id, String reason) {
        jdbc.sql("""
                        update component_round set state = 'CONSOLIDATING', return_reason = :reason
                        where municipality_id = :office and id = :id
                        """)
                .param("reason", reason)
                .param("office", office)
                .param("id", id)
                .update();
    }

    void published(String office, UUID id, LocalDate today) {
        jdbc.sql("""
                        update component_round set state = 'PUBLISHED', ended_on = :today
                        where municipality_id = :office and id = :id
                        """)
                .param("today", today)
                .param("office", office)
                .param("id", id)
                .update();
    }

    void cancelled(String office, UUID id, String reason, LocalDate today) {
        jdbc.sql("""
                        update component_round set state = 'CANCELLED', cancel_reason = :reason, ended_on = :today
                        where municipality_id = :office and id = :id
                        """)
                .param("reason", reason)
                .param("today", today)
                .param("office", office)
                .param("id", id)
                .update();
    }

    private static ComponentRound round(ResultSet row, int index) throws SQLException {
        return ComponentRound.of(row);
    }
}
