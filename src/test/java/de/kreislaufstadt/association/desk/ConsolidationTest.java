package de.kreislaufstadt.association.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.Http;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The moderation answers comments beside the passages they are about, and writes the text that comes out of it. */
class ConsolidationTest extends ModelPaths {

    @Test
    void everyPassageSaysHowManyCommentsWaitForAnAnswer() {
        office.answered(foreignComment, "NOTED");

        JsonNode page = moderation().get(ROUND + "/passages").json();

        assertThat(page.path("comments").asInt()).isEqualTo(3);
        assertThat(page.path("unanswered").asInt()).isEqualTo(2);
        assertThat(page.path("mayEdit").asBoolean()).isTrue();
        assertThat(page.path("passages").findValuesAsText("anchor")).containsExactly("ziele", "neu", "_");
        assertThat(page.at("/passages/0/unanswered").asInt()).isEqualTo(1);
        assertThat(page.at("/passages/2/comments").asInt()).isEqualTo(1);
    }

    @Test
    void commentsStandBesideThePassageTheyAreAboutWithTheirCityAndNobodysName() {
        JsonNode passage = moderation().get(ROUND + "/passages/ziele").json();

        assertThat(passage.path("draft").asText()).isEqualTo("Städte sparen Rohstoffe und Flächen.");
        assertThat(passage.path("comments").findValuesAsText("city"))
                .containsExactly("Andere Stadt", "Partnerkommune 07");
        assertThat(passage.at("/comments/0/kindLabel").asText()).isEqualTo("Änderung");
        assertThat(passage.toString()).doesNotContain("wer-tippt");
        office.answered(ownComment, "ACCEPTED");
        assertThat(moderation()
                        .get(ROUND + "/passages/ziele?open=true")
                        .json()
                        .path("comments")
                        .findValuesAsText("city"))
                .containsExactly("Partnerkommune 07");
    }

    @Test
    void aCommentOnAPassageThatIsGoneIsOneOnTheWhole() {
        office.comment(round, partner, 3, "entfallen", "Wo ist er hin?");

        assertThat(moderation()
                        .get(ROUND + "/passages/_")
                        .json()
                        .path("comments")
                        .findValuesAsText("text"))
                .containsExactlyInAnyOrder("Im Ganzen gut", "Wo ist er hin?");
    }

    @Test
    void aPassageWithManyCommentsComesInParts() {
        for (int position = 10; position < 70; position++) {
            office.comment(round, partner, position, "neu", "Anmerkung " + position);
        }

        JsonNode first = moderation().get(ROUND + "/passages/neu").json();
        JsonNode rest = moderation().get(ROUND + "/passages/neu?from=50").json();

        assertThat(first.path("count").asInt()).isEqualTo(60);
        assertThat(first.path("comments")).hasSize(50);
        assertThat(rest.path("comments").findValuesAsText("text"))
                .hasSize(10)
                .doesNotContainAnyElementsOf(first.path("comments").findValuesAsText("text"));
    }

    @Test
    void anAnswerIsKeptAndCanBeChangedByWhoSawIt() {
        Http.Answer first = answers(ownComment, answer("ACCEPTED", "Steht nun da.", null));
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().path("answerLabel").asText()).isEqualTo("Angenommen");

        Http.Answer second = answers(
                ownComment,
                answer("PARTLY", "Zur Hälfte.", first.json().path("seen").asText()));

