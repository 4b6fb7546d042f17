package de.kreislaufstadt.department;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestCity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A department ends, and another goes on with its work: by the municipality's file, over the ways people take. */
@ApplicationTest
class SuccessorTest {

    private static final String TASKLIST = "/camunda/api/engine/engine/default";
    private static final String LEAD =
            "{key: wfm, name: Wirtschaftsförderung Münster GmbH, roles: [ECONOMIC_DEVELOPMENT, ASSOCIATION_COORDINATION]";
    private static final String KLIMA = "{key: klima, name: Stabsstelle Klima, roles: [CLIMATE_UNIT]";

    @Autowired
    private MunicipalityFiles files;

    @Autowired
    private Office office;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    @AfterEach
    void everythingIsAsBefore() {
        files.apply(List.of(TestCity.file()));
    }

    @Test
    void openTasksRightsAndNewTasksFollowTheSuccessorOfTheLeadAndTheHistoryKeepsTheOldName() throws IOException {
        String number = office.as("wfm-sachbearbeitung").proposes();
        office.as("klima-sachbearbeitung").completes(number, "review-proposal");
        String decision = office.open(number, "decide-measure").get(0).getId();
        Http head = browser("marketing-leitung");
        assertThat(seenInFilter(head)).doesNotContain(decision);

        applies(LEAD, "marketing");
        assertThat(seenInFilter(head))
                .as("at once, in the session that was there before")
                .contains(decision);
        assertThat(office.as("marketing-sachbearbeitung").sees(number))
                .as("a task for heads")
                .isEmpty();
        office.as("marketing-leitung")
                .completes(
                        number,
                        "decide-measure",
                        body -> body.putArray("phases").add("KNOWLEDGE"));

        assertThat(office.tasks()
                        .getIdentityLinksForTask(office.open(number, "define-knowledge-goals")
                                .get(0)
                                .getId()))
                .extracting("groupId")
                .containsExactly("muenster-marketing");
        JsonNode measure = browser("marketing-sachbearbeitung")
                .get("/camunda/api/kreislaufstadt/measures/" + number)
                .json();
        assertThat(measure.get("leadLabel").asText()).isEqualTo("Münster Marketing");
        assertThat(measure.get("canChangeDetails").asBoolean()).isTrue();
        assertThat(measure.at("/openSteps/0/department").asText()).isEqualTo("Münster Marketing");
        assertThat(measure.get("history").findValuesAsText("department"))
                .containsExactly("Wirtschaftsförderung Münster GmbH", "Stabsstelle Klima", "Münster Marketing");
    }

    @Test
    void aTaskThatSomebodyOfTheOldDepartmentHasClaimedIsGivenBackByTheSuccessorsHeadAndPartsAreHandedOn()
            throws IOException {
        String number = office.as("wfm-sachbearbeitung").proposes();
        String review = office.open(number, "review-proposal").get(0).getId();
        office.as("klima-sachbearbeitung").signedIn(() -> {
            office.tasks().claim(review, "klima-sachbearbeitung");
            return null;
        });

        applies(KLIMA, "planung");
        Http head = browser("planung-leitung");
        assertThat(head.post(TASKLIST + "/task/" + review + "/unclaim", "{}").status())
                .isEqualTo(204);
        assertThat(seenInFilter(browser("planung-sachbearbeitung"))).contains(review);

        // The department was split: its work goes to one successor, whose head hands on what belongs to the other.
        Http.Answer handedOn = head.post(
                "/camunda/api/kreislaufstadt/tasks/" + review + "/hand-over",
                "{\"department\": \"umwelt\", \"reason\": \"Klimaschutz liegt jetzt dort.\"}");
        assertThat(handedOn.status()).as(handedOn.body()).isEqualTo(200);
        assertThat(seenBy(browser("planung-sachbearbeitung"))).doesNotContain(review);
        office.as("umwelt-sachbearbeitung").completes(number, "review-proposal");
    }

    @Test
    void detailsAreChangedWithTheDepartmentThatHasTakenOver() throws IOException {
        String number = office.as("wfm-sachbearbeitung")
                .proposes(office.valid(
                        "propose-measure",
                        body -> body.withObject("/responsibility")
                                .putArray("contributing")
                                .add("klima")));
        applies(KLIMA, "planung");
        String task = browser("wfm-sachbearbeitung")
                .post("/camunda/api/kreislaufstadt/measures/" + number + "/change-details", "{}")
                .json()
                .get("taskId")
                .asText();

        JsonNode form = browser("wfm-sachbearbeitung")
                .get("/camunda/api/kreislaufstadt/form/task/" + task)
                .json();
        assertThat(form.at("/data/responsibility/contributing/0").asText()).isEqualTo("planung");
        JsonNode measure = browser("planung-sachbearbeitung")
                .get("/camunda/api/kreislaufstadt/measures/" + number)
                .json();
        assertThat(measure.get("contributing").get(0).asText()).isEqualTo("Stadtplanungsamt");
    }

    /** The department ended yesterday. */
    private void applies(String department, String successor) throws IOException {
        String text = TestCity.text();
        assertThat(text).contains(department);
        LocalDate yesterday = CityDay.today().minusDays(1);
        Path file = folder.resolve("muenster.yaml");
        Files.writeString(
                file,
                text.replace(department, department + ", validUntil: " + yesterday + ", successor: " + successor));
        files.apply(List.of(file.toString()));
    }

    private static List<String> seenBy(Http who) {
        return who.post(TASKLIST + "/task?maxResults=2000", "{}").json().findValuesAsText("id");
    }

    private static List<String> seenInFilter(Http who) {
        for (JsonNode filter : who.get(TASKLIST + "/filter?maxResults=50").json()) {
            if ("Aufgaben meiner Abteilung".equals(filter.get("name").asText())) {
                return who.get(TASKLIST + "/filter/" + filter.get("id").asText() + "/list?maxResults=2000")
                        .json()
                        .findValuesAsText("id");
            }
        }
        throw new AssertionError("No filter of the department");
    }

    private Http browser(String user) {
        Http browser = new Http(port);
        assertThat(browser.signIn(user, "tasklist").status()).isEqualTo(200);
        return browser;
    }
}
