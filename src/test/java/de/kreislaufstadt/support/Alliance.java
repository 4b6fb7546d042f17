package de.kreislaufstadt.support;

import de.kreislaufstadt.association.MembersChanged;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An association of some cities of its own, which come for a test; what they say, share and take goes with it. Each has a department that
 * coordinates ({@code klima}) and one that does not ({@code bau}).
 */
public final class Alliance {

    /** Tenant of the association's office. */
    public static final String OFFICE = "bundbuero";

    /** Works in the office. */
    public static final String DIFU = "bundbuero-difu";

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    /** @param events tells who remembers the association that there is another one */
    public Alliance(JdbcClient jdbc, Accounts accounts, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.events = events;
    }

    /** Founds the association with its office. */
    public Alliance found() {
        tenant(OFFICE, "Geschäftsstelle");
        department(OFFICE, "difu");
        accounts.ensurePerson(
                OFFICE, DIFU, "Difu", List.of(OFFICE + "-staff", OFFICE + "-difu"), TestDatabase.PASSWORD);
        jdbc.sql("insert into association (municipality_id, name, moderation, adoption)"
                        + " values (:office, 'Städteverbund', 'Difu', 'Deutscher Städtetag')")
                .param("office", OFFICE)
                .update();
        events.publishEvent(new MembersChanged(OFFICE));
        return this;
    }

    /** A city of this installation becomes a member. @return id of the membership */
    public UUID city(String id, String size, boolean caseCity) {
        tenant(id, "Stadt " + id);
        department(id, "klima");
        department(id, "bau");
        jdbc.sql(
                        "insert into field_of_action (municipality_id, code, label, prefix, position)"
                                + " values (:id, 'ECONOMY_SCIENCE', 'Wirtschaft und Wissenschaft', 'WW', 1) on conflict do nothing")
                .param("id", id)
                .update();
        jdbc.sql("insert into department_role (municipality_id, department, role)"
                        + " values (:id, 'klima', 'ASSOCIATION_COORDINATION') on conflict do nothing")
                .param("id", id)
                .update();
        person(id, "sachbearbeitung", "staff", "klima");
        person(id, "leitung", "staff", "klima", "klima-head");
        person(id, "bau", "staff", "bau");
        person(id, "bauleitung", "staff", "bau", "bau-head");
        person(id, "chefin", "managers");
        return member(id, "Stadt " + id, size, caseCity);
    }

    /** A member that does not work in this installation, or did not before. @return id of the membership */
    public UUID member(String key, String name, String size, boolean caseCity) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into association_member (id, municipality_id, member_key, name, size_class, case_city, joined)"
                        + " values (:id, :office, :key, :name, :size, :case, :joined)")
                .param("id", id)
                .param("office", OFFICE)
                .param("key", key)
                .param("name", name)
                .param("size", size)
                .param("case", caseCity)
                .param("joined", LONG_AGO)
                .update();
        return id;
    }

    /** The membership ends with that day. */
    public void leaves(UUID member, LocalDate lastDay) {
        jdbc.sql("update association_member set last_day = :day where id = :id")
                .param("day", lastDay)
                .param("id", member)
                .update();
    }

    /** A city says and releases how far it is. @return id of the row */
    public UUID released(String city, String component, int maturity) {
        UUID id = said(city, component, 1, maturity, "Beleg von " + city);
        jdbc.sql("insert into component_release (id, municipality_id, standing_id, released_by)"
                        + " values (gen_random_uuid(), :city, :id, :city || '-leitung')")
                .param("city", city)
                .param("id", id)
                .update();
        return id;
    }

    /** A city says how far it is and releases nothing. @return id of the row */
    public UUID said(String city, String component, int number, int maturity, String evidence) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "insert into component_standing (id, municipality_id, component, number, maturity, evidence, progress, content, as_of,"
                                + " source, entered_by) values (:id, :city, :component, :number, :maturity, :evidence, 'IN_WORK', :evidence,"
                                + " date '2026-01-15', 'Bericht', :city || '-sachbearbeitung')")
                .param("id", id)
                .param("city", city)
                .param("component", component)
                .param("number", number)
                .param("maturity", maturity)
                .param("evidence", evidence)
                .update();
        return id;
    }

    /** A version of a component is published. */
    public void published(String component, int version) {
        UUID round = UUID.randomUUID();
        jdbc.sql("insert into matter (municipality_id, id, kind) values (:office, :id, 'COMPONENT_ROUND')")
                .param("office", OFFICE)
                .param("id", round)
                .update();
        jdbc.sql(
                        "insert into component_round (id, municipality_id, component, number, state, begun_on, ended_on)"
                                + " values (:id, :office, :component, :version, 'PUBLISHED', date '2025-01-01', date '2025-03-01')")
                .param("id", round)
                .param("office", OFFICE)
                .param("component", component)
                .param("version", version)
                .update();
        jdbc.sql(
                        "insert into component_version (id, municipality_id, component, version, round_id, sections, change_summary,"
                                + " adopted_by, adopted_on, published_on, members, commented, comments) values (gen_random_uuid(), :office,"
                                + " :component, :version, :round, '[]', 'Neu', 'Deutscher Städtetag', date '2025-02-01', date '2025-03-01',"
                                + " 5, 5, 9)")
                .param("office", OFFICE)
                .param("component", component)
                .param("version", version)
                .param("round", round)
                .update();
    }

    /** Takes with it what only an association has; cities and people stay for the next test. */
    public void dissolve() {
        for (String table : List.of("taken_item", "shared_item", "component_release", "component_standing")) {
            jdbc.sql("delete from " + table).update();
        }
        for (String table :
                List.of("component_version", "component_round", "matter", "association_member", "association")) {
            jdbc.sql("delete from " + table + " where municipality_id = :office")
                    .param("office", OFFICE)
                    .update();
        }
        events.publishEvent(new MembersChanged(OFFICE));
    }

    private void tenant(String id, String name) {
        jdbc.sql("insert into municipality (id, name, official_key, federal_state)"
                        + " values (:id, :name, '05998000', 'NW') on conflict do nothing")
                .param("id", id)
                .param("name", name)
                .update();
        accounts.ensureTenant(id, name);
        accounts.ensureGroup(id, id + "-staff", "Alle", Kind.STAFF);
        accounts.ensureGroup(id, id + "-managers", "Führungskräfte", Kind.MANAGERS);
    }

    private void department(String city, String key) {
        jdbc.sql(
                        "insert into department (municipality_id, key, name) values (:city, :key, initcap(:key)) on conflict do nothing")
                .param("city", city)
                .param("key", key)
                .update();
        accounts.ensureGroup(city, city + "-" + key, key, Kind.DEPARTMENT);
        accounts.ensureGroup(city, city + "-" + key + "-head", key, Kind.DEPARTMENT_HEAD);
    }

    private void person(String city, String name, String... groups) {
        accounts.ensurePerson(
                city,
                city + "-" + name,
                "Rolle " + name,
                List.of(groups).stream().map(group -> city + "-" + group).toList(),
                TestDatabase.PASSWORD);
    }
}
