package de.kreislaufstadt.department;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page Verwaltung and its tab Kommunen over HTTP. */
@ApplicationTest
class MunicipalitiesPageTest {

    private static final String ADMIN = "/camunda/api/kreislaufstadt/admin";

    @LocalServerPort
    private int port;

    @Test
    void administratorsSeeTheMunicipalities() {
        Http admin = browser("admin");
        assertThat(admin.get(ADMIN).json().path("tabs").toString()).contains("\"municipalities\"");

        JsonNode muenster = null;
        for (JsonNode row : admin.get(ADMIN + "/municipalities").json()) {
            muenster = "muenster".equals(row.path("id").asText()) ? row : muenster;
        }
        assertThat(muenster).isNotNull();
        assertThat(muenster.path("name").asText()).isEqualTo("Stadt Münster");
        assertThat(muenster.path("federalState").asText()).isEqualTo("NW");
        assertThat(muenster.path("departments").asInt()).isEqualTo(25);
        assertThat(muenster.path("people").asInt()).isGreaterThanOrEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/municipalities", "/municipalities/", "/no-such-tab"})
    void nobodyElseSeesAnythingOfThePage(String path) {
        Http.Answer clerk = browser("klima-sachbearbeitung").get(ADMIN + path);
        assertThat(clerk.status()).isIn(403, 404);
        assertThat(clerk.body()).doesNotContain("Münster");
        assertThat(browser("klima-leitung").get(ADMIN + path).status()).isIn(403, 404);
        assertThat(new Http(port).get(ADMIN + path).status()).isEqualTo(401);
    }

    private Http browser(String user) {
        Http http = new Http(port);
        http.signIn(user, "tasklist");
        return http;
    }
}
