package de.kreislaufstadt.website;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.TableOwner;
import de.kreislaufstadt.support.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** While nobody can say whether what is kept is still true, readers are told so, and nothing old is handed out as new. */
@ApplicationTest
class NothingStaleTest {

    private static final String PAGE = "/muenster";

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @Autowired
    TestClock.Movable clock;

    @BeforeEach
    void aMinuteOfItsOwn() {
        clock.advance(Duration.ofMinutes(2));
    }

    @AfterEach
    void asBefore() {
        new TableOwner(environment).showsStamps();
        clock.putBack();
    }

    @Test
    void aPageInMemoryIsNotShownWhileItsStampCannotBeRead() {
        Http.Answer before = browser("de").get(PAGE);
        assertThat(before.status()).isEqualTo(200);
        new TableOwner(environment).hidesStamps();

        Http.Answer meanwhile = browser("de").get(PAGE);
        assertThat(meanwhile.status()).isEqualTo(503);
        assertThat(meanwhile.header("Retry-After")).isEqualTo("5");
        assertThat(meanwhile.header("Cache-Control")).isEqualTo("no-store");
        assertThat(meanwhile.header("ETag")).isNull();
        assertThat(meanwhile.body())
                .contains("<html lang=\"de\"", "<h1>Gerade nicht erreichbar</h1>", "in einigen Sekunden wieder")
                .doesNotContain("Maßnahmen zu Klimaschutz", "released_stamp", "Exception", "??");
        assertThat(browser("de").get(PAGE + "?sprache=en").body())
                .contains("<html lang=\"en\"")
                .doesNotContain("Gerade nicht erreichbar");
        assertThat(browser("de")
                        .with("If-None-Match", before.header("ETag"))
                        .get(PAGE)
                        .status())
                .as("nobody is told that what they have still holds")
                .isEqualTo(503);

        new TableOwner(environment).showsStamps();
        Http.Answer after = browser("de").get(PAGE);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body()).isEqualTo(before.body());
    }

    @Test
    void feedsFilesAndProgramsAreToldTheSame() {
        List<String> addresses = List.of(
                "/",
                PAGE + "/feed.atom",
                "/sitemap.xml",
                PAGE + "/daten/massnahmen.csv",
                "/opendata/catalog.ttl",
                "/api/v1/measures?municipality=muenster");
        Http program = new Http(port);
        addresses.forEach(
                address -> assertThat(program.get(address).status()).as(address).isIn(200, 302));
        new TableOwner(environment).hidesStamps();
        for (String address : addresses) {
            Http.Answer answer = program.get(address);
            assertThat(answer.status()).as(address).isEqualTo(503);
            assertThat(answer.header("Retry-After")).as(address).isEqualTo("5");
            assertThat(answer.header("Cache-Control")).as(address).isEqualTo("no-store");
        }
    }

    private Http browser(String language) {
        return new Http(port).with("Accept", "text/html").with("Accept-Language", language);
    }
}