        assertThat(second.status()).as(second.body()).isEqualTo(200);
        assertThat(stored(ownComment)).isEqualTo("PARTLY Zur Hälfte. " + ModelOffice.MODERATION);
        assertThat(jdbc.sql("select acted_by from component_event where kind = 'ANSWERED'")
                        .query(String.class)
                        .list())
                .as("adoption asks who has worked on it")
                .containsOnly(ModelOffice.MODERATION);
    }

    @Test
    void twoWhoAnswerTheSameCommentDoNotOverwriteEachOther() {
        answers(ownComment, answer("ACCEPTED", "Ja.", null));
        String rows = office.rows();

        Http.Answer late = answers(ownComment, answer("DECLINED", "Nein.", null));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("message").asText())
                .contains("Andere Stadt", "inzwischen jemand anderes geantwortet: Angenommen");
        assertThat(office.rows()).isEqualTo(rows);
    }

    @Test
    void equalCommentsAreAnsweredAtOnceOrNotAtAll() {
        String both = "{\"comments\": [\"%s\", \"%s\"], \"answer\": \"NOTED\", \"text\": \"Danke.\"}"
                .formatted(ownComment, foreignComment);
        assertThat(send("/answers", both).json().path("answered").asInt()).isEqualTo(2);
        assertThat(stored(foreignComment)).startsWith("NOTED Danke.");

        String rows = office.rows();
        String oneOfThemAgain = both.replace(ownComment.toString(), onTheWhole.toString());
        assertThat(send("/answers", oneOfThemAgain).status()).isEqualTo(409);
        assertThat(send(
                                "/answers",
                                both.replace(
                                        ownComment.toString(), UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(404);
        assertThat(send("/answers", "{\"comments\": [], \"answer\": \"NOTED\", \"text\": \"Danke.\"}")
                        .status())
                .isEqualTo(400);
        assertThat(office.rows()).isEqualTo(rows);
    }

    @Test
    void theTextOfAPassageIsWrittenAgainstTheDraftAndShowsWhatIsDifferent() {
        JsonNode seen = moderation().get(ROUND + "/passages/ziele").json();
        String text = "Städte sparen Rohstoffe.";

        JsonNode live = moderation()
                .post(ROUND + "/passages/ziele/comparison", "{\"text\": \"" + text + "\"}")
                .json();
        assertThat(live.findValuesAsText("kind")).containsExactly("SAME", "REMOVED", "SAME");
        assertThat(writes("ziele", text, seen.path("seen").asText()).status()).isEqualTo(204);

        JsonNode written = moderation().get(ROUND + "/passages/ziele").json();
        assertThat(written.path("text").asText()).isEqualTo(text);
        assertThat(written.path("difference")).isEqualTo(live);
        String rows = office.rows();
        Http.Answer late = writes("ziele", "Anders.", seen.path("seen").asText());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("message").asText()).contains("„Ziele“", "nicht gespeichert");
        assertThat(office.rows()).isEqualTo(rows);

        assertThat(writes(
                                "ziele",
                                written.path("draft").asText(),
                                written.path("seen").asText())
                        .status())
                .isEqualTo(204);
        assertThat(jdbc.sql("select consolidated from component_section where anchor = 'ziele'")
                        .query((row, index) -> String.valueOf(row.getString(1)))
                        .list())
                .as("what says the same is the draft")
                .containsExactly("null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MAYBE    | Warum nicht. | answer
            ''       | Warum nicht. | answer
            ACCEPTED | ''           | text
            ACCEPTED | LONG         | text
            ACCEPTED | \\u0000      | text
            """)
    void anAnswerThatIsNoneIsRefusedAtItsField(String kind, String text, String field) {
        String rows = office.rows();

        Http.Answer refused = answers(ownComment, answer(kind, text.equals("LONG") ? "x".repeat(4001) : text, null));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly(field);
        assertThat(refused.json().at("/errors/0/label").asText()).isNotBlank();
        assertThat(office.rows()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({"EMPTY, text", "LONG, text", "UNSEEN, seen", "UNREADABLE, seen"})
    void aTextThatIsNoneIsRefusedAtItsField(String what, String field) {
        String seen =
                moderation().get(ROUND + "/passages/ziele").json().path("seen").asText();
        String rows = office.rows();

        Http.Answer refused = switch (what) {
            case "EMPTY" -> writes("ziele", "  ", seen);
            case "LONG" -> writes("ziele", "x".repeat(20_001), seen);
            case "UNSEEN" -> send("/passages/ziele", "{\"text\": \"Neu.\"}");
            default -> writes("ziele", "Neu.", "gestern");
        };

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly(field);
        assertThat(office.rows()).isEqualTo(rows);
    }

    @Test
    void whatIsNotOfTheRoundIsUnknown() {
        UUID elsewhere = office.comment(before, office.request(before, "partner07", "ANSWERED"), 1, null, "Früher");
        String rows = office.rows();

        for (String id : new String[] {elsewhere.toString(), UUID.randomUUID().toString(), "kein-id"}) {
            assertThat(send("/comments/" + id, answer("NOTED", "Danke.", null)).status())
                    .as(id)
                    .isEqualTo(404);
        }
        assertThat(writes("wege", "Neu.", "2026-01-01T00:00:00Z").status()).isEqualTo(404);
        for (String path : new String[] {
            "/STRATEGY/rounds/7/passages",
            "/STRATEGY/rounds/x/passages",
            "/UNSINN/rounds/2/passages",
            "/STRATEGY/rounds/2/passages/wege"
        }) {
            assertThat(moderation().get(COMPONENTS + path).status()).as(path).isEqualTo(404);
        }
        assertThat(office.rows()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFTING, erst",
        "COMMENTING, erst",
        "ADOPTING, nicht mehr",
        "PUBLISHED, nicht mehr",
        "CANCELLED, nicht mehr"
    })
    void nothingIsAnsweredOrWrittenBeforeAndAfter(String state, String word) {
        String seen =
                moderation().get(ROUND + "/passages/ziele").json().path("seen").asText();
        jdbc.sql("update component_round set state = :state, ended_on = case when :ended then date '2026-11-20' end,"
                        + " cancel_reason = case when :state = 'CANCELLED' then 'Es eilt nicht.' end where id = :id")
                .param("state", state)
                .param("ended", state.equals("PUBLISHED") || state.equals("CANCELLED"))
                .param("id", round)
                .update();
        String rows = office.rows();

        Http.Answer answered = answers(ownComment, answer("NOTED", "Danke.", null));
        assertThat(answered.status()).as(answered.body()).isEqualTo(409);
        assertThat(answered.json().path("message").asText()).contains(word);
        assertThat(writes("ziele", "Neu.", seen).status()).isEqualTo(409);
        assertThat(send(
                                "/answers",
                                "{\"comments\": [\"" + ownComment + "\"], \"answer\": \"NOTED\", \"text\": \"Danke.\"}")
                        .status())
                .isEqualTo(409);
        assertThat(moderation().get(ROUND + "/passages").json().path("mayEdit").asBoolean())
                .isFalse();
        assertThat(office.rows()).isEqualTo(rows);
    }

    private Http.Answer answers(UUID comment, String body) {
        return send("/comments/" + comment, body);
    }

    private Http.Answer writes(String anchor, String text, String seen) {
        return send("/passages/" + anchor, "{\"text\": \"%s\", \"seen\": \"%s\"}".formatted(text, seen));
    }

    private Http.Answer send(String path, String body) {
        return moderation().send("PUT", ROUND + path, body);
    }

    private String stored(UUID comment) {
        return jdbc.sql(
                        "select answer || ' ' || answer_text || ' ' || answered_by from component_comment where id = :id")
                .param("id", comment)
                .query(String.class)
                .single();
    }
}
