package de.kreislaufstadt.monitoring.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the page Durchlauf gets. Every department of the test municipality has two people, so none may stand alone. */
@ApplicationTest
class ThroughputPageTest {

    private static final String PAGE = "/camunda/api/kreislaufstadt/throughput";

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @BeforeEach
    void aStepOfThreeDepartmentsAndOneOfASingleDepartment() {
        List.of("wfm", "umwelt", "awm").forEach(department -> done("shared-step", department));
        done("single-step", "wfm");
    }

    @AfterEach
    void theyAreGone() {
        jdbc.sql("delete from monitored_task where task_id like 'page-%'").update();
    }

    @Test
    void whatEnoughPeopleHaveDoneIsShownAndTheRestIsNot() {
        JsonNode page = browser("wfm-leitung").get(PAGE + "?months=3").json();

        JsonNode shared = step(page, "shared-step").get("times");
        assertThat(shared.get("done").asInt()).isEqualTo(3);
        assertThat(shared.at("/whole/median/value").asInt()).isEqualTo(4);
        assertThat(shared.at("/whole/median/unit").asText()).isEqualTo("DAYS");
        assertThat(shared.at("/waiting/median/value").asInt()).isEqualTo(24);
        assertThat(shared.get("withDeadline").asInt()).isZero();
        assertThat(step(page, "single-step").get("times").isNull()).isTrue();
    }

    @Test
    void noDepartmentOfFewerThanFivePeopleStandsAlone() {
        JsonNode departments = browser("wfm-leitung").get(PAGE).json().get("departments");

        assertThat(departments).hasSize(1);
        assertThat(departments.get(0).get("key").isNull()).isTrue();
        assertThat(departments.get(0).get("units").asInt()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aPeriodThatIsNotOfferedIsRefusedWithItsReason() {
        Http.Answer answer = browser("wfm-leitung").get(PAGE + "?months=4");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("months").contains("Zur Wahl stehen 3, 6 und 12 Monate.");
        assertThat(browser("wfm-leitung").get(PAGE + "?months=x").status()).isEqualTo(400);
    }

    private void done(String task, String department) {
        jdbc.sql("""
                        insert into monitored_task (task_id, municipality_id, process_key, task_key, department, opened_at,
                                                    first_taken_at, ended_at, ended_how)
                        values (:id, :city, 'workshops', :task, :department, now() - interval '4 days 1 hour',
                                now() - interval '3 days 30 minutes', now(), 'COMPLETED')
                        """)
                .param("id", "page-" + task + department)
                .param("city", Office.MUNICIPALITY)
                .param("task", task)
                .param("department", department)
                .update();
    }

    private static JsonNode step(JsonNode page, String task) {
        return StreamSupport.stream(page.get("steps").spliterator(), false)
                .filter(step -> step.get("task").asText().equals(task))
                .findFirst()
                .orElseThrow();
    }

    private Http browser(String user) {
        Http http = new Http(port);
        http.signIn(user, "cockpit");
        return http;
    }
}
