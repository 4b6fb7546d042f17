package de.kreislaufstadt.association.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.kreislaufstadt.association.Association;
import de.kreislaufstadt.association.Member;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.released.MunicipalPages;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.AppliedAssociation;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The association as its file sets it up: a tenant beside the cities that is no city, and dated members. */
@ApplicationTest
class AssociationOfficeTest {

    private static final String ADMIN = AppliedAssociation.TAB;
    private static final String OFFICE = "verbund";
    private static final String DIFU = "verbund-difu-sachbearbeitung";

    @Autowired
    private Association association;

    @Autowired
    private Municipalities municipalities;

    @Autowired
    private MunicipalPages pages;

    @Autowired
    private Office office;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private Http admin;
    private String file;

    @BeforeEach
    void theAssociationIsSetUp() {
        admin = browser("admin");
        file = AppliedAssociation.file();
        assertThat(association.office()).isEmpty();
        apply(file, null);
    }

    @AfterEach
    void theAssociationIsDissolved() {
        jdbc.sql("delete from component_request").update();
        jdbc.sql("delete from component_round").update();
        AppliedAssociation.dissolve(admin, LocalDate.now(clock));
        assertThat(jdbc.sql("select count(*) from association_member")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void itHasMembersByDayAndAnOffice() {
        assertThat(association.office())
                .contains(new Association.Office(
                        OFFICE, "Städteverbund Kreislaufwirtschaft", "Difu", "Deutscher Städtetag"));
        assertThat(association.members(LocalDate.of(2024, 6, 1)))
                .extracting(Member::municipality)
                .containsExactly("partner07", "muenster");
        assertThat(association.members(LocalDate.of(2025, 3, 1)))
                .as("one has left")
                .extracting(Member::municipality)
                .containsExactly("muenster");
        assertThat(association.allMembers()).as("and has come back").hasSize(3);
    }

    @Test
    void itStandsInNoListOfCities() {
        assertThat(municipalities.all()).doesNotContain(OFFICE);
        assertThat(municipalities.tenants()).contains(OFFICE, "muenster");
        assertThat(pages.all()).extracting(MunicipalPages.Municipality::id).doesNotContain(OFFICE);
        assertThat(pages.find(OFFICE)).isEmpty();
        Http visitor = new Http(port);
        assertThat(visitor.get("/").body()).doesNotContain("Städteverbund Kreislaufwirtschaft");
        assertThat(visitor.get("/verbund").status()).isEqualTo(404);
        assertThat(visitor.get("/opendata/v1/municipalities").body()).doesNotContain(OFFICE);
        assertThat(admin.get("/camunda/api/kreislaufstadt/admin/imports").body())
                .contains("muenster")
                .doesNotContain(OFFICE);
    }

    @Test
    void administratorsKeepItBesideTheMunicipalitiesMarkedAsTheAssociation() {
        JsonNode found = null;
        for (JsonNode row : admin.get(ADMIN).json()) {
            assertThat(row.path("association").asBoolean())
                    .isEqualTo(OFFICE.equals(row.path("id").asText()));
            found = OFFICE.equals(row.path("id").asText()) ? row : found;
        }
        assertThat(found).isNotNull();
        assertThat(found.path("people").asInt()).isEqualTo(4);
        String exported = admin.get(ADMIN + "/verbund/file").body();
        assertThat(admin.post(ADMIN + "/plan", AppliedAssociation.text(exported, 1))
                        .json()
                        .path("changes"))
                .as("what was exported is what holds")
                .isEmpty();
    }

    @Test
    void theCheckSaysWhichMembersNobodyCanAsk() {
        JsonNode plan = admin.post(
                        ADMIN + "/plan",
                        AppliedAssociation.text(
                                file.replace(
                                        "caseCity: true",
                                        "caseCity: true, lastDay: "
                                                + LocalDate.now(clock).plusDays(1)),
                                1))
                .json();
        assertThat(plan.path("changes").toString())
                .contains("association.members.muenster 2023-07-01.lastDay")
                .contains("\"section\":\"association\"");
        assertThat(plan.path("hints").toString()).contains("{\"kind\":\"NOT_HERE\",\"member\":\"Partnerkommune 07\"}");
        assertThat(plan.path("hints")).as("each member once").hasSizeBetween(1, 2);
    }

    @Test
    void itsPeopleHaveAnInboxAndNoMeasures() {
        Http difu = browser(DIFU);
        JsonNode lists = difu.get("/camunda/api/engine/engine/default/filter").json();
        assertThat(lists).hasSizeGreaterThanOrEqualTo(4);
        assertThat(difu.get("/camunda/api/engine/engine/default/process-definition"
                                + "?startableInTasklist=true&startablePermissionCheck=true&latest=true")
                        .json())
                .as("nothing to start")
                .isEmpty();
        assertThat(difu.get("/camunda/api/kreislaufstadt/pages").json())
                .extracting(JsonNode::asText)
                .contains("tasks", "components")
                .doesNotContain("start", "measures");
        String form = JsonNodeFactory.instance
                .objectNode()
                .set(
                        "variables",
                        JsonNodeFactory.instance
                                .objectNode()
                                .set(
                                        "form",
                                        JsonNodeFactory.instance
                                                .objectNode()
                                                .put("type", "Json")
                                                .put(
                                                        "value",
                                                        office.valid("propose-measure")
                                                                .toString())))
                .toString();
        Http.Answer proposed = difu.post(
                "/camunda/api/engine/engine/default/process-definition/key/measure-lifecycle/submit-form", form);
        assertThat(proposed.status()).as(proposed.body()).isBetween(400, 403);
        assertThat(jdbc.sql("select count(*) from measure where municipality_id = 'verbund'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void neitherSeesTheTasksOfTheOther() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        String tasks = "/camunda/api/engine/engine/default/task";
        assertThat(browser("klima-sachbearbeitung")
                        .get(tasks + "?processInstanceBusinessKey=" + number)
                        .json())
                .isNotEmpty();
        assertThat(browser(DIFU).get(tasks).json()).isEmpty();
        assertThat(browser("verbund-difu-leitung").get(tasks).json()).isEmpty();
        assertThat(browser("klima-leitung").get(ADMIN + "/verbund").status()).isIn(403, 404);
    }

    @Test
    void thereIsOnlyOne() {
        String second = file.replace("id: verbund\n", "id: zweiter\n").replace("id: verbund-", "id: zweiter-");
        assertRefused(
                second, "association", "es gibt schon einen Verbund: Städteverbund Kreislaufwirtschaft (verbund)");
        assertRefused(
                file.replace("id: verbund\n", "id: muenster\n")
                        .replace("municipality: muenster,", "municipality: bottrop,"),
                "association.id",
                "„muenster“ ist schon die Kennung einer Kommune (Stadt Münster)");
        String template = admin.get(ADMIN + "/template").json().path("content").asText();
        assertRefused(
                template.replace("id: neuestadt\n", "id: verbund\n"),
                "municipality.id",
                "„verbund“ ist schon die Kennung des Verbunds (Städteverbund Kreislaufwirtschaft)");
    }

    @Test
    void whoWasAskedIsNotDeletedButEnded() {
        ask("muenster");
        String without = file.replaceFirst("(?m)^ *- \\{municipality: muenster.*\\R", "");
        assertRefused(
                without,
                "association.members",
                "„Stadt Münster“ (muenster, seit 01.07.2023) fehlt, wurde aber in einer Runde schon gefragt:"
                        + " Mitglieder werden beendet (lastDay), nicht gelöscht");
        apply(file.replace("caseCity: true", "caseCity: true, lastDay: 2026-01-31"), 1);
        assertThat(association.members(LocalDate.of(2026, 2, 1)))
                .extracting(Member::municipality)
                .doesNotContain("muenster");
        apply(file.replaceFirst("(?m)^ *- \\{municipality: partner07.*\\R", ""), 2);
        assertThat(association.allMembers())
                .as("whom nobody has asked may be taken out")
                .hasSize(2);
    }

    @Test
    void whoReadsMembersReadsThemAsTheyAreSinceTheLastFile() {
        List<Member> before = association.allMembers();
        apply(file.replace("name: Städteverbund Kreislaufwirtschaft", "name: Verbund der Städte"), 1);
        assertThat(association.office().orElseThrow().name()).isEqualTo("Verbund der Städte");
        assertThat(association.allMembers()).as("rows stay what they were").isEqualTo(before);
    }

    /** What it has said to the association stays the association's, and only forgets the way to it. */
    @Test
    void aMemberThatIsDeletedHereStaysAMemberWithWhatItSaid() {
        String template = admin.get(ADMIN + "/template").json().path("content").asText();
        apply(
                template.replace("id: neuestadt\n", "id: partner07\n")
                        .replace("name: Neue Stadt", "name: Partnerkommune 07"),
                null);
        ask("partner07");
        jdbc.sql("update component_request set member_municipality = 'partner07'")
                .update();
        AppliedAssociation.end(admin, "partner07", LocalDate.now(clock));

        Http.Answer deleted = admin.send("DELETE", ADMIN + "/partner07?confirm=partner07", null);

        assertThat(deleted.status()).as(deleted.body()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from component_request where member_municipality is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(association.allMembers()).extracting(Member::municipality).contains("partner07");
    }

    private void ask(String member) {
        UUID round = UUID.randomUUID();
        jdbc.sql("insert into matter (municipality_id, id, kind) values ('verbund', :id, 'COMPONENT_ROUND')")
                .param("id", round)
                .update();
        jdbc.sql("insert into component_round (id, municipality_id, component, number, state, begun_on)"
                        + " values (:id, 'verbund', 'STRATEGY', 1, 'DRAFTING', current_date)")
                .param("id", round)
                .update();
        jdbc.sql("insert into component_request (id, municipality_id, round_id, member_id, member_municipality, state)"
                        + " select gen_random_uuid(), 'verbund', :round, id, 'muenster', 'PLANNED'"
                        + " from association_member where member_key = :member")
                .param("round", round)
                .param("member", member)
                .update();
    }

    private void apply(String text, Integer base) {
        AppliedAssociation.apply(admin, text, base);
    }

    private void assertRefused(String text, String place, String reason) {
        for (String address : List.of(ADMIN, ADMIN + "/plan")) {
            Http.Answer answer = admin.post(address, AppliedAssociation.text(text, 1));
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            JsonNode error = answer.json().path("errors").get(0);
            assertThat(error.path("field").asText()).isEqualTo(place);
            assertThat(error.path("message").asText()).isEqualTo(reason);
        }
    }

    private Http browser(String user) {
        Http http = new Http(port);
        http.signIn(user, "tasklist");
        return http;
    }
}
