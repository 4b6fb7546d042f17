package de.kreislaufstadt.website;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How public addresses answer over the wire: to everybody, without a cookie, and to nobody too often. */
@ApplicationTest
class PublicWaysTest {

    @LocalServerPort
    int port;

    @Autowired
    TestClock.Movable clock;

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
                "/muenster",
                "/muenster?sprache=en&q=x",
                "/muenster/impressum",
                "/muenster/barrierefreiheit",
                "/muenster/leichte-sprache",
                "/muenster/datenschutz",
                "/muenster/feed.atom",
                "/robots.txt",
                "/sitemap.xml",
                "/arbeiten"
            })
    void everybodyReadsWithoutACookie(String address) {
        Http.Answer answer = new Http(port).get(address);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("Content-Security-Policy"))
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        Http.Answer withCookie =
                new Http(port).with("Cookie", "JSESSIONID=0123456789ABCDEF").get(address);
        assertThat(withCookie.body()).isEqualTo(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/muenster/massnahmen/gibt-es-nicht",
                "/muenster/massnahmen/WW-09",
                "/muenster/massnahmen/00000000-0000-0000-0000-000000000000",
                "/muenster/massnahmen/gibt-es-nicht/fassungen/1",
                "/muenster/massnahmen/gibt-es-nicht/feed.atom",
                "/muenster?seite=-1"
            })
    void whatIsNotPublicIsNotThere(String address) {
        Http.Answer answer = new Http(port).get(address);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Diese Seite gibt es nicht");
        assertThat(answer.body())
                .isEqualTo(new Http(port).get("/muenster/massnahmen/nirgends").body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/muenster/massnahmen/..%2f..%2fetc%2fpasswd",
                "/muenster/massnahmen/a;b",
                "/muenster/massnahmen/%00",
                "/muenster/massnahmen/ä",
                "/muenster/massnahmen/a.b",
                "/muenster/massnahmen/a/b/c",
                "/muenster/gibt/es/nicht",
                "/muenster/impress%75m",
                "/impress%75m",
                "/MUENSTER",
                "/nirgends"
            })
    void aPathThatIsNoneLeadsNowhere(String address) {
        Http.Answer answer = new Http(port).with("Accept", "text/html").get(address.replace("ä", "%C3%A4"));
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception", "passwd");
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    @Test
    void publicAddressesAreOnlyRead() {
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
            Http.Answer answer = new Http(port).send(method, "/muenster", "{}");
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
        }
        assertThat(new Http(port).send("HEAD", "/muenster", null).status()).isEqualTo(200);
    }

    @Test
    void aFormThatNobodyCanHaveTypedIsRefusedBeforeItIsRead() {
        String address = "/muenster/massnahmen/kreislaufstadt/frage";
        Http.Answer answer = new Http(port)
                .with("Accept", "text/html")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", address, "text=" + "x".repeat(40_000));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("<h1>Das ist zu viel auf einmal</h1>", "href=\"/muenster\"");
        assertThat(new Http(port).send("PUT", address, "{}").header("Allow")).isEqualTo("GET, HEAD, POST");
    }

    @Test
    void whoeverHasThePageIsToldThatItStillHolds() {
        String tag = new Http(port).get("/muenster").header("ETag");
        assertThat(new Http(port).with("If-None-Match", tag).get("/muenster").status())
                .isEqualTo(304);
    }

    /** A thousand requests at once: those within the ceiling are answered, the others are told when to come again. */
    @Test
    void nobodyAsksSoOftenThatOthersWait() {
        clock.standStill();
        clock.advance(Duration.ofMinutes(10));
        int answered = 0;
        int refused = 0;
        Http somebody = new Http(port);
        for (int i = 0; i < 1000; i++) {
            Http.Answer answer = somebody.get("/muenster/impressum");
            if (answer.status() == 200) {
                answered++;
            } else {
                assertThat(answer.status()).isEqualTo(429);
                assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 61);
                refused++;
            }
        }
        assertThat(answered).isEqualTo(600);
        assertThat(refused).isEqualTo(400);
        clock.advance(Duration.ofMinutes(1));
        assertThat(somebody.get("/muenster/impressum").status()).isEqualTo(200);
    }
}
