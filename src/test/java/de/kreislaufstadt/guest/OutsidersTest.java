package de.kreislaufstadt.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody of no city works on single workshops of two cities, over HTTP, and on nothing else of theirs. */
class OutsidersTest extends GuestOfCities {

    @Test
    void oneInboxShowsExactlyTheTwoWorkshopsOfTheTwoCities() {
        String guest = guest(today().plusMonths(3));
        give(Office.MUNICIPALITY, here, guest);
        give(OtherCity.ID, there, guest);
        Http browser = signedIn(guest);

        assertThat(inbox(browser)).containsExactlyInAnyOrder(id(here), id(there));
        JsonNode cards = browser.get(API + "tasks?ids=" + id(here) + "," + id(there) + "," + id(alsoHere))
                .json();
        assertThat(cards.findValuesAsText("municipality")).containsExactlyInAnyOrder("Stadt Münster", "Andere Stadt");
        assertThat(open(browser, here).path("context").path("municipality").asText())
                .isEqualTo("Stadt Münster");
        assertThat(open(browser, there).path("context").path("municipality").asText())
                .isEqualTo("Andere Stadt");
        assertThat(browser.get(API + "form/task/" + id(alsoHere)).status()).isEqualTo(404);
        assertThat(browser.get("/camunda/api/engine/engine/default/task/" + id(alsoThere))
                        .status())
                .isIn(403, 404);
    }

    @Test
    void nothingElseOfTheCitiesIsShown() {
        String guest = guest(today().plusMonths(3));
        give(Office.MUNICIPALITY, here, guest);
        Http browser = signedIn(guest);
        String engine = "/camunda/api/engine/engine/default/";

        assertThat(browser.get(engine + "process-instance").body()).doesNotContain(id(here), "\"id\"");
        assertThat(browser.get(engine + "user").body()).doesNotContain("wfm-");
        assertThat(browser.get(engine + "group").body()).doesNotContain("muenster-wfm");
        assertThat(browser.get("/camunda/app/cockpit/default/").status()).isEqualTo(403);
        assertThat(browser.get(API + "measures").body()).doesNotContain("wfm", "WW-");
        assertThat(browser.get(API + "deputies").body()).doesNotContain("sachbearbeitung");
        assertThat(browser.get(API + "tasks/" + id(here) + "/choices").body()).doesNotContain("sachbearbeitung");
        assertThat(browser.get(API + "form/start/measure-lifecycle").status()).isIn(403, 404);
        assertThat(browser.get("/camunda/api/kreislaufstadt/admin/accounts").status())
                .isEqualTo(403);
        assertThat(browser.post(engine + "process-definition/key/measure-lifecycle/submit-form", "{\"variables\": {}}")
                        .status())
                .isBetween(400, 404);
        assertThat(browser.get(API + "tasks/" + id(here) + "/documents").status())
                .isEqualTo(200);
        assertThat(browser.get(API + "tasks/" + id(alsoHere) + "/documents").status())
                .isEqualTo(404);
        assertThat(accounts.people(Office.MUNICIPALITY))
                .extracting(Accounts.Person::user)
                .doesNotContain(guest);
    }

    @Test
    void whatTheyCompleteBelongsToTheCityOfTheTaskAndNamesTheirOrganisation() {
        String guest = guest(today().plusMonths(3));
        give(Office.MUNICIPALITY, here, guest);
        give(OtherCity.ID, there, guest);
        Http browser = signedIn(guest);

        assertThat(complete(browser, there).status()).isEqualTo(204);

        assertStepOfTheCity(there, guest);
        assertThat(accounts.nameOf(guest)).isEqualTo("Moderation (Institut für Probe)");
        assertThat(inbox(browser)).containsExactly(id(here));
    }

    @Test
    void aWithdrawnRightClosesThePageThatIsOpenAndGivesTheTaskBack() {
        String guest = guest(today().plusMonths(3));
        UUID right = give(Office.MUNICIPALITY, here, guest);
        Http browser = signedIn(guest);
        assertThat(browser.post(
                                "/camunda/api/engine/engine/default/task/" + id(here) + "/claim",
                                "{\"userId\": \"" + guest + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(browser.get(API + "form/task/" + id(here)).status()).isEqualTo(200);

        assertThat(rights.withdraw(OtherCity.ID, right, "admin"))
                .as("of another city")
                .isEmpty();
        assertThat(browser.get(API + "form/task/" + id(here)).status()).isEqualTo(200);
        rights.withdraw(Office.MUNICIPALITY, right, "admin");

        assertThat(browser.get(API + "form/task/" + id(here)).status()).isEqualTo(404);
        assertThat(complete(browser, here).status()).isIn(403, 404);
        assertThat(inbox(browser)).isEmpty();
        assertThat(office.tasks()
                        .createTaskQuery()
                        .taskId(id(here))
                        .singleResult()
                        .getAssignee())
                .isNull();
    }
}
