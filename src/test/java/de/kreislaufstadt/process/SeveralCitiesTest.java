package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import de.kreislaufstadt.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody manages one city and works in another: on a measure's own page they are in each city who they are there. */
@ApplicationTest
class SeveralCitiesTest {

    private static final String API = "/camunda/api/kreislaufstadt/";
    private static final String CITY = "X-Kreislaufstadt-Kommune";
    private static final String BOTH = "zwei-kommunen";

    @LocalServerPort
    int port;

    @Autowired
    Office office;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private String number;
    private Http browser;

    @BeforeEach
    void oneWhoManagesMuensterAndWorksNextDoor() {
        OtherCity.found(jdbc, accounts);
        accounts.ensurePerson(
                Office.MUNICIPALITY,
                BOTH,
                "Leitung hier, Sachbearbeitung dort",
                List.of("muenster-staff", "muenster-managers"),
                TestDatabase.PASSWORD);
        accounts.ensurePerson(
                OtherCity.ID, BOTH, "Leitung hier, Sachbearbeitung dort", List.of(OtherCity.ID + "-staff"), null);
        number = office.as("wfm-sachbearbeitung").proposes();
        browser = new Http(port);
        assertThat(browser.signIn(BOTH, "cockpit").status()).isEqualTo(200);
    }

    @AfterEach
    void theyLeave() {
        accounts.removePerson(OtherCity.ID, BOTH);
        accounts.removePerson(Office.MUNICIPALITY, BOTH);
    }

    @Test
    void theMeasureOfTheCityThatIsNamedIsOpenedWithEverythingAboutIt() {
        assertThat(row().get("municipalityId").asText()).isEqualTo(Office.MUNICIPALITY);
        assertThat(measure()).as("a number alone names no measure").isEqualTo(404);

        browser.with(CITY, Office.MUNICIPALITY);
        assertThat(measure()).isEqualTo(200);
        for (String path : List.of("timeline/%s", "measures/%s/course", "steering/measures/%s")) {
            assertThat(browser.get(API + path.formatted(number)).status())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    /** They are about one city: Cockpit asks which, and names it. */
    @Test
    void pagesThatCountTasksAndTimesAreThoseOfTheCityThatIsNamed() {
        for (String path : List.of("timeline", "workload", "throughput", "timeline?words=" + number)) {
            assertThat(browser.get(API + path).status()).as(path).isEqualTo(403);
            assertThat(browser.with(CITY, Office.MUNICIPALITY).get(API + path).status())
                    .as(path)
                    .isEqualTo(200);
            browser.without(CITY);
        }
        browser.with(CITY, OtherCity.ID);
        assertThat(browser.get(API + "workload").status())
                .as("Cockpit is not for those who work there")
                .isEqualTo(403);
        assertThat(browser.get(API + "throughput").status()).isEqualTo(403);
        assertThat(browser.get(API + "timeline?words=" + number)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(browser.with(CITY, Office.MUNICIPALITY)
                        .get(API + "timeline?words=" + number)
                        .json()
                        .at("/measures/0/number")
                        .asText())
                .isEqualTo(number);
        assertThat(browser.without(CITY).get(API + "portfolio/choices").json().get("municipalities"))
                .as("what there is to choose from")
                .extracting(city -> city.get("value").asText())
                .containsExactlyInAnyOrder(Office.MUNICIPALITY, OtherCity.ID);
    }

    @Test
    void theMeasureIsNotTheOtherCitysAndNobodyNamesACityThatIsNotTheirs() {
        browser.with(CITY, OtherCity.ID);
        assertThat(measure()).isEqualTo(404);
        browser.with(CITY, "bottrop");
        assertThat(measure()).isEqualTo(404);
        browser.with(CITY, "muenster' or '1'='1");
        assertThat(measure()).isEqualTo(404);
    }

    @Test
    void whoManagesOneCityIsNoManagerOfTheOther() {
        browser.with(CITY, OtherCity.ID);
        assertThat(pause()).isEqualTo(403);
        assertThat(browser.get(API + "portfolio").status())
                .as("Cockpit is not for those who work there")
                .isEqualTo(403);
        assertThat(state()).isNotEqualTo("PAUSED");

        browser.with(CITY, Office.MUNICIPALITY);
        assertThat(pause()).isEqualTo(200);
        assertThat(state()).isEqualTo("PAUSED");
    }

    private JsonNode row() {
        return browser.get(API + "portfolio?words=" + number).json().at("/rows/0");
    }

    private int measure() {
        return browser.get(API + "measures/" + number).status();
    }

    private int pause() {
        return browser.post(
                        API + "measures/" + number + "/steering/pause",
                        "{\"reason\": \"Der Haushalt ist noch nicht beschlossen.\"}")
                .status();
    }

    private String state() {
        return jdbc.sql("select state from measure where municipality_id = :city and number = :number")
                .param("city", Office.MUNICIPALITY)
                .param("number", number)
                .query(String.class)
                .single();
    }
}
