package de.kreislaufstadt.association.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.Alliance;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One city lets the others read a copy of what it knows, another takes it over, and what was taken stays. */
@ApplicationTest
class SharingTest {

    private static final String SHARED = "/camunda/api/kreislaufstadt/exchange/shared";
    private static final String GIVER = "bundeins-leitung";
    private static final String TAKER = "bundzwei-leitung";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @LocalServerPort
    int port;

    private Alliance alliance;
    private UUID membership;
    private UUID item;
    private UUID goal;

    @BeforeEach
    void twoCitiesWithMeasures() {
        alliance = new Alliance(jdbc, accounts, events).found();
        membership = alliance.city("bundeins", "LARGE", true);
        alliance.city("bundzwei", "MEDIUM", false);
        UUID known = measure("bundeins", "AA-01", "klima", "STATUS_QUO");
        item = knowledge("bundeins", known, goal("bundeins", known), "Leitfaden Mehrweg", "Mehrweg spart Abfall");
        jdbc.sql("insert into knowledge_review (id, municipality_id, measure_id, result, summary, reviewed_by)"
                        + " values (gen_random_uuid(), 'bundeins', :measure, 'COMPLETE', 'x', 'x')")
                .param("measure", known)
                .update();
        UUID learning = measure("bundzwei", "BB-01", "klima", "KNOWLEDGE");
        goal = goal("bundzwei", learning);
        approved("bundzwei", learning, "{KNOWLEDGE,STARTER_PROJECTS}");
        UUID running = measure("bundzwei", "BB-02", "klima", "IMPLEMENTATION");
        approved("bundzwei", running, "{KNOWLEDGE,STARTER_PROJECTS,IMPLEMENTATION}");
        UUID without = measure("bundzwei", "BB-03", "klima", "STATUS_QUO");
        approved("bundzwei", without, "{KNOWLEDGE,STATUS_QUO}");
        measure("bundzwei", "BB-04", "bau", "KNOWLEDGE");
    }

    @AfterEach
    void gone() {
        alliance.dissolve();
        for (String table : List.of(
                "starter_idea_offer",
                "knowledge_item",
                "knowledge_review",
                "knowledge_goal",
                "measure_decision",
                "measure_version",
                "measure")) {
            jdbc.sql("delete from " + table + " where municipality_id in ('bundeins', 'bundzwei')")
                    .update();
        }
    }

    @Test
    void whatIsSharedIsFoundReadAndTakenBack() {
        assertThat(own(GIVER)).singleElement().satisfies(one -> {
            assertThat(one.path("title").asText()).isEqualTo("Leitfaden Mehrweg");
            assertThat(one.path("shared").isNull()).isTrue();
        });
        assertThat(browser(TAKER).get(SHARED).json()).isEmpty();

        String id = share(GIVER, item).json().path("id").asText();

        for (String query : List.of("", "?kind=KNOWLEDGE", "?component=STRATEGY", "?field=FOOD", "?words=mehrweg")) {
            assertThat(browser(TAKER).get(SHARED + query).json()).as(query).hasSize(1);
        }
        for (String query : List.of(
                "?kind=STARTER_PROJECT",
                "?component=PRODUCTS",
                "?field=TEXTILES",
                "?words=Hafen",
                "?words=keyStatements")) {
            assertThat(browser(TAKER).get(SHARED + query).json()).as(query).isEmpty();
        }
        assertThat(browser(TAKER).get(SHARED).body())
                .contains("Mehrweg spart Abfall", "Stadt bundeins")
                .as("nothing of what the city thinks of it, nor who has found it")
                .doesNotContain("relevance", "transferability", "AA-01", "bundeins-");
        assertThat(share(GIVER, item).status()).as("once").isEqualTo(409);
        assertThat(post(TAKER, "/" + id + "/withdraw", "{}").status())
                .as("another city's")
                .isEqualTo(404);

        assertThat(post(GIVER, "/" + id + "/withdraw", "{}").status()).isEqualTo(204);

        assertThat(browser(TAKER).get(SHARED).json()).isEmpty();
        assertThat(post(TAKER, "/" + id + "/take", take("BB-01")).status()).isEqualTo(404);
        assertThat(share(GIVER, item).status()).as("again").isEqualTo(201);
    }

    @Test
    void aCopyIsSharedAndDoesNotChangeByItself() {
        share(GIVER, item);
        jdbc.sql("update knowledge_item set title = 'Geändert' where id = :id")
                .param("id", item)
                .update();

        assertThat(browser(TAKER)
                        .get(SHARED)
                        .json()
                        .at("/0/content/knowledge/title")
                        .asText())
                .isEqualTo("Leitfaden Mehrweg");
    }

