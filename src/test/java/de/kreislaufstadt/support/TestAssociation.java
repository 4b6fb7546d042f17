package de.kreislaufstadt.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An association with its office and small cities that have nothing but a coordinator. */
public final class TestAssociation {

    /** Tenant of the office. */
    public static final String OFFICE = "verbund";

    /** Drafts and consolidates. */
    public static final String DIFU = "verbund-difu-sachbearbeitung";

    /** Drafts, too. */
    public static final String SECOND_DIFU = "verbund-difu-zwei";

    /** Adopts. */
    public static final String STAEDTETAG = "verbund-staedtetag-sachbearbeitung";

    /** Works in both departments. */
    public static final String BOTH = "verbund-beide";

    private static final String ADMIN = "/camunda/api/kreislaufstadt/admin/municipalities";
    private static final String DRAFTING = "difu";
    private static final String ADOPTION = "staedtetag";
    private static final String COORDINATION = "koordination";

    private TestAssociation() {}

    /** Sets the association up by its file, and takes its members away, so that a test says who they are. */
    public static void found(Http admin, JdbcClient jdbc, Accounts accounts) {
        applies(admin, "", null);
        empty(jdbc);
        person(accounts, SECOND_DIFU, DRAFTING);
        person(accounts, BOTH, DRAFTING, ADOPTION);
    }

    /**
     * Applies the file of the association.
     *
     * @param more what it says beside what it always says
     * @param base number of the version that it changes; null for none
     */
    public static void applies(Http admin, String more, Integer base) {
        ObjectNode file = JsonNodeFactory.instance
                .objectNode()
                .put("content", text() + more)
                .put("base", base);
        Http.Answer answer = admin.post(ADMIN, file.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Other tests begin without an association. */
    public static void dissolve(Http admin, JdbcClient jdbc, Accounts accounts) {
        empty(jdbc);
        accounts.removePerson(OFFICE, SECOND_DIFU);
        accounts.removePerson(OFFICE, BOTH);
        String yesterday = CityDay.today().minusDays(1).toString();
        Http.Answer ended = admin.post(ADMIN + "/" + OFFICE + "/end", "{\"lastDay\": \"" + yesterday + "\"}");
        assertThat(ended.status()).as(ended.body()).isEqualTo(200);
        Http.Answer deleted = admin.send("DELETE", ADMIN + "/" + OFFICE + "?confirm=" + OFFICE, null);
        assertThat(deleted.status()).as(deleted.body()).isEqualTo(200);
        forgetGrants(jdbc);
    }

    /**
     * Grants of thirty cities would tell the database's planner of a world that other tests do not live in. Whoever founds the cities
     * again gives them anew.
     */
    private static void forgetGrants(JdbcClient jdbc) {
        jdbc.sql("delete from camunda.act_ru_authorization where group_id_ like 'mitglied%'")
                .update();
    }

    private static String text() {
        try {
            return new ClassPathResource("association/verbund.yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Founds a city that can be a member; whoever coordinates there is {@code <city>-koordination}. */
    public static void foundCity(JdbcClient jdbc, Accounts accounts, String city) {
        city(jdbc, accounts, city, nameOf(city));
        department(jdbc, accounts, city, COORDINATION, "ASSOCIATION_COORDINATION");
    }

    /** Founds a city in which nobody coordinates. */
    public static void foundCityWithoutCoordinator(JdbcClient jdbc, Accounts accounts, String city) {
        city(jdbc, accounts, city, nameOf(city));
    }

    /** @return ids of so many cities */
    public static List<String> cities(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("mitglied%02d"::formatted)
                .toList();
    }

    /** Makes a city a member since that day. */
    public static UUID joins(JdbcClient jdbc, String city, LocalDate day) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into association_member (id, municipality_id, member_key, name, size_class, joined)"
                        + " values (:id, :office, :city, :name, 'MEDIUM', :day)")
                .param("id", id)
                .param("office", OFFICE)
                .param("city", city)
                .param("name", nameOf(city))
                .param("day", day)
                .update();
        return id;
    }

    /** Takes away every round and every member, so that the next test begins with none. */
    public static void empty(JdbcClient jdbc) {
        for (String table : List.of(
                "component_comment",
                "component_request",
                "component_event",
                "component_version",
                "component_section",
                "component_round",
                "association_member")) {
            jdbc.sql("delete from " + table + " where municipality_id = :office")
                    .param("office", OFFICE)
                    .update();
        }
    }

    /** @return groups of who coordinates in a city */
    public static List<String> coordinatorGroups(String city) {
        return List.of(city + "-staff", city + "-" + COORDINATION);
    }

    private static String nameOf(String city) {
        return city.replace("mitglied", "Partnerkommune ");
    }

    private static void city(JdbcClient jdbc, Accounts accounts, String id, String name) {
        jdbc.sql("insert into municipality (id, name, official_key, federal_state)"
                        + " values (:id, :name, '05999001', 'NW') on conflict do nothing")
                .param("id", id)
                .param("name", name)
                .update();
        accounts.ensureTenant(id, name);
        accounts.ensureGroup(id, id + "-staff", "Alle", Kind.STAFF);
        accounts.ensureGroup(id, id + "-managers", "Führungskräfte", Kind.MANAGERS);
    }

    private static void department(JdbcClient jdbc, Accounts accounts, String city, String key, String role) {
        jdbc.sql("insert into department (municipality_id, key, name) values (:city, :key, initcap(:key))"
                        + " on conflict do nothing")
                .param("city", city)
                .param("key", key)
                .update();
        jdbc.sql("insert into department_role (municipality_id, department, role) values (:city, :key, :role)"
                        + " on conflict do nothing")
                .param("city", city)
                .param("key", key)
                .param("role", role)
                .update();
        accounts.ensureGroup(city, city + "-" + key, key, Kind.DEPARTMENT);
        accounts.ensureGroup(city, city + "-" + key + "-head", key, Kind.DEPARTMENT_HEAD);
    }

    private static void person(Accounts accounts, String id, String... departments) {
        List<String> groups = new ArrayList<>(List.of(OFFICE + "-staff"));
        for (String department : departments) {
            groups.add(OFFICE + "-" + department);
        }
        accounts.ensurePerson(OFFICE, id, id, groups, TestDatabase.PASSWORD);
    }
}
