package de.kreislaufstadt.association.guidance;

import de.kreislaufstadt.measure.ModelComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of an association for tests that only read them: its office, published versions, and what cities say of themselves. */
final class ComponentRows {

    /** Far beyond what rounds of other tests count to. */
    private static final int FIRST_ROUND = 5_000;

    private final JdbcClient jdbc;
    private final String office;
    private final boolean founded;
    private final List<UUID> rounds = new ArrayList<>();
    private final List<UUID> standings = new ArrayList<>();

    /** @param office whose association it is, unless there is one already */
    ComponentRows(JdbcClient jdbc, String office) {
        this.jdbc = jdbc;
        this.founded = jdbc.sql(
                                "insert into association (municipality_id, name, moderation, adoption)"
                                        + " values (:office, 'Städteverbund', 'Difu', 'Deutscher Städtetag') on conflict do nothing")
                        .param("office", office)
                        .update()
                == 1;
        this.office = jdbc.sql("select municipality_id from association")
                .query(String.class)
                .single();
    }

    void publish(ModelComponent component, int version) {
        UUID round = UUID.randomUUID();
        rounds.add(round);
        jdbc.sql("insert into matter (municipality_id, id, kind) values (:office, :round, 'COMPONENT_ROUND')")
                .param("office", office)
                .param("round", round)
                .update();
        jdbc.sql("""
                        insert into component_round (id, municipality_id, component, number, state, begun_on, ended_on)
                        values (:round, :office, :component, :number, 'PUBLISHED', '2026-01-05', '2026-03-02')
                        """)
                .param("round", round)
                .param("office", office)
                .param("component", component.name())
                .param("number", FIRST_ROUND + version)
                .update();
        jdbc.sql("""
                        insert into component_version (id, municipality_id, component, version, round_id, sections,
                            change_summary, adopted_by, adopted_on, published_on, members, commented, comments)
                        values (gen_random_uuid(), :office, :component, :version, :round, cast(:sections as jsonb), 'Neu',
                            'Deutscher Städtetag', '2026-03-02', '2026-03-02', 22, 19, 40)
                        """)
                .param("office", office)
                .param("component", component.name())
                .param("version", version)
                .param("round", round)
                .param("sections", """
                        [{"anchor": "worum", "heading": "Worum es geht",
                          "text": "Absatz von %s %d.\\n\\n- eins\\n- zwei <b>fett</b>"}]
                        """.formatted(component, version))
                .update();
    }

    void withdraw(ModelComponent component, int version) {
        jdbc.sql("update component_version set withdrawn_on = '2026-04-01', withdrawn_reason = 'Überholt'"
                        + " where component = :component and version = :version")
                .param("component", component.name())
                .param("version", version)
                .update();
    }

    void says(String city, ModelComponent component, String progress, String content) {
        UUID id = UUID.randomUUID();
        standings.add(id);
        jdbc.sql("""
                        insert into component_standing (id, municipality_id, component, number, maturity, evidence, progress,
                            content, as_of, source, entered_by)
                        values (:id, :city, :component, :number, 3, 'Beleg', :progress, :content, '2026-05-04', 'Ratsbeschluss',
                            'klima-sachbearbeitung')
                        """)
                .param("id", id)
                .param("city", city)
                .param("component", component.name())
                .param("number", FIRST_ROUND + standings.size())
                .param("progress", progress)
                .param("content", content)
                .update();
    }

    void clear() {
        standings.forEach(id -> delete("component_standing", "id", id));
        rounds.forEach(id -> {
            delete("component_version", "round_id", id);
            delete("component_round", "id", id);
            delete("matter", "id", id);
        });
        if (founded) {
            jdbc.sql("delete from association").update();
        }
    }

    private void delete(String table, String column, UUID id) {
        jdbc.sql("delete from " + table + " where " + column + " = :id")
                .param("id", id)
                .update();
    }
}
