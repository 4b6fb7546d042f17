package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the page Maßnahmen and the form shell get from the server, as a browser signed in to Tasklist asks for it. */
@ApplicationTest
class MeasuresPageTest {

    private static final String API = "/camunda/api/kreislaufstadt/";

    @Autowired
    Office office;

    @LocalServerPort
    int port;

    private String number;

    @BeforeEach
    void aProposalOfTheEconomicDevelopmentAgency() {
        number = office.as("wfm-sachbearbeitung").proposes();
    }

    @Test
    void theLeadSeesItsMeasureWithTheStepThatWaitsElsewhere() {
        JsonNode row = row(browser("wfm-sachbearbeitung"));

        assertThat(row.get("role").asText()).isEqualTo("LEAD");
        assertThat(row.get("stateLabel").asText()).isNotBlank();
        JsonNode step = row.get("nextSteps").get(0);
        assertThat(step.get("name").asText()).isEqualTo("Vorschlag prüfen");
        assertThat(step.get("department").asText()).isEqualTo("Stabsstelle Klima");
        assertThat(step.get("taskId").isNull()).as("not the lead's task").isTrue();
        assertThat(step.get("due").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void theDepartmentWhoseStepItIsMayOpenIt() {
        Http clerk = browser("klima-sachbearbeitung");
        String task = row(clerk).get("nextSteps").get(0).get("taskId").asText();
        JsonNode form = clerk.get(API + "form/task/" + task).json();

        assertThat(form.at("/context/measureNumber").asText()).isEqualTo(number);
        assertThat(form.at("/context/municipality").asText()).isEqualTo("Stadt Münster");
        assertThat(form.at("/context/instructions").asText()).isNotBlank();
        assertThat(form.at("/schema/components")).isNotEmpty();
    }

    @Test
    void nobodyOpensTheTaskOfAnotherDepartment() {
        String task = office.open(number, "review-proposal").get(0).getId();

        assertThat(browser("awm-sachbearbeitung").get(API + "form/task/" + task).status())
                .isEqualTo(404);
        assertThat(browser("wfm-sachbearbeitung")
                        .get(API + "form/task/no-such-task")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aProposalIsNotShownToDepartmentsThatHaveNothingToDoWithIt() {
        Http other = browser("stadtwerke-sachbearbeitung");

        assertThat(other.get(API + "measures").body()).doesNotContain("\"" + number + "\"");
        assertThat(other.get(API + "measures/" + number).status()).isEqualTo(404);
    }

    @Test
    void administratorsBelongToNoMunicipalityAndSeeNoMeasures() {
        Http.Answer answer = browser("admin").get(API + "measures");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("message").asText()).startsWith("Diese Aktion steht Ihnen nicht zur Verfügung");
    }

    @Test
    void theDetailsHoldRecordVersionsStepsAndHistory() {
        office.as("klima-sachbearbeitung").completes(number, "review-proposal");
        JsonNode details =
                browser("wfm-sachbearbeitung").get(API + "measures/" + number).json();

        assertThat(details.get("versions")).hasSize(1);
        assertThat(details.get("openSteps")).hasSize(1);
        assertThat(details.get("history")).hasSize(2);
        assertThat(details.at("/history/0/name").asText()).isEqualTo("Maßnahme vorschlagen");
        assertThat(details.at("/history/1/by").asText()).isEqualTo("Sachbearbeitung Stabsstelle Klima");
        assertThat(details.get("canChangeDetails").asBoolean()).isTrue();
    }

    @Test
    void theLeadStartsAChangeOfDetailsOnce() {
        Http lead = browser("wfm-sachbearbeitung");
        Http.Answer first = lead.post(API + "measures/" + number + "/change-details", "{}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(office.open(number, "change-details"))
                .extracting("id")
                .containsExactly(first.json().get("taskId").asText());
        Http.Answer second = lead.post(API + "measures/" + number + "/change-details", "{}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().get("message").asText()).contains("bereits");
    }

    @Test
    void twoColleaguesAskingInTheSameSecondGetOneTask() throws Exception {
        List<Http> colleagues = List.of(browser("wfm-sachbearbeitung"), browser("wfm-leitung"));
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> requests = colleagues.stream()
                    .<Callable<Integer>>map(
                            person -> () -> person.post(API + "measures/" + number + "/change-details", "{}")
                                    .status())
                    .toList();
            int sum = 0;
            for (Future<Integer> answer : both.invokeAll(requests)) {
                sum += answer.get();
            }
            assertThat(sum).isEqualTo(200 + 409);
        } finally {
            both.shutdownNow();
        }
        assertThat(office.open(number, "change-details")).hasSize(1);
    }

    @Test
    void othersCannotChangeTheDetails() {
        Http.Answer refused =
                browser("klima-sachbearbeitung").post(API + "measures/" + number + "/change-details", "{}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(office.open(number, "change-details")).isEmpty();
    }

    @Test
    void aPostWithoutTheTokenOfThePageIsRefused() {
        Http lead = browser("wfm-sachbearbeitung").with("X-XSRF-TOKEN", "forged");

        assertThat(lead.post(API + "measures/" + number + "/change-details", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(office.open(number, "change-details")).isEmpty();
    }

    private Http browser(String user) {
        Http browser = new Http(port);
        assertThat(browser.signIn(user, "tasklist").status()).isEqualTo(200);
        return browser;
    }

    private JsonNode row(Http who) {
        for (JsonNode row : who.get(API + "measures").json()) {
            if (row.get("number").asText().equals(number)) {
                return row;
            }
        }
        throw new AssertionError("Not listed: " + number);
    }
}