    @Test
    void onlyWhoLeadsSharesAndOnlyWhatIsFound() {
        assertThat(share("bundeins-sachbearbeitung", item).status())
                .as("no head")
                .isEqualTo(404);
        assertThat(share("bundeins-bauleitung", item).status())
                .as("head of another department")
                .isEqualTo(404);
        assertThat(share(TAKER, item).status()).as("of another city").isEqualTo(404);
        assertThat(share(GIVER, UUID.randomUUID()).status()).isEqualTo(404);
        jdbc.sql("update knowledge_review set result = 'COLLECT_MORE', comment = 'x'")
                .update();
        assertThat(share("bundeins-chefin", item).status())
                .as("knowledge that is not complete")
                .isEqualTo(404);
        jdbc.sql("update knowledge_review set result = 'COMPLETE'").update();
        assertThat(share("bundeins-chefin", item).status()).as("a manager").isEqualTo(201);
    }

    @Test
    void whatNamesPeopleIsNotSharedUnlessSomebodyHasLooked() {
        jdbc.sql("update knowledge_item set publisher = 'Frau Beispiel' where id = :id")
                .param("id", item)
                .update();
        assertThat(fields(share(GIVER, item))).containsExactly("publisher");
        assertThat(post(GIVER, "", "{\"kind\": \"KNOWLEDGE\", \"item\": \"" + item + "\", \"confirmed\": true}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aKnowledgeItemGoesToAGoalAndStaysWhenItIsTakenBack() {
        String id = share(GIVER, item).json().path("id").asText();
        JsonNode targets = browser(TAKER).get(SHARED + "/" + id + "/targets").json();
        assertThat(targets.findValuesAsText("number"))
                .as("in knowledge building, with goals")
                .containsExactly("BB-01");
        assertThat(targets.at("/0/goals/0/id").asText()).isEqualTo(goal.toString());

        assertThat(post(TAKER, "/" + id + "/take", take("BB-01")).status()).isEqualTo(204);
        post(GIVER, "/" + id + "/withdraw", "{}");

        assertThat(jdbc.sql(
                                "select title || '|' || relevance || '|' || taken_from from knowledge_item where goal_id = :goal")
                        .param("goal", goal)
                        .query(String.class)
                        .single())
                .startsWith("Leitfaden Mehrweg|3|übernommen von Stadt bundeins, Stand ");
        assertThat(share(GIVER, item).status()).isEqualTo(201);
        String again = browser(TAKER).get(SHARED).json().at("/0/id").asText();
        assertThat(fields(post(TAKER, "/" + again + "/take", take("BB-01"))))
                .as("the goal has it")
                .containsExactly("goal");
    }

    @Test
    void aStarterProjectBecomesAnIdeaOfAMeasureThatWillBundleThem() {
        UUID id = project();
        assertThat(browser(TAKER).get(SHARED + "/" + id + "/targets").json().findValuesAsText("number"))
                .as("ordered by its decision, and ahead")
                .containsExactly("BB-01");

        assertThat(fields(post(TAKER, "/" + id + "/take", "{\"measure\": \"BB-02\"}")))
                .as("its ideas are bundled")
                .containsExactly("measure");
        assertThat(fields(post(TAKER, "/" + id + "/take", "{\"measure\": \"BB-03\"}")))
                .as("no starter projects are ordered")
                .containsExactly("measure");
        assertThat(post(TAKER, "/" + id + "/take", "{\"measure\": \"BB-01\"}").status())
                .isEqualTo(204);

        assertThat(jdbc.sql("select title || '|' || description from starter_idea_offer")
                        .query(String.class)
                        .single())
                .startsWith("Baustofflager|(übernommen von Stadt bundeins, Stand ")
                .contains("Problem: Abriss", "Lösung: Lager", "Ziel: Wiederverwendung");
        assertThat(post(TAKER, "/" + id + "/take", "{\"measure\": \"BB-01\"}").status())
                .as("twice")
                .isBetween(400, 409);
    }

    @Test
    void aForeignMeasureIsAsUnknownAsNone() {
        String id = share(GIVER, item).json().path("id").asText();
        Answer foreign = post(TAKER, "/" + id + "/take", take("AA-01"));
        Answer none = post(TAKER, "/" + id + "/take", take("ZZ-99"));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(none.body());
        assertThat(post("bundzwei-bauleitung", "/" + id + "/take", take("BB-01"))
                        .status())
                .as("a measure that another department leads")
                .isEqualTo(404);
        assertThat(post(Alliance.DIFU, "/" + id + "/take", take("BB-01")).status())
                .as("the office has no measures")
                .isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from taken_item").query(Long.class).single())
                .isZero();
    }

    @Test
    void aWrongValueIsNamedAndNothingIsTaken() {
        String id = share(GIVER, item).json().path("id").asText();

        assertThat(fields(post(
                        TAKER,
                        "/" + id + "/take",
                        "{\"measure\": \"BB-01\", \"relevance\": 5, \"transferability\": 0}")))
                .containsExactly("goal", "relevance", "transferability");
        assertThat(fields(post(TAKER, "/" + id + "/take", "{\"measure\": \"BB-02\", \"relevance\": 2}")))
                .as("not in knowledge building")
                .containsExactly("measure");
        assertThat(fields(post(GIVER, "", "{\"kind\": \"GEHEIMNIS\", \"item\": \"" + item + "\"}")))
                .containsExactly("kind");
        assertThat(jdbc.sql("select count(*) from taken_item").query(Long.class).single())
                .isZero();
    }

    @Test
    void whatACityThatHasLeftSharedIsGoneForTheOthers() {
        share(GIVER, item);
        alliance.leaves(membership, LocalDate.of(2024, 1, 1));

        assertThat(browser(TAKER).get(SHARED).json()).isEmpty();
        assertThat(share(GIVER, item).status()).as("and shares nothing more").isEqualTo(403);
    }

    private UUID measure(String city, String number, String lead, String state) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into measure (id, municipality_id, number, lead, state, created_by)"
                        + " values (:id, :city, :number, :lead, :state, 'x')")
                .param("id", id)
                .param("city", city)
                .param("number", number)
                .param("lead", lead)
                .param("state", state)
                .update();
        jdbc.sql(
                        "insert into measure_version (id, municipality_id, measure_id, version, lead, title, summary, description,"
                                + " field_of_action, circular_fields, type, levers, r_strategies, spatial_scope, responsible_body, begins_on,"
                                + " budget_relation, source_document, source_as_of, created_by) values (gen_random_uuid(), :city, :id, 1, :lead,"
                                + " 'Probe', 'Kurz', 'Lang', 'ECONOMY_SCIENCE', '{OTHER}', 'OTHER', '{LEARNING}', '{R2}', 'CITY', 'Stadt',"
                                + " date '2026-01-01', 'NONE', 'Quelle', date '2026-01-01', 'x')")
                .param("city", city)
                .param("id", id)
                .param("lead", lead)
                .update();
        return id;
    }

