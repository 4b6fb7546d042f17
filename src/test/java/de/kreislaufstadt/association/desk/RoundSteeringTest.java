package de.kreislaufstadt.association.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.OtherCity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The moderating department begins rounds and steers them from the page; nobody else does. */
class RoundSteeringTest extends ModelPaths {

    private static final String PRODUCTS = COMPONENTS + "/PRODUCTS/rounds/1";

    @Test
    void aRoundIsBegunAndCancelledFromThePage() {
        Http.Answer begun = moderation().post(COMPONENTS + "/rounds", "{\"components\": [\"PRODUCTS\"]}");
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        assertThat(begun.json().at("/begun/0").asText()).isEqualTo("MA-PRODUCTS-1");

        JsonNode round = moderation().get(PRODUCTS).json();
        assertThat(round.at("/round/state").asText()).isEqualTo("DRAFTING");
        assertThat(round.at("/round/next/task").asText())
                .as("the task of the draft")
                .isNotBlank();
        assertThat(moderation()
                        .post(COMPONENTS + "/rounds", "{\"components\": [\"PRODUCTS\"]}")
                        .status())
                .as("one round at a time")
                .isEqualTo(409);
        assertThat(moderation()
                        .post(PRODUCTS + "/close", "{\"reason\": \"Es eilt.\"}")
                        .status())
                .as("nobody was asked")
                .isEqualTo(409);

        assertThat(moderation()
                        .post(PRODUCTS + "/cancel", "{\"reason\": \"Doch nicht.\"}")
                        .status())
                .isEqualTo(204);

        JsonNode ended = moderation().get(PRODUCTS).json();
        assertThat(ended.path("cancelReason").asText()).isEqualTo("Doch nicht.");
        assertThat(ended.path("events").findValuesAsText("what")).containsExactly("Runde begonnen", "Abgebrochen");
        assertThat(moderation()
                        .post(PRODUCTS + "/cancel", "{\"reason\": \"Nochmals.\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aVersionIsWithdrawnOnceAndSaysWhy() {
        String address = COMPONENTS + "/STRATEGY/versions/1/withdrawal";

        assertThat(moderation()
                        .post(address, "{\"reason\": \"Ein Abschnitt ist falsch.\"}")
                        .status())
                .isEqualTo(204);

        JsonNode page = browser(OtherCity.CLERK).get(COMPONENTS + "/STRATEGY").json();
        assertThat(page.at("/versions/0/withdrawnReason").asText()).isEqualTo("Ein Abschnitt ist falsch.");
        assertThat(page.at("/line/version").isNull()).isTrue();
        assertThat(moderation().post(address, "{\"reason\": \"Nochmals.\"}").status())
                .isEqualTo(409);
        assertThat(moderation()
                        .post(COMPONENTS + "/STRATEGY/versions/7/withdrawal", "{\"reason\": \"Es eilt.\"}")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/STRATEGY/rounds/2/cancel", "/STRATEGY/versions/1/withdrawal"})
    void withoutReasonNothingEnds(String path) {
        String rows = office.rows();

        for (String body : List.of("{}", "{\"reason\": \" \"}", "{\"reason\": \"" + "x".repeat(2001) + "\"}")) {
            Http.Answer refused = moderation().post(COMPONENTS + path, body);
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(fields(refused)).containsExactly("reason");
        }
        assertThat(office.rows()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "verbundprobe-tag-sachbearbeitung",
        "anderestadt-klima",
        "verbundprobe-empfang",
        "wfm-leitung",
        "beobachtung"
    })
    void nobodyElseSteers(String user) {
        String rows = office.rows();
        for (String path : List.of(
                "/rounds",
                "/STRATEGY/rounds/2/remind",
                "/STRATEGY/rounds/2/close",
                "/STRATEGY/rounds/2/cancel",
                "/STRATEGY/rounds/77/cancel",
                "/STRATEGY/versions/1/withdrawal")) {
            assertThat(browser(user).post(COMPONENTS + path, "{}").status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(office.rows()).isEqualTo(rows);
    }

    @Test
    void aComponentThatDoesNotExistIsRefusedAtItsField() {
        Http.Answer refused = moderation().post(COMPONENTS + "/rounds", "{\"components\": [\"UNSINN\"]}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly("components");
        assertThat(moderation()
                        .post(COMPONENTS + "/UNSINN/rounds/1/cancel", "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }
}
