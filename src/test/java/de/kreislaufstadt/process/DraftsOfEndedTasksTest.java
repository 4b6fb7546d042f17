package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Http;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** What becomes of drafts when their task is completed, by oneself or by somebody else. */
class DraftsOfEndedTasksTest extends DraftPaths {

    private static final String DRAFTS = "/camunda/api/kreislaufstadt/drafts";

    private static final String START = FORMS + "start/measure-lifecycle/draft";

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
}
