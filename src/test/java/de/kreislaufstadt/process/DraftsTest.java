package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Http;
import org.junit.jupiter.api.Test;

/** Drafts while the form is being filled: on which machine, in which window, by whom, and of which shape. */
class DraftsTest extends DraftPaths {

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
}
