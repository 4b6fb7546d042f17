package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.Http;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The page "Vertretung" as its browser part asks it. */
class DeputiesPageTest extends DeputyPaths {

    private static final String CLERK = "awm-sachbearbeitung";

    @Autowired
    Accounts accounts;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
            "deputy": "awm-sachbearbeitung"              | deputy     | Vertretung           | Niemand kann sich selbst vertreten.
            "deputy": "nicht-da"                         | deputy     | Vertretung           | Diese Person gibt es in der Kommune „Stadt Münster“ nicht.
            "deputy": "bonn-person"                      | deputy     | Vertretung           | Diese Person gibt es in der Kommune „Stadt Münster“ nicht.
            "deputy": null                               | deputy     | Vertretung           | Bitte angeben, wer vertritt.
            "from": "2020-01-01"                         | from       | Erster Tag           | Eine Vertretung beginnt frühestens heute
            "until": "2020-01-01"                        | until      | Letzter Tag          | Der letzte Tag liegt vor dem ersten
            "until": "31.12.2099"                        | until      | Letzter Tag          | Diesen Tag gibt es nicht.
            "until": ["x"]                               | until      | Letzter Tag          | Diese Angabe ist nicht lesbar
            "place": 3                                   | place      | Rang                 | Möglich sind erste und zweite Vertretung
            "withHead": true                             | withHead   | Aufgaben der Leitung | Die vertretene Person leitet keinen Fachbereich.
            "departments": ["klima"]                     | departments | Fachbereiche        | Die Vertretung kann nur Fachbereiche umfassen
            "absent": "klima-sachbearbeitung"            | absent     | Vertretene Person    | Für andere kann nur die Leitung
            "absent": null, "headOf": "awm"              | headOf     | Vertretene Rolle     | Für diese Rolle kann nur die Leitung
            "reason": "krank"                            | reason     | -                    | Diese Angabe ist nicht lesbar oder hier nicht vorgesehen.
            """)
    void whatIsWrongIsSaidInGermanAtItsField(String change, String field, String label, String message) {
        accounts.ensureTenant("bonn", "Stadt Bonn");
        accounts.ensurePerson("bonn", "bonn-person", "Person in Bonn", List.of(), null);
        Http.Answer answer = browser(CLERK).post(DEPUTIES, body(change));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        JsonNode error = answer.json().get("errors").get(0);
        assertThat(error.get("field").asText()).isEqualTo(field);
        assertThat(error.path("label").asText("-")).isEqualTo(label);
        assertThat(error.get("message").asText()).startsWith(message);
        assertThat(browser(CLERK).get(DEPUTIES).json().get("mine")).isEmpty();
        accounts.removePerson("bonn", "bonn-person");
    }

    @Test
    void circularAndNestedDeputiesAreRefusedAndTheTextSaysWhatToDo() {
        names(CLERK, CLERK, "citeq-sachbearbeitung", body -> {});
        Http.Answer circle = browser("citeq-sachbearbeitung")
                .post(DEPUTIES, body("\"absent\": \"citeq-sachbearbeitung\", \"deputy\": \"awm-sachbearbeitung\""));
        assertThat(circle.status()).isEqualTo(400);
        assertThat(circle.body()).contains("führt im Kreis");
        Http.Answer nested = browser("citeq-sachbearbeitung")
                .post(DEPUTIES, body("\"absent\": \"citeq-sachbearbeitung\", \"deputy\": \"umwelt-sachbearbeitung\""));
        assertThat(nested.status()).isEqualTo(400);
        assertThat(nested.body()).contains("zweite Vertretung eintragen");
    }

    @Test
    void bothSidesAndTheHeadSeeADeputyshipAndStrangersDoNot() {
        String id = names("awm-leitung", CLERK, "citeq-sachbearbeitung", body -> {});
        JsonNode absent = browser(CLERK).get(DEPUTIES).json();
        assertThat(absent.at("/mine/0/deputy").asText()).isEqualTo("Sachbearbeitung citeq");
        assertThat(absent.at("/mine/0/state").asText()).isEqualTo("ACTIVE");
        assertThat(absent.at("/mine/0/mayEnd").asBoolean()).isTrue();
        assertThat(absent.get("absent").findValuesAsText("absent")).containsExactly(CLERK);
        JsonNode deputy = browser("citeq-sachbearbeitung").get(DEPUTIES).json();
        assertThat(deputy.at("/standingIn/0/absent").asText()).isEqualTo("Sachbearbeitung Abfallwirtschaftsbetriebe");
        assertThat(deputy.at("/standingIn/0/mayEnd").asBoolean()).isFalse();
        JsonNode head = browser("awm-leitung").get(DEPUTIES).json();
        assertThat(head.at("/department/0/id").asText()).isEqualTo(id);
        assertThat(head.get("absent").findValuesAsText("headOf")).contains("awm");
        JsonNode stranger = browser("umwelt-leitung").get(DEPUTIES).json();
        assertThat(stranger.toString()).doesNotContain(id);

        for (String other : List.of("citeq-sachbearbeitung", "umwelt-leitung")) {
            assertThat(browser(other).post(DEPUTIES + "/" + id + "/end", "{}").status())
                    .isEqualTo(404);
        }
        assertThat(browser(CLERK).post(DEPUTIES + "/" + id + "/end", "{}").status())
                .isEqualTo(200);
        assertThat(browser(CLERK).post(DEPUTIES + "/" + id + "/end", "{}").status())
                .isEqualTo(404);
        assertThat(browser(CLERK).post(DEPUTIES + "/kein-schluessel/end", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void nobodyGetsInWithoutSignInOrFromAnotherSite() {
        assertThat(new Http(port).get(DEPUTIES).status()).isEqualTo(401);
        Http browser = browser(CLERK);
        browser.with("X-XSRF-TOKEN", "forged");
        assertThat(browser.post(DEPUTIES, body("\"deputy\": \"citeq-sachbearbeitung\""))
                        .status())
                .isEqualTo(403);
    }

    private static String body(String change) {
        LocalDate today = LocalDate.now(BERLIN);
        StringBuilder body = new StringBuilder("{");
        if (!change.contains("\"absent\"")) {
            body.append("\"absent\": \"awm-sachbearbeitung\", ");
        }
        if (!change.contains("\"deputy\"")) {
            body.append("\"deputy\": \"citeq-sachbearbeitung\", ");
        }
        if (!change.contains("\"from\"")) {
            body.append("\"from\": \"").append(today).append("\", ");
        }
        if (!change.contains("\"until\"")) {
            body.append("\"until\": \"").append(today.plusDays(2)).append("\", ");
        }
        return body + change + "}";
    }
}
