package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.process.OfficeDays;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import de.kreislaufstadt.support.Injections;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TaskPage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** What people type beside forms: into dialogs, drafts and the page Verwaltung. Everybody reads it as it was typed. */
@ApplicationTest
class InjectionBesideFormsTest {

    private static final String API = "/camunda/api/kreislaufstadt/";
    private static final String PRIVACY = API + "admin/privacy/muenster";
    private static final String MUNICIPALITIES = API + "admin/municipalities";
    private static final String CLERK = "klima-sachbearbeitung";
    private static final String HEAD = "klima-leitung";

    /** All of them: they stand in one text as they would in one of their own. */
    private static final String ALL = String.join(" ", Injections.TEXTS);

    /** As many of them as a name may be long. */
    private static final String NAME = String.join(" ", Injections.TEXTS.subList(0, 5));

    @Autowired
    Office office;

    @Autowired
    ObjectMapper json;

    @Autowired
    OfficeDays days;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @RegisterExtension
    final NothingRan nothingRan = new NothingRan();

    private String number;
    private String task;
    private TaskPage page;

    @BeforeEach
    void aProposalIsToBeReviewed() {
        number = office.as("wfm-sachbearbeitung").proposes();
        task = office.open(number, "review-proposal").get(0).getId();
        page = new TaskPage(port, task);
    }

    /** One place where people type. */
    private interface Place {

        /** Types a text there. @return what others are shown afterwards */
        JsonNode typed(InjectionBesideFormsTest test, String text);
    }

    static Stream<Arguments> places() {
        return Stream.of(
                place(
                        "putting off",
                        (test, text) -> test.acts(
                                CLERK,
                                "follow-up",
                                test.day().put("afterDue", true).put("reason", text))),
                place(
                        "handing over",
                        (test, text) -> test.acts(
                                CLERK,
                                "hand-over",
                                test.object().put("colleague", HEAD).put("reason", text))),
                place("giving back", (test, text) -> {
                    test.claims(CLERK);
                    return test.acts(CLERK, "give-back", test.object().put("reason", text));
                }),
                place(
                        "more time",
                        (test, text) -> test.acts(HEAD, "extend", test.day().put("reason", text))),
                place("a question", (test, text) -> test.asks(text)),
                place("an answer", (test, text) -> {
                    test.asks("Wie viel?");
                    return test.acts(
                            "umwelt-sachbearbeitung", "answer", test.object().put("answer", text));
                }),
                place("a draft", (test, text) -> test.keeps("form/task/" + test.task + "/draft", "note", text)),
                place("a draft of a proposal", (test, text) -> test.keepsProposal(text)));
    }

    private static Arguments place(String name, Place place) {
        return arguments(name, place);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void isReadAsItWasTyped(String name, Place place) {
        JsonNode shown = place.typed(this, ALL);

        assertThat(texts(shown)).as(name).contains(ALL);
        assertThat(shown.toString()).doesNotContain(Injections.COMPUTED);
    }

    @Test
    void aReasonForKeepingDataIsReadAsItWasTyped() {
        Http admin = page.browser("admin");
        String reason = NAME;

        Answer set = admin.post(
                PRIVACY + "/blocks",
                object().put("scope", "MUNICIPALITY").put("reason", reason).toString());

        assertThat(set.status()).as(set.body()).isEqualTo(201);
        assertThat(texts(admin.get(PRIVACY).json())).contains(reason);
        assertThat(admin.send(
                                "DELETE",
                                PRIVACY + "/blocks/" + set.json().get("id").asText(),
                                null)
                        .status())
                .isEqualTo(204);
    }

    /** Who corrects a person writes into the database; the answer to that person is a file that a browser opens. */
    @Test
    void aCorrectedNameIsReadAsItWasTypedAlsoInTheFileForThePerson() {
        Http admin = page.browser("admin");
        String mail = "gast-" + UUID.randomUUID() + "@beispiel.example";
        String query = "{\"mails\": [\"" + mail + "\"]}";
        invited(mail);
        String item =
                admin.post(PRIVACY + "/person", query).json().at("/items/0/id").asText();
        ObjectNode correction =
                object().put("item", item).put("field", "contact").put("value", NAME);
        correction.set("person", object().set("mails", json.createArrayNode().add(mail)));

        Answer corrected = admin.post(PRIVACY + "/person/correction", correction.toString());

        assertThat(corrected.status()).as(corrected.body()).isEqualTo(204);
        assertThat(texts(admin.post(PRIVACY + "/person", query).json())).contains(NAME);
        Answer file = admin.with("Accept", "text/html").post(PRIVACY + "/person/export", query);
        assertThat(file.body())
                .contains(HtmlUtils.htmlEscape(NAME))
                .doesNotContain("<script>window", "<img src=x", Injections.COMPUTED);
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("Content-Security-Policy")).contains("script-src");
    }