    private UUID goal(String city, UUID measure) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "insert into knowledge_goal (id, municipality_id, measure_id, position, question, responsible, due_on, state, defined_by)"
                                + " values (:id, :city, :measure, 1, 'Was gilt?', 'klima', date '2026-12-01', 'OPEN', 'x')")
                .param("id", id)
                .param("city", city)
                .param("measure", measure)
                .update();
        return id;
    }

    private UUID knowledge(String city, UUID measure, UUID of, String title, String statement) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "insert into knowledge_item (id, municipality_id, measure_id, goal_id, position, title, kind, circular_fields,"
                                + " model_components, key_statements, relevance, recorded_by) values (:id, :city, :measure, :goal, 1, :title,"
                                + " 'GUIDE', '{FOOD}', '{STRATEGY}', array[:statement], 4, 'x')")
                .param("id", id)
                .param("city", city)
                .param("measure", measure)
                .param("goal", of)
                .param("title", title)
                .param("statement", statement)
                .update();
        return id;
    }

    private void approved(String city, UUID measure, String phases) {
        jdbc.sql(
                        "insert into measure_decision (id, municipality_id, measure_id, position, body, decided_on, result, phases, recorded_by)"
                                + " values (gen_random_uuid(), :city, :measure, 1, 'Rat', date '2026-01-01', 'APPROVE', cast(:phases as text[]), 'x')")
                .param("city", city)
                .param("measure", measure)
                .param("phases", phases)
                .update();
    }

    /** A starter project that the first city shares. */
    private UUID project() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into shared_item (id, municipality_id, kind, item_id, title, content, shared_by)
                        values (:id, 'bundeins', 'STARTER_PROJECT', gen_random_uuid(), 'Baustofflager', cast(:content as jsonb), 'x')
                        """).param("id", id).param("content", """
                        {"fields": ["BUILDING"], "components": [],
                         "project": {"title": "Baustofflager", "field": "BUILDING", "mainRStrategy": "R3", "problem": "Abriss",
                                     "solution": "Lager", "goal": "Wiederverwendung", "materialStream": "Holz",
                                     "agencyRoles": ["NETWORKER"], "months": 12, "indicators": ["Tonnen"]}}""").update();
        return id;
    }

    private String take(String measure) {
        return "{\"measure\": \"" + measure + "\", \"goal\": \"" + goal + "\", \"relevance\": 3}";
    }

    private Answer share(String user, UUID what) {
        return post(user, "", "{\"kind\": \"KNOWLEDGE\", \"item\": \"" + what + "\"}");
    }

    private JsonNode own(String user) {
        return browser(user).get(SHARED + "/own").json();
    }

    private Answer post(String user, String path, String body) {
        return browser(user).post(SHARED + path, body);
    }

    private static List<String> fields(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.json().path("errors").findValuesAsText("field");
    }

    private Http browser(String user) {
        Http http = new Http(port);
        http.signIn(user, "tasklist");
        return http;
    }
}
