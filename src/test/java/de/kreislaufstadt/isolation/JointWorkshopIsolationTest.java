package de.kreislaufstadt.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.Alliance;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Endpoint;
import de.kreislaufstadt.support.Endpoints;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.context.WebApplicationContext;

/**
 * A workshop of three cities goes its whole way, with one mark in everything that is to be shared and another in everything else. The
 * people of the other cities reach the first once it is released, and the second by no endpoint that the application has.
 */
@ApplicationTest
class JointWorkshopIsolationTest {

    private static final String NORTH = "nordstadt";
    private static final String SOUTH = "suedstadt";
    private static final String WEST = "weststadt";
    private static final String PAGE = "/camunda/api/kreislaufstadt/joint-workshops";
    private static final String SHARED = "GETEILT7301";
    private static final String INSIDE = "INTERN7301";
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([^}]+)}");

    /** Read by everybody who is here: the other side of these tests, and what ends the session of who walks. */
    private static final Set<String> NOT_WALKED = Set.of("/anmelden/abgemeldet");

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Office office;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ApplicationEventPublisher events;

    @LocalServerPort
    private int port;

    private Alliance alliance;
    private UUID southern;

    @BeforeEach
    void threeCitiesAndOneMore() {
        alliance = new Alliance(office.jdbc(), accounts, events).found();
        alliance.member(Office.MUNICIPALITY, "Münster", "LARGE", true);
        alliance.city(NORTH, "LARGE", false);
        southern = alliance.city(SOUTH, "MEDIUM", false);
        alliance.city(WEST, "MEDIUM", false);
    }

    @AfterEach
    void dissolve() {
        for (String table : List.of("joint_workshop", "joint_workshop_city")) {
            office.jdbc().sql("delete from " + table).update();
        }
        alliance.dissolve();
    }

    @Test
    void whatIsSharedIsReadByEveryCityThatTakesPartAndNothingElseByAnybody() {
        String measure = agreed();
        String id = jointId();
        JsonNode announced = browser(NORTH + "-leitung").get(PAGE + "/" + id).json();
        assertThat(announced.at("/workshop/title").asText()).contains(SHARED);
        assertThat(announced.at("/workshop/stage").asText()).isEqualTo("ANNOUNCED");
        assertThat(announced.at("/agenda/0/title").asText()).contains(SHARED);

        held(measure);
        assertThat(browser(NORTH + "-leitung").get(PAGE + "/" + id).body())
                .as("before the release")
                .doesNotContain("Lager melden", "Zwei Lager");
        released(measure);

        for (String reader : List.of(
                NORTH + "-leitung",
                NORTH + "-sachbearbeitung",
                NORTH + "-bauleitung",
                SOUTH + "-chefin",
                "wfm-leitung")) {
            Http.Answer answer = browser(reader).get(PAGE + "/" + id);
            assertThat(answer.status()).as(reader).isEqualTo(200);
            assertThat(answer.body())
                    .as(reader)
                    .contains(SHARED, "Lager melden", "Zwei Lager", "Wirtschaft")
                    .doesNotContain(INSIDE);
            assertThat(browser(reader).get(PAGE).body()).contains(SHARED);
        }
        JsonNode north = browser(NORTH + "-leitung").get(PAGE + "/" + id).json();
        assertThat(north.at("/workshop/tasks").asInt()).isEqualTo(1);
        assertThat(north.at("/agenda/1/entries/1/city").asText()).isEqualTo("Stadt " + NORTH);
        assertThat(browser(SOUTH + "-chefin")
                        .get(PAGE + "/" + id)
                        .json()
                        .at("/workshop/tasks")
                        .asInt())
                .isZero();
        for (String stranger : List.of(WEST + "-leitung", WEST + "-chefin")) {
            Http.Answer refused = browser(stranger).get(PAGE + "/" + id);
            Http.Answer unknown = browser(stranger).get(PAGE + "/" + UUID.randomUUID());
            assertThat(refused.status()).as(stranger).isEqualTo(404).isEqualTo(unknown.status());
            assertThat(refused.body()).isEqualTo(unknown.body());
            assertThat(browser(stranger).get(PAGE).json().path("workshops")).isEmpty();
        }
        assertThat(browser(NORTH + "-bau").get(PAGE + "/" + id).status())
                .as("clerks beside the coordination")
                .isEqualTo(403);
        assertThat(browser(NORTH + "-leitung").get(PAGE + "/keine-kennung").status())
                .isEqualTo(404);

        assertThat(walk(NORTH + "-leitung", measure, id)).isEmpty();

        alliance.leaves(southern, CityDay.today().minusDays(1));
        assertThat(browser(SOUTH + "-chefin").get(PAGE + "/" + id).status())
                .as("who has left keeps what it took part in")
                .isEqualTo(200);
    }

    /** @return where somebody of a city that takes part meets what is inside, or meets what is shared elsewhere than on its page */
    private List<String> walk(String user, String measure, String joint) {
        Map<String, String> ids = new HashMap<>();
        ids.put("number", measure);
        ids.put("name", "default");
        ids.put("engine", "default");
        ids.put("engineName", "default");
        ids.put("processEngineName", "default");
        List<String> others = new ArrayList<>(List.of(joint));
        others.addAll(office.jdbc()
                .sql(
                        "select w.id::text from workshop w join measure m on m.municipality_id = w.municipality_id and m.id = w.measure_id"
                                + " where m.number = :number union all select id::text from measure where number = :number"
                                + " union all select min(i.id::text) from workshop_invitation i where i.organisation like '%' || :inside || '%'")
                .param("number", measure)
                .param("inside", INSIDE)
                .query(String.class)
                .list());
        Http browser = browser(user);
        List<String> found = new ArrayList<>();
        int read = 0;
        for (Endpoint endpoint : Endpoints.of(application)) {
            if (!endpoint.method().equals("GET") || NOT_WALKED.contains(endpoint.path())) {
                continue;
            }
            for (String other : VARIABLE.matcher(endpoint.path()).find() ? others : List.of(joint)) {
                Http.Answer answer = browser.get(endpoint.filled(ids, other));
                read += answer.status() == 200 ? 1 : 0;
                if (answer.body().contains(INSIDE)
                        || answer.body().contains(SHARED) && !endpoint.path().startsWith(PAGE)) {
                    found.add(endpoint + " with " + other);
                }
            }
        }
        assertThat(read).as("what is walked answers").isGreaterThan(50);
        return found;
    }

    private String agreed() {
        String measure = office.as("wfm-sachbearbeitung").proposes();
        office.as("klima-sachbearbeitung").completes(measure, "review-proposal");
        office.as("wfm-leitung")
                .completes(
                        measure,
                        "decide-measure",
                        data -> data.putArray("phases").add("WORKSHOPS"));
        LocalDate today = CityDay.today();
        office.as("wfm-sachbearbeitung")
                .completes(office.open(measure, "prepare-workshop").get(0), office.valid("prepare-workshop", data -> {
                    data.put("kind", "INTERMUNICIPAL")
                            .putArray("cities")
                            .add(NORTH)
                            .add(SOUTH);
                    data.put("date", today.toString())
                            .put("registrationUntil", today.minusDays(1).toString());
                    List.of("title", "aim", "place").forEach(field -> data.put(field, SHARED + " " + field));
                    List.of("questions", "accessibility", "moderation", "privacyNotice")
                            .forEach(field -> data.put(field, INSIDE + " " + field));
                    data.put("link", "https://treffen.example.org/" + INSIDE);
                    agenda(data);
                }));
        office.as("difu-sachbearbeitung").completes(measure, "agree-agenda", JointWorkshopIsolationTest::agenda);
        return measure;
    }

    private static void agenda(ObjectNode data) {
        data.withArray("agenda")
                .forEach(item -> ((ObjectNode) item)
                        .put("title", SHARED + " " + item.path("title").asText())
                        .put("responsible", INSIDE));
    }

    private void held(String measure) {
        office.as("wfm-sachbearbeitung").completes(measure, "invite-participants", data -> {
            data.put("workshopKind", "INTERMUNICIPAL");
            data.withArray("invitations")
                    .forEach(row -> ((ObjectNode) row)
                            .put(
                                    "organisation",
                                    INSIDE + " " + row.path("organisation").asText())
                            .put("contact", INSIDE + " " + row.path("contact").asText() + " " + UUID.randomUUID())
                            .put("city", NORTH));
        });
        office.as("wfm-sachbearbeitung")
                .completes(measure, "check-registrations", data -> named(data, "registrations"));
        office.fire(measure, "workshop-day");
        office.as("wfm-sachbearbeitung").completes(measure, "confirm-workshop", data -> {
            named(data, "attendance");
            data.withArray("ideas").forEach(idea -> ((ObjectNode) idea).put("description", INSIDE));
        });
    }

    private static void named(ObjectNode data, String rows) {
        data.withArray(rows)
                .forEach(row -> ((ObjectNode) row)
                        .put(
                                "organisation",
                                INSIDE + " " + row.path("organisation").asText()));
    }

    private void released(String measure) {
        office.as("wfm-sachbearbeitung").completes(measure, "write-minutes", data -> {
            data.put("workshopKind", "INTERMUNICIPAL").put("summary", SHARED + " Zwei Lager genügen.");
            ((ObjectNode) data.withArray("minutes").get(2))
                    .put("text", SHARED + " Lager melden")
                    .put("city", NORTH);
        });
        office.as("difu-sachbearbeitung").completes(measure, "check-minutes");
        office.fire(measure, "objection-period-over");
        office.as("wfm-sachbearbeitung").completes(measure, "handle-objections", data -> {
            data.put("objectionResult", "KEEP");
            data.withArray("objections")
                    .addObject()
                    .put("organisation", INSIDE)
                    .put("receivedOn", CityDay.today().toString())
                    .put("text", INSIDE)
                    .put("decision", "REJECTED")
                    .put("answer", INSIDE);
        });
        office.as("wfm-leitung").completes(measure, "release-minutes");
        office.as("wfm-sachbearbeitung").completes(measure, "evaluate-workshop", data -> data.put("lessons", INSIDE));
    }

    private String jointId() {
        return office.jdbc()
                .sql("select id::text from joint_workshop where title like '%' || :mark || '%'")
                .param("mark", SHARED)
                .query(String.class)
                .single();
    }

    private Http browser(String user) {
        Http browser = new Http(port);
        browser.signIn(user, "tasklist");
        return browser;
    }
}
