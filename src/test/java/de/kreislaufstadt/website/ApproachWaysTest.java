package de.kreislaufstadt.website;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.SharedApproach;
import de.kreislaufstadt.support.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of the association is public over the wire: what is released, at once, and nothing beside it. */
@ApplicationTest
class ApproachWaysTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Movable clock;

    private SharedApproach shared;

    @BeforeEach
    void anAssociation() {
        clock.advance(Duration.ofMinutes(2));
        shared = new SharedApproach(jdbc);
        shared.found();
    }

    @AfterEach
    void asBefore() {
        shared.dissolve();
        clock.putBack();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/modellansatz",
                "/modellansatz?sprache=en",
                "/modellansatz/vergleich",
                "/modellansatz/strategie",
                "/modellansatz/strategie/fassungen",
                "/modellansatz/strategie/fassungen/1",
                "/modellansatz/produkte",
                "/modellansatz/produkte/fassungen/1",
                "/modellansatz/prozesse",
                "/modellansatz/feed.atom",
                "/modellansatz/vorschau.png"
            })
    void everybodyReadsWithoutACookieAndNobodyWhatIsInternal(String address) {
        Http.Answer answer = browser().get(address);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("Cache-Control")).contains("no-cache");
        assertThat(answer.body()).doesNotContain(SharedApproach.INTERNAL, "<script", "style=", "??");
        assertThat(browser()
                        .with("If-None-Match", answer.header("ETag"))
                        .get(address)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void onlyWhatIsReleasedIsCompared() {
        assertThat(words("/modellansatz/vergleich"))
                .contains("Münster Strategie 3 – umgesetzt übernommen Fassung 1 30. November 2025 Klimabericht 2025")
                .doesNotContain("1 – angedacht übernommen", "4 – verankert und überprüft übernommen");
    }

    @Test
    void whatIsWithdrawnIsGoneFromTheNextRequest() {
        assertThat(words("/modellansatz/vergleich")).contains("Klimabericht 2025");
        shared.withdrawsRelease();
        assertThat(words("/modellansatz/vergleich"))
                .contains("Noch hat keine Kommune etwas freigegeben.")
                .doesNotContain("Klimabericht 2025");
    }

    @Test
    void whatIsPublishedIsInTheNextRequest() {
        assertThat(words("/modellansatz/strategie")).contains("Ziele bis 2030");
        shared.version("STRATEGY", 2, "Ziele bis 2035", null);
        assertThat(words("/modellansatz/strategie")).contains("Ziele bis 2035").doesNotContain("Ziele bis 2030");
        assertThat(words("/modellansatz/feed.atom")).contains("Strategie, Fassung 2");
    }

    @Test
    void whoJoinsIsThereAtOnceAndPagesOfTheCitySaySo() {
        assertThat(words("/modellansatz")).doesNotContain("Partnerkommune 08");
        assertThat(words("/muenster")).contains(SharedApproach.NAME);
        shared.joins("partner08", "Partnerkommune 08");
        assertThat(words("/modellansatz")).contains("Partnerkommune 08");
        shared.dissolve();
        assertThat(words("/muenster")).doesNotContain(SharedApproach.NAME);
        assertThat(browser().get("/modellansatz").status()).isEqualTo(404);
        shared.found();
    }

    @Test
    void theOfficeIsNoMunicipality() {
        assertThat(words("/")).doesNotContain(SharedApproach.NAME + " ?");
        assertThat(browser().get("/" + SharedApproach.OFFICE).status()).isEqualTo(404);
        assertThat(browser().get("/api/v1/municipalities").body()).doesNotContain(SharedApproach.OFFICE);
    }

    @Test
    void theOfficeAnswersForThePages() {
        assertThat(words("/modellansatz/impressum")).contains("Hier ist noch kein Impressum hinterlegt.");
        shared.says("IMPRINT", "Der Verbund, vertreten durch seine Geschäftsstelle");
        assertThat(words("/modellansatz/impressum")).contains("Der Verbund, vertreten durch seine Geschäftsstelle");
    }

    @Test
    void whatIsNotThereIsAnsweredAlike() {
        List<String> nowhere = List.of(
                "/modellansatz/gibt-es-nicht",
                "/modellansatz/strategie/fassungen/0",
                "/modellansatz/strategie/fassungen/abc",
                "/modellansatz/strategie/fassungen/7",
                "/modellansatz/strategie/fassungen/1/2",
                "/modellansatz/..%2f..%2fetc%2fpasswd",
                "/modellansatz/strategie/fassungen/%00");
        for (String address : nowhere) {
            Http.Answer answer = browser().get(address);
            assertThat(answer.status()).as(address).isIn(400, 404);
            assertThat(answer.body()).as(address).doesNotContain("Exception", "passwd");
            assertThat(answer.header("Set-Cookie")).isNull();
        }
    }

    @Test
    void theModelApproachIsOnlyRead() {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            Http.Answer answer = new Http(port).send(method, "/modellansatz/strategie", "{}");
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
        }
    }

    private String words(String address) {
        return SiteInMemory.words(browser().get(address).body());
    }

    private Http browser() {
        return new Http(port).with("Accept", "text/html");
    }
}
