package de.kreislaufstadt.isolation;

import de.kreislaufstadt.association.MembersChanged;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Kind;
import de.kreislaufstadt.support.OtherCity;
import de.kreislaufstadt.support.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Both cities are members of an association, so that neighbours may read what is released. The marked city has said everything with its
 * mark and released none of it, or has taken it back.
 */
final class MarkedAssociation {

    /** Drafts the model approach at its office. */
    static final String DIFU = "marktbuero-difu";

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
        jdbc.sql("insert into municipality (id, name, federal_state, kind) values (:id, 'Büro', 'NW', 'ASSOCIATION')"
                        + " on conflict (id) do update set kind = 'ASSOCIATION', official_key = null")
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
        moderation(accounts);
        events.publishEvent(new MembersChanged(OFFICE));
    }

    /** Its people moderate in the neighbouring city, and not in the marked one. */
    private void moderation(Accounts accounts) {
        jdbc.sql(
                        "insert into department (municipality_id, key, name) values (:id, 'difu', 'Difu') on conflict do nothing")
                .param("id", OFFICE)
                .update();
        jdbc.sql("insert into department_role (municipality_id, department, role)"
                        + " values (:id, 'difu', 'COMPONENT_DRAFTING') on conflict do nothing")
                .param("id", OFFICE)
                .update();
        jdbc.sql("insert into municipality_setting (municipality_id, kind, name, value)"
                        + " values (:city, 'WORKSHOPS', 'moderation', 'ASSOCIATION') on conflict do nothing")
                .param("city", OtherCity.ID)
                .update();
        accounts.ensureTenant(OFFICE, "Büro");
        accounts.ensureGroup(OFFICE, OFFICE + "-staff", "Alle", Kind.OFFICE_STAFF);
        accounts.ensureGroup(OFFICE, OFFICE + "-difu", "Difu", Kind.DEPARTMENT);
        accounts.ensurePerson(
                OFFICE, DIFU, "Difu", List.of(OFFICE + "-staff", OFFICE + "-difu"), TestDatabase.PASSWORD);
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
        jdbc.sql("delete from municipality_setting where municipality_id = :city and kind = 'WORKSHOPS'")
                .param("city", OtherCity.ID)
                .update();
        for (String table : List.of("department_role", "department")) {
            jdbc.sql("delete from " + table + " where municipality_id = :office")
                    .param("office", OFFICE)
                    .update();
        }
        jdbc.sql("delete from association_member where municipality_id = :office")
                .param("office", OFFICE)
                .update();
        jdbc.sql("delete from association where municipality_id = :office")
                .param("office", OFFICE)
                .update();
        // Traces of it may stay elsewhere; the association of another test is another one.
        jdbc.sql("update municipality set kind = 'CITY', official_key = '05997000' where id = :office")
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
