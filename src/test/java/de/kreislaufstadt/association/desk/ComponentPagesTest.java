package de.kreislaufstadt.association.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.association.ComponentPaper;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.support.AccessiblePdf;
import de.kreislaufstadt.support.OtherCity;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page "Modellansatz" shows to the office, to members, and to everybody else. */
class ComponentPagesTest extends ModelPaths {

    private static final String SECOND = """
            [{"anchor": "ziele", "heading": "Ziele", "text": "Städte sparen **Rohstoffe** und Flächen.\\n\\n### Wie\\n\\n- tauschen\\n- <b>leihen</b>\\n    1. kurz\\n    2. lang"},
             {"anchor": "neu", "heading": "Neues 🚲 漢字", "text": "Ein neuer [Abschnitt](https://example.org/)."}]""";

    @Autowired
    private ComponentPaper papers;

    @Test
    void theListSaysOfEveryComponentWhereItStandsAndWhoseTurnItIs() {
        JsonNode page = moderation().get(COMPONENTS).json();

        assertThat(page.path("mayAct").asBoolean()).isTrue();
        assertThat(page.path("components").findValuesAsText("component"))
                .containsExactly("VISION_GOALS", "STRATEGY", "PROCESSES", "STRUCTURES", "INSTRUMENTS", "PRODUCTS");
        JsonNode strategy = page.at("/components/1");
        assertThat(strategy.path("version").asInt()).isEqualTo(1);
        assertThat(strategy.at("/round/number").asInt()).isEqualTo(2);
        assertThat(strategy.at("/round/asked").asInt()).isEqualTo(3);
        assertThat(strategy.at("/round/answered").asInt()).isEqualTo(2);
        assertThat(strategy.at("/round/next/with").asText()).isEqualTo("Difu");
        assertThat(strategy.at("/round/next/waitsForYou").asBoolean()).isTrue();
        assertThat(browser(ModelOffice.ADOPTION)
                        .get(COMPONENTS)
                        .json()
                        .at("/components/1/round/next/waitsForYou")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void whoIsMissingStandsThereWithWhyAndNobodysName() {
        JsonNode page = browser(ModelOffice.ADOPTION).get(ROUND).json();

        assertThat(page.path("members").findValuesAsText("stateLabel"))
                .containsExactly("beantwortet", "beantwortet", "nicht erreichbar");
        assertThat(page.at("/members/2/why").asText()).isEqualTo("arbeitet nicht in dieser Anwendung");
        assertThat(page.path("states").path("ANSWERED").asInt()).isEqualTo(2);
        assertThat(page.toString()).doesNotContain("wer-tippt");
        assertThat(page.path("mayAct").asBoolean()).isFalse();
    }

    @Test
    void aMemberSeesItsOwnCommentsAndTheirAnswersOncePublishedAndNeverThoseOfOthers() {
        office.answered(ownComment, "PARTLY");
        JsonNode before = browser(OtherCity.CLERK).get(ROUND).json();
        assertThat(before.path("own").findValuesAsText("text")).containsExactly("Flächen fehlen nicht");
        assertThat(before.at("/own/0/answer").isNull()).isTrue();
        assertThat(before.path("members")).isEmpty();
        assertThat(before.path("answers")).isEmpty();
        assertThat(before.toString()).doesNotContain("Geheim", "Weil es stimmt", "Partnerkommune");

        jdbc.sql("update component_round set state = 'PUBLISHED', ended_on = '2026-11-20' where id = :id")
                .param("id", round)
                .update();
        JsonNode after = browser(OtherCity.CLERK).get(ROUND).json();
        assertThat(after.at("/own/0/answerLabel").asText()).isEqualTo("Teilweise angenommen");
        assertThat(after.path("answers").path("Teilweise angenommen").asInt()).isEqualTo(1);
        assertThat(after.toString()).doesNotContain("Geheim", "Partnerkommune");
        assertThat(before.at("/round/own").asText()).isEqualTo("beantwortet");
    }

    @Test
    void aMemberHearsOfARoundWhenItIsAsked() {
        office.round("PRODUCTS", 1, "DRAFTING");

        JsonNode page = browser(OtherCity.CLERK).get(COMPONENTS).json();

        assertThat(page.at("/components/1/round/state").asText()).isEqualTo("CONSOLIDATING");
        assertThat(page.at("/components/5/round").isNull()).isTrue();
        assertThat(browser(OtherCity.CLERK)
                        .get(COMPONENTS + "/PRODUCTS/rounds/1")
                        .status())
                .isEqualTo(404);
        assertThat(moderation().get(COMPONENTS + "/PRODUCTS/rounds/1").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            verbundprobe-difu-sachbearbeitung | 200 | 200 | 200
            verbundprobe-tag-sachbearbeitung  | 200 | 200 | 403
            anderestadt-klima                 | 200 | 403 | 403
            verbundprobe-empfang              | 403 | 403 | 403
            wfm-leitung                       | 403 | 403 | 403
            beobachtung                       | 403 | 403 | 403
            """)
    void everybodyReadsAndWritesWhatIsTheirs(String user, int page, int comments, int answer) {
        for (String path : List.of(
                COMPONENTS,
                COMPONENTS + "/STRATEGY",
                ROUND,
                COMPONENTS + "/STRATEGY/comparison?from=1&to=draft",
                COMPONENTS + "/STRATEGY/versions/1/paper.pdf")) {
            assertThat(browser(user).get(path).status()).as(path).isEqualTo(page);
        }
        for (String path : List.of(ROUND + "/passages", ROUND + "/passages/ziele", ROUND + "/passages/_")) {
            assertThat(browser(user).get(path).status()).as(path).isEqualTo(comments);
        }
        assertThat(browser(user)
                        .post(ROUND + "/passages/ziele/comparison", "{\"text\": \"Neu.\"}")
                        .status())
                .isEqualTo(comments);
        String rows = office.rows();
        int answered = browser(user)
                .send("PUT", ROUND + "/comments/" + ownComment, answer("NOTED", "Danke.", null))
                .status();
        // Whoever must not look from within the application is stopped before the desk is asked.
        assertThat(answered).isEqualTo(answer);
        if (answer != 200) {
            assertThat(browser(user)
                            .send("PUT", ROUND + "/passages/ziele", "{\"text\": \"Neu.\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(browser(user).send("PUT", ROUND + "/answers", "{}").status())
                    .isEqualTo(403);
            assertThat(office.rows()).isEqualTo(rows);
        }
        assertThat(browser(user).get("/camunda/api/kreislaufstadt/pages").body().contains("\"components\""))
                .isEqualTo(page == 200);
    }

    @Test
    void theDraftIsComparedWithTheLastVersionSectionBySection() {
        JsonNode compared = moderation()
                .get(COMPONENTS + "/STRATEGY/comparison?from=1&to=draft")
                .json();

        assertThat(compared.path("from").asText()).isEqualTo("Fassung 1");
        assertThat(compared.path("sections").findValuesAsText("change")).containsExactly("CHANGED", "REMOVED", "ADDED");
        assertThat(compared.path("sections").findValuesAsText("label")).containsExactly("geändert", "entfallen", "neu");
        assertThat(compared.at("/sections/0/pieces/1/text").asText()).isEqualTo(" und Flächen");
    }

    @Test
    void whatTheOfficeIsWritingIsNotComparedForMembers() {
        jdbc.sql("update component_section set consolidated = 'Vertraulich' where anchor = 'neu'")
                .update();
        String address = COMPONENTS + "/STRATEGY/comparison?from=1&to=draft";

        assertThat(moderation().get(address).body()).contains("Vertraulich");
        assertThat(browser(OtherCity.CLERK).get(address).body())
                .doesNotContain("Vertraulich")
                .contains("Ein neuer Abschnitt.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=9&to=draft", "from=1&to=entwurf", "from=0&to=1", "from=1&to=99999999"})
    void whatIsNotThereIsNotCompared(String query) {
        assertThat(moderation()
                        .get(COMPONENTS + "/STRATEGY/comparison?" + query)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void aVersionIsADocumentThatEverybodyCanReadAndAlwaysTheSameFile(String language) throws Exception {
        office.answered(ownComment, "ACCEPTED");
        office.version("STRATEGY", 2, round, SECOND);
        Locale locale = Locale.forLanguageTag(language);

        byte[] file =
                papers.pdf(ModelComponent.STRATEGY, 2, locale).orElseThrow().content();

        Files.createDirectories(Path.of("target", "reports"));
        Files.write(Path.of("target", "reports", "component-" + language + ".pdf"), file);
        AccessiblePdf.check(file);
        assertThat(papers.pdf(ModelComponent.STRATEGY, 2, locale).orElseThrow().content())
                .isEqualTo(file);
        assertThat(papers.pdf(ModelComponent.STRATEGY, 3, locale)).isEmpty();
    }

    @Test
    void theDocumentIsFetchedFromThePage() {
        HttpResponse<byte[]> paper = browser(OtherCity.CLERK).download(COMPONENTS + "/STRATEGY/versions/1/paper.pdf");

        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("modellansatz-strategie-fassung-1.pdf");
        assertThat(moderation()
                        .get(COMPONENTS + "/STRATEGY/versions/2/paper.pdf")
                        .status())
                .isEqualTo(404);
        assertThat(moderation().get(COMPONENTS + "/UNSINN/versions/1/paper.pdf").status())
                .isEqualTo(404);
    }
}