    /** A plan shows what a file would change; nothing in it is computed, and no tag of YAML makes an object. */
    @Test
    void namesInTheFileOfAMunicipalityAreReadAsTheyWereTyped() {
        Http admin = page.browser("admin");
        String template =
                admin.get(MUNICIPALITIES + "/template").json().path("content").asText();
        String quoted = "'" + NAME.replace("'", "''") + "'";
        String dangerous = template.replace("name: Neue Stadt", "name: " + quoted)
                .replace("name: Ratsbüro", "name: " + quoted)
                .replace("name: Sachbearbeitung Wirtschaftsförderung", "name: " + quoted);

        Answer plan = admin.post(
                MUNICIPALITIES + "/plan", object().put("content", dangerous).toString());

        assertThat(plan.status()).as(plan.body()).isEqualTo(200);
        assertThat(texts(plan.json()).stream().filter(text -> text.contains(NAME)))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(plan.body()).doesNotContain(Injections.COMPUTED);
        for (String tag : List.of(
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]",
                "!!java.io.File [x]",
                "&a [*a]")) {
            Answer refused = admin.post(
                    MUNICIPALITIES + "/plan",
                    object().put("content", template.replace("name: Neue Stadt", "name: " + tag))
                            .toString());
            assertThat(refused.status()).as(tag).isEqualTo(400);
            assertThat(refused.body()).doesNotContain("java.net", "javax.script");
        }
    }

    /** Lists and remarks of the engine's own web applications are nothing that people write into. */
    @ParameterizedTest
    @MethodSource("closed")
    void whereNobodyMayTypeNothingIsTaken(String path) {
        for (String person : List.of(CLERK, HEAD, "admin")) {
            assertThat(page.browser(person)
                            .post("/camunda/api/engine/engine/default/" + path.replace("{task}", task), "{}")
                            .status())
                    .as(person)
                    .isEqualTo(403);
        }
    }

    static Stream<String> closed() {
        return Stream.of("filter/create", "task/{task}/comment/create", "task/{task}/variables", "group/create");
    }

    private JsonNode acts(String person, String action, ObjectNode wish) {
        Answer answer = page.browser(person).post(API + "tasks/" + task + "/" + action, wish.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return page.history(CLERK);
    }

    private JsonNode asks(String question) {
        claims(CLERK);
        return acts(
                CLERK,
                "question",
                object().put("person", "umwelt-sachbearbeitung").put("question", question));
    }

    private void claims(String person) {
        assertThat(page.browser(person)
                        .post(
                                "/camunda/api/engine/engine/default/task/" + task + "/claim",
                                object().put("userId", person).toString())
                        .status())
                .isEqualTo(204);
    }

    private JsonNode keepsProposal(String text) {
        ObjectNode outline = object().put("title", text);
        Http clerk = page.browser(CLERK);
        String draft = API + "form/start/measure-lifecycle/draft";
        Answer kept = clerk.send(
                "PUT",
                draft,
                object().put("version", 0)
                        .<ObjectNode>set("data", object().set("outline", outline))
                        .toString());
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        JsonNode shown = clerk.get(draft).json();
        JsonNode list = clerk.get(API + "drafts").json();
        assertThat(list).isNotEmpty();
        assertThat(list.toString()).doesNotContain(Injections.COMPUTED);
        assertThat(clerk.send("DELETE", draft + "?version=" + shown.get("version"), null)
                        .status())
                .isEqualTo(204);
        return shown;
    }

    private JsonNode keeps(String draft, String field, String text) {
        Http clerk = page.browser(CLERK);
        Answer kept = clerk.send(
                "PUT",
                API + draft,
                object().put("version", 0)
                        .<ObjectNode>set("data", object().put(field, text))
                        .toString());
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        return clerk.get(API + draft).json();
    }

    private ObjectNode day() {
        return object().put(
                        "date",
                        days.sameOrNext(
                                        Office.MUNICIPALITY,
                                        LocalDate.now(clock).plusDays(28))
                                .toString());
    }

    private ObjectNode object() {
        return json.createObjectNode();
    }

    private void invited(String mail) {
        UUID workshop = UUID.randomUUID();
        office.jdbc()
                .sql("insert into workshop (id, municipality_id, measure_id, number)"
                        + " select :id, municipality_id, id, 1 from measure where number = :number")
                .param("id", workshop)
                .param("number", number)
                .update();
        office.jdbc()
                .sql("insert into workshop_invitation (id, municipality_id, workshop_id, number, organisation,"
                        + " participant_group, contact, email, invited_on, purpose, legal_basis, source, delete_on)"
                        + " select gen_random_uuid(), municipality_id, id, 1, 'Verein', 'CLUB', 'Vorsitz', :mail,"
                        + " date '2030-01-01', 'Einladung', 'PUBLIC_TASK', 'FORM', date '2030-06-01'"
                        + " from workshop where id = :id")
                .param("id", workshop)
                .param("mail", mail)
                .update();
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        StreamSupport.stream(node.spliterator(), false)
                .map(InjectionBesideFormsTest::texts)
                .forEach(texts::addAll);
        return texts;
    }
}
