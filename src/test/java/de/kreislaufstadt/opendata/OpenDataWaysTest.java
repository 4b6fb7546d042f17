package de.kreislaufstadt.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
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

/** How the open data answer over the wire: to every program, without a cookie, and to nobody too often. */
@ApplicationTest
class OpenDataWaysTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock.Movable clock;

    @BeforeEach
    void aMinuteOfItsOwn() {
        clock.advance(Duration.ofMinutes(2));
    }

    @AfterEach
    void asBefore() {
        clock.putBack();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/municipalities",
                "/api/v1/measures?municipality=muenster",
                "/api/v1/times?municipality=muenster",
                "/api/v1/schema/measure.schema.json",
                "/api/v1/openapi.json",
                "/opendata/catalog",
                "/muenster/daten/massnahmen.csv"
            })
    void everyProgramReadsFromEverySiteAndMayAskWhetherItStillHolds(String address) {
        Http.Answer answer =
                new Http(port).with("Origin", "https://other.example").get(address);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(answer.header("Cache-Control")).contains("no-cache");
        Http.Answer again =
                new Http(port).with("If-None-Match", answer.header("ETag")).get(address);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void aBrowserMayAskBeforeItAsks() {
        Http.Answer answer = new Http(port)
                .with("Origin", "https://other.example")
                .with("Access-Control-Request-Method", "GET")
                .send("OPTIONS", "/api/v1/measures", null);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("If-None-Match");
    }

    @Test
    void openDataAreOnlyRead() {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            Http.Answer answer = new Http(port).send(method, "/api/v1/measures", "{}");
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.header("Allow")).contains("GET");
            assertThat(answer.json().get("title").asText()).isEqualTo("Nur lesen");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/measures/muenster/..%2f..%2fetc%2fpasswd",
                "/api/v1/measures/muenster/%00",
                "/muenster/daten/..%2fgeheim.csv",
                "/opendata/dataset/muenster/a;b",
                "/muenster/massnahmen/a.b/rohdaten.json"
            })
    void aPathThatIsNoneLeadsNowhere(String address) {
        Http.Answer answer = new Http(port).get(address);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception", "passwd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/muenster/daten", "/muenster/daten?sprache=en", "/api", "/api?sprache=en"})
    void peopleReadAboutTheDataOnPages(String address) {
        Http.Answer answer = new Http(port).with("Accept", "text/html").get(address);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body())
                .contains(address.contains("=en") ? "lang=\"en\"" : "lang=\"de\"")
                .doesNotContain("<script", "style=", "??");
    }

    @Test
    void aFormOfTheExplorerLeadsToWhatItAsksFor() {
        Http.Answer list = new Http(port)
                .get("/api?operation=measures&municipality=muenster&q=Grün+%26+Blau".replace("ü", "%C3%BC"));
        assertThat(list.status()).isEqualTo(303);
        assertThat(list.header("Location")).endsWith("/api/v1/measures?municipality=muenster&q=Gr%C3%BCn+%26+Blau");
        Http.Answer one = new Http(port)
                .get("/api?operation=measure&municipality=..%2f%2fx.example&number=WW-09".replace("%2f", "/"));
        assertThat(one.header("Location")).endsWith("/api/v1/measures/xexample/WW-09");
        assertThat(new Http(port).get("/api?operation=nothing").status()).isEqualTo(404);
    }

    /** A thousand requests at once: those within the ceiling are answered, the others are told when to come again. */
    @Test
    void nobodyAsksSoOftenThatOthersWait() {
        clock.standStill();
        clock.advance(Duration.ofMinutes(10));
        assertThat(answered("/api/v1/measures?municipality=muenster", 1000)).isEqualTo(300);
        assertThat(answered("/muenster/daten/finanzplan.csv", 40)).isEqualTo(20);
        clock.advance(Duration.ofMinutes(1));
        assertThat(answered("/api/v1/measures?municipality=muenster", 1)).isEqualTo(1);
    }

    private int answered(String address, int times) {
        Http somebody = new Http(port);
        int answered = 0;
        for (int i = 0; i < times; i++) {
            Http.Answer answer = somebody.get(address);
            if (answer.status() == 200) {
                answered++;
            } else {
                assertThat(answer.status()).isEqualTo(429);
                assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 61);
                JsonNode problem = answer.json();
                assertThat(problem.get("title").asText()).isEqualTo("Zu viele Anfragen");
                assertThat(problem.get("detail").asText()).contains(answer.header("Retry-After"));
            }
        }
        return answered;
    }
}
