package de.kreislaufstadt.isolation;

import de.kreislaufstadt.association.MembersChanged;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.OtherCity;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Both cities are members of an association, so that neighbours may read what is released. The marked city has said everything with its
 * mark and released none of it, or has taken it back.
 */
final class MarkedAssociation {

    private static final String OFFICE = "marktbuero";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    MarkedAssociation(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Before anybody is asked what there is. */
    void found(Accounts accounts) {
        OtherCity.found(jdbc, accounts);
        jdbc.sql(
                        "insert into municipality (id, name, official_key, federal_state) values (:id, 'Büro', '05997000', 'NW')"
                                + " on conflict do nothing")
                .param("id", OFFICE)
                .update();
        jdbc.sql(
                        "insert into association (municipality_id, name, moderation, adoption) values (:id, 'Verbund', 'Difu', 'Städtetag')")
                .param("id", OFFICE)
                .update();
        for (String city : List.of(MarkedCity.ID, OtherCity.ID)) {
            jdbc.sql(
                            "insert into association_member (id, municipality_id, member_key, name, size_class, joined)"
                                    + " values (gen_random_uuid(), :office, :city, 'Mitglied ' || :number, 'LARGE', date '2020-01-01')")
                    .param("office", OFFICE)
                    .param("city", city)
                    .param("number", city.length())
                    .update();
        }
        events.publishEvent(new MembersChanged(OFFICE));
    }

    /** @return ids of what the city keeps to itself */
    List<String> fill(String mark) {
        UUID kept = said(mark, 1);
        UUID withdrawn = said(mark, 2);
        jdbc.sql(
                        "insert into component_release (id, municipality_id, standing_id, released_by, withdrawn_by, withdrawn_at,"
                                + " withdrawn_reason) values (gen_random_uuid(), :city, :id, 'x', 'x', now(), :mark)")
                .param("city", MarkedCity.ID)
                .param("id", withdrawn)
                .param("mark", mark)
                .update();
        UUID shared = UUID.randomUUID();
        jdbc.sql("""
                        insert into shared_item (id, municipality_id, kind, item_id, title, content, shared_by, withdrawn_by, withdrawn_at)
                        values (:id, :city, 'KNOWLEDGE', gen_random_uuid(), :mark, '{}', 'x', 'x', now())
                        """)
                .param("id", shared)
                .param("city", MarkedCity.ID)
                .param("mark", mark)
                .update();
        return List.of(kept.toString(), withdrawn.toString(), shared.toString());
    }

    void clear() {
        for (String table : List.of("shared_item", "component_release", "component_standing")) {
            jdbc.sql("delete from " + table + " where municipality_id = :city")
                    .param("city", MarkedCity.ID)
                    .update();
        }
        jdbc.sql("delete from association_member where municipality_id = :office")
                .param("office", OFFICE)
                .update();
        jdbc.sql("delete from association where municipality_id = :office")
                .param("office", OFFICE)
                .update();
        events.publishEvent(new MembersChanged(OFFICE));
    }

    private UUID said(String mark, int number) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "insert into component_standing (id, municipality_id, component, number, maturity, evidence, progress, content, as_of,"
                                + " source, entered_by) values (:id, :city, 'STRATEGY', :number, 3, :mark, 'IN_WORK', :mark, date '2026-01-15',"
                                + " :mark, 'x')")
                .param("id", id)
                .param("city", MarkedCity.ID)
                .param("number", number)
                .param("mark", mark)
                .update();
        return id;
    }
}
