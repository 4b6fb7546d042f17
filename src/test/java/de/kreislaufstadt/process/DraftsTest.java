package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Drafts as a browser signed in to Tasklist saves and loads them. */
@ApplicationTest
class DraftsTest {

    private static final String FORMS = "/camunda/api/kreislaufstadt/form/";

    private static final String DRAFTS = "/camunda/api/kreislaufstadt/drafts";

    private static final String START = FORMS + "start/measure-lifecycle/draft";

    private final JsonMapper json = new JsonMapper();

    @Autowired
    Office office;

    @LocalServerPort
    int port;

    private Task task;
    private String draft;

    @BeforeEach
    void aProposalWaitsForTheClimateUnit() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        task = office.open(number, "review-proposal").get(0);
        draft = FORMS + "task/" + task.getId() + "/draft";
    }

    @Test
    void isThereOnAnotherMachineAndNotForColleagues() {
        Http first = browser("klima-sachbearbeitung");
        assertThat(first.get(draft).status()).isEqualTo(204);

        JsonNode saved = put(first, draft, 0, note("halb fertig")).json();
        JsonNode loaded = browser("klima-sachbearbeitung").get(draft).json();

        assertThat(loaded.at("/data/note").asText()).isEqualTo("halb fertig");
        assertThat(loaded.get("version").asLong())
                .isEqualTo(saved.get("version").asLong());
        assertThat(loaded.get("savedAt").asText())
                .isEqualTo(saved.get("savedAt").asText());
        assertThat(browser("klima-leitung").get(draft).status()).isEqualTo(204);
    }

    @Test
    void mayBeIncompleteAndWrongButNotOfAnotherShape() {
        Http clerk = browser("klima-sachbearbeitung");
        ObjectNode wrong = note("x").put("result", "NO_SUCH_CHOICE").put("body", 7);

        assertThat(put(clerk, draft, 0, wrong).status()).isEqualTo(200);

        ObjectNode unknown = note("x").put("salary", 1);
        ObjectNode nested = json.createObjectNode();
        nested.putObject("note").put("text", "x");
        Http.Answer refused = put(clerk, draft, version(clerk), unknown);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("salary");
        assertThat(put(clerk, draft, version(clerk), nested).status()).isEqualTo(400);
        assertThat(put(clerk, draft, version(clerk), note("a\u0000b")).status()).isEqualTo(400);
        assertThat(put(clerk, draft, version(clerk), json.createArrayNode()).status())
                .isEqualTo(400);
        assertThat(clerk.send("PUT", draft, "{\"version\":").status()).isEqualTo(400);
        assertThat(clerk.send("PUT", draft, "{\"data\":{}}").status()).isEqualTo(400);
        assertThat(clerk.get(draft).json().at("/data/result").asText()).isEqualTo("NO_SUCH_CHOICE");
    }

    @Test
    void hasALimit() {
        Http.Answer answer = put(browser("klima-sachbearbeitung"), draft, 0, note("x".repeat(600 * 1024)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("message").asText()).contains("512 kB");
    }

    @Test
    void ofTwoWindowsTheSecondIsToldAndGetsBothContents() {
        Http one = browser("klima-sachbearbeitung");
        Http other = browser("klima-sachbearbeitung");
        long seen = put(one, draft, 0, note("Anfang")).json().get("version").asLong();
        put(one, draft, seen, note("im ersten Fenster"));

        Http.Answer refused = put(other, draft, seen, note("im zweiten Fenster"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/saved/data/note").asText()).isEqualTo("im ersten Fenster");
        assertThat(refused.json().at("/sent/note").asText()).isEqualTo("im zweiten Fenster");
        assertThat(put(other, draft, 0, note("neu")).status()).isEqualTo(409);
        assertThat(discard(other, seen).status()).isEqualTo(409);
        assertThat(one.get(draft).json().at("/data/note").asText()).isEqualTo("im ersten Fenster");
    }

    @Test
    void discardedInOneWindowItIsNotBroughtBackByTheOther() {
        Http clerk = browser("klima-sachbearbeitung");
        long seen = put(clerk, draft, 0, note("Anfang")).json().get("version").asLong();

        assertThat(discard(clerk, seen).status()).isEqualTo(204);
        Http.Answer late = put(clerk, draft, seen, note("aus dem anderen Fenster"));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("saved").isNull()).isTrue();
        assertThat(put(clerk, draft, 0, note("rückgängig"))
                        .json()
                        .get("version")
                        .asLong())
                .as("a version is never used twice")
                .isGreaterThan(seen);
    }

    @Test
    void isForThoseOnlyWhoMayWorkOnTheTask() {
        assertThat(put(browser("awm-sachbearbeitung"), draft, 0, note("fremd")).status())
                .isEqualTo(404);
        assertThat(browser("wfm-sachbearbeitung").get(draft).status()).isEqualTo(404);
        assertThat(put(browser("wfm-leitung"), draft, 0, note("nur gelesen")).status())
                .as("a manager who reads the task in Cockpit")
                .isEqualTo(404);
        assertThat(new Http(port).get(draft).status()).isEqualTo(401);
        assertThat(browser("klima-sachbearbeitung")
                        .with("X-XSRF-TOKEN", "forged")
                        .send("PUT", draft, body(0, note("von fremder Seite")))
                        .status())
                .isEqualTo(403);
        assertThat(drafts()).isZero();
    }

    @Test
    void endsWithTheTask() {
        Http clerk = browser("klima-sachbearbeitung");
        put(clerk, draft, 0, note("halb fertig"));

        office.as("klima-sachbearbeitung").completes(task, office.valid("review-proposal"));

        assertThat(drafts()).isZero();
        assertThat(put(clerk, draft, 0, note("zu spät")).status())
                .as("a save that overtook the submission")
                .isEqualTo(410);
        assertThat(drafts()).isZero();
    }

    @Test
    void ofATaskThatAColleagueHasCompletedIsKeptAndSaysWhoAndWhen() {
        Http clerk = browser("klima-sachbearbeitung");
        long seen =
                put(clerk, draft, 0, note("halb fertig")).json().get("version").asLong();
        office.as("klima-leitung").completes(task, office.valid("review-proposal"));

        JsonNode late = put(clerk, draft, seen, note("noch ein Satz")).json();
        JsonNode kept = clerk.get(draft).json();

        assertThat(late.at("/ended/by").asText()).isEqualTo(nameOf("klima-leitung"));
        assertThat(kept.at("/data/note").asText()).isEqualTo("noch ein Satz");
        assertThat(kept.at("/ended/by").asText()).isEqualTo(nameOf("klima-leitung"));
        assertThat(kept.at("/ended/at").asText()).startsWith("20");
        assertThat(browser("awm-sachbearbeitung").get(draft).status()).isEqualTo(404);
        assertThat(discard(clerk, late.get("version").asLong()).status()).isEqualTo(204);
        assertThat(drafts()).isZero();
    }

    @Test
    void areListedWithWhatHasBecomeOfTheirTasks() {
        Http clerk = browser("klima-sachbearbeitung");
        put(clerk, draft, 0, note("halb fertig"));
        assertThat(listed(clerk).at("/draft/ended").isNull()).isTrue();
        office.as("klima-leitung").completes(task, office.valid("review-proposal"));

        JsonNode entry = listed(clerk);

        assertThat(entry.get("name").asText()).isEqualTo("Vorschlag prüfen");
        assertThat(entry.get("measureNumber").asText()).isNotBlank();
        assertThat(entry.at("/draft/ended/by").asText()).isEqualTo(nameOf("klima-leitung"));
        assertThat(browser("klima-leitung").get(DRAFTS).body()).doesNotContain(task.getId());
    }

    @Test
    void ofTasksThatAreOverStandBesideWhatIsKnownNow() {
        office.as("klima-sachbearbeitung").completes(task, office.valid("review-proposal", form -> {
            form.put("result", "REWORK").put("note", "Bitte kürzer");
            form.remove("body");
        }));
        String number = office.jdbc()
                .sql("select business_key_ from camunda.act_hi_procinst p join camunda.act_hi_taskinst t"
                        + " on t.proc_inst_id_ = p.id_ where t.id_ = :task")
                .param("task", task.getId())
                .query(String.class)
                .single();
        Task rework = office.open(number, "rework-proposal").get(0);
        Http clerk = browser("wfm-sachbearbeitung");
        ObjectNode data = json.createObjectNode();
        data.putObject("outline").put("title", "Mein Titel");
        put(clerk, FORMS + "task/" + rework.getId() + "/draft", 0, data);
        ObjectNode submitted = office.valid("rework-proposal");
        ((ObjectNode) submitted.get("outline")).put("title", "Titel der Kollegin");
        office.as("wfm-leitung").completes(rework, submitted);

        JsonNode both = clerk.get(DRAFTS + "/" + rework.getId()).json();

        assertThat(both.at("/entry/draft/data/outline/title").asText()).isEqualTo("Mein Titel");
        assertThat(both.at("/current/outline/title").asText()).isEqualTo("Titel der Kollegin");
        assertThat(both.at("/schema/components")).isNotEmpty();
        assertThat(browser("klima-sachbearbeitung")
                        .get(DRAFTS + "/" + rework.getId())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void ofTheFormThatStartsAProcessEndsWithTheStart() {
        Http clerk = browser("wfm-sachbearbeitung");
        ObjectNode data = json.createObjectNode();
        data.putObject("outline").put("title", "Eine neue Maßnahme");

        assertThat(put(clerk, START, 0, data).status()).isEqualTo(200);
        assertThat(clerk.get(START).json().at("/data/outline/title").asText()).isEqualTo("Eine neue Maßnahme");
        office.as("wfm-sachbearbeitung").proposes();

        assertThat(clerk.get(START).status()).isEqualTo(204);
        assertThat(put(clerk, FORMS + "start/workshops/draft", 0, data).status())
                .isEqualTo(404);
    }

    @Test
    void leavesNothingInTheEngine() {
        put(browser("klima-sachbearbeitung"), draft, 0, note("Kennwort-im-Entwurf"));

        assertThat(office.jdbc()
                        .sql("select (select count(*) from camunda.act_hi_varinst where text_ like '%Kennwort-im%')"
                                + " + (select count(*) from camunda.act_hi_detail where text_ like '%Kennwort-im%')"
                                + " + (select count(*) from camunda.act_ge_bytearray"
                                + " where position('Kennwort-im'::bytea in bytes_) > 0)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private JsonNode listed(Http clerk) {
        for (JsonNode entry : clerk.get(DRAFTS).json()) {
            if (task.getId().equals(entry.path("taskId").asText())) {
                return entry;
            }
        }
        throw new AssertionError("not listed");
    }

    private String nameOf(String user) {
        return office.jdbc()
                .sql("select first_ || ' ' || last_ from camunda.act_id_user where id_ = :user")
                .param("user", user)
                .query(String.class)
                .single()
                .trim();
    }

    private long version(Http clerk) {
        return clerk.get(draft).json().get("version").asLong();
    }

    private Http.Answer discard(Http clerk, long version) {
        return clerk.send("DELETE", draft + "?version=" + version, null);
    }

    private static Http.Answer put(Http clerk, String path, long version, JsonNode data) {
        return clerk.send("PUT", path, body(version, data));
    }

    private static String body(long version, JsonNode data) {
        return "{\"version\":" + version + ",\"data\":" + data + "}";
    }

    private ObjectNode note(String text) {
        return json.createObjectNode().put("note", text);
    }

    private long drafts() {
        return office.jdbc()
                .sql("select count(*) from task_draft where task_id = :task")
                .param("task", task.getId())
                .query(Long.class)
                .single();
    }

    private Http browser(String user) {
        Http client = new Http(port);
        assertThat(client.signIn(user, "tasklist").status()).isEqualTo(200);
        return client;
    }
}
