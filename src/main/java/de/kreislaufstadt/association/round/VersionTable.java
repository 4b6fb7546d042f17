package de.kreislaufstadt.association.round;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.association.PublishedComponents.PublishedComponent;
import de.kreislaufstadt.association.round.RequestTable.Counts;
import de.kreislaufstadt.measure.ModelComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes down versions that were adopted; {@code PublishedComponents} reads them. */
@Repository
class VersionTable {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    VersionTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A version and the round it comes from.
     *
     * @param withdrawn whether it was withdrawn since
     */
    record Known(UUID id, UUID round, int version, boolean withdrawn) {}

    /** @return the version that a round has led to */
    boolean isPublished(String office, UUID round) {
        return jdbc.sql("""
                        select exists (select from component_version where municipality_id = :office and round_id = :round)
                        """)
                .param("office", office)
                .param("round", round)
                .query(Boolean.class)
                .single();
    }

    int add(
            String office,
            ComponentRound round,
            List<PublishedComponent.Section> sections,
            Counts counts,
            int comments,
            String adoptedBy,
            LocalDate today) {
        return jdbc.sql("""
                        insert into component_version (id, municipality_id, component, version, round_id, sections, change_summary,
                                                       adopted_by, adopted_on, published_on, members, commented, comments)
                        select :id, :office, :component, coalesce(max(version), 0) + 1, :round, cast(:sections as jsonb), :summary,
                               :adoptedBy, :today, :today, :members, :commented, :comments
                        from component_version where municipality_id = :office and component = :component
                        returning version
                        """)
                .param("id", UUID.randomUUID())
                .param("office", office)
                .param("component", round.component().name())
                .param("round", round.id())
                .param("sections", written(sections))
                .param("summary", round.changeSummary())
                .param("adoptedBy", adoptedBy)
                .param("today", today)
                .param("members", counts.reachable())
                .param("commented", counts.answered())
                .param("comments", comments)
                .query(Integer.class)
                .single();
    }

    /** Holds the version until the transaction ends. */
    Optional<Known> lock(String office, ModelComponent component, int version) {
        return jdbc.sql("""
                        select id, round_id as round, version, withdrawn_on is not null as withdrawn from component_version
                        where municipality_id = :office and component = :component and version = :version for update
                        """)
                .param("office", office)
                .param("component", component.name())
                .param("version", version)
                .query(Known.class)
                .optional();
    }

    void withdraw(String office, UUID id, String reason, LocalDate today) {
        jdbc.sql("""
                        update component_version set withdrawn_on = :today, withdrawn_reason = :reason
                        where municipality_id = :office and id = :id
                        """)
                .param("today", today)
                .param("reason", reason)
                .param("office", office)
                .param("id", id)
                .update();
    }

    private String written(List<PublishedComponent.Section> sections) {
        try {
            return json.writeValueAsString(sections);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Sections cannot be written", e);
        }
    }
}
