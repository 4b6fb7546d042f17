package de.kreislaufstadt.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.released.ReleasedTimes;
import de.kreislaufstadt.released.TimeFacts;
import de.kreislaufstadt.released.TimeFacts.Row;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import de.kreislaufstadt.support.Office;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long steps took, told to everybody: by two people, for quarters that are over, and never about single people. */
@ApplicationTest
class TimeFactsTest {

    private static final String TIMES = "/camunda/api/kreislaufstadt/time-facts";
    private static final String AUTHOR = "klima-sachbearbeitung";
    private static final String SECOND = "klima-leitung";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReleasedTimes released;

    @LocalServerPort
    int port;

    @BeforeEach
    void aQuarterLongAgo() {
        List.of("wfm", "umwelt", "awm").forEach(department -> done("shared-step", department, 3));
        done("single-step", "wfm", 9);
        done("rare-step", "wfm", 1);
        done("rare-step", "umwelt", 1);
        done("rare-step", "awm", 1);
    }

    @AfterEach
    void isGone() {
        jdbc.sql("delete from monitored_task where task_id like 'facts-%'").update();
        jdbc.sql("delete from time_facts_draft where quarter < date '2006-01-01'")
                .update();
        jdbc.sql("delete from released_times where quarter < date '2006-01-01'").update();
    }

    @Test
    void oneOfTheClimateUnitPutsAQuarterTogetherAndAnotherMakesItPublicOnce() {
        assertThat(act(AUTHOR, "2005-Q2", "draft").status()).isEqualTo(204);
        assertThat(line(AUTHOR, "2005-Q2").path("mayRelease").asBoolean())
                .as("nobody releases their own work")
                .isFalse();
        assertThat(errors(act(AUTHOR, "2005-Q2", "release"))).containsExactly("quarter");
        assertThat(published()).isNull();
        assertThat(line(SECOND, "2005-Q2").path("mayRelease").asBoolean()).isTrue();

        assertThat(act(SECOND, "2005-Q2", "release").status()).isEqualTo(204);

        assertThat(published().until()).isEqualTo(LocalDate.of(2005, 6, 30));
        assertThat(published().releasedAt()).isNotNull();
        assertThat(act(SECOND, "2005-Q2", "release").status()).isEqualTo(409);
        assertThat(act(AUTHOR, "2005-Q2", "draft").status())
                .as("a second figure would tell by its difference")
                .isEqualTo(409);
    }

    @Test
    void whatFewHaveDoneOrWasDoneSeldomHasARowWithoutFigures() {
        act(AUTHOR, "2005-Q2", "draft");
        act(SECOND, "2005-Q2", "release");

        assertThat(row("shared-step").done()).isEqualTo(9);
        assertThat(row("shared-step").medianHours()).isPositive();
        assertThat(row("single-step").done()).as("one department of two people").isNull();
        assertThat(row("single-step").medianHours()).isNull();
        assertThat(row("rare-step").done()).as("three times").isNull();
        assertThat(published().rows())
                .filteredOn(row -> row.kind().equals("DEPARTMENT"))
                .extracting(Row::key)
                .as("no department of two people stands alone")
                .containsExactly("other");
    }

    @ParameterizedTest
    @CsvSource({"2005-Q5", "Q2-2005", "2005-Q2x", "2099-Q1"})
    void onlyQuartersThatAreOverCanBePutTogether(String quarter) {
        assertThat(errors(act(AUTHOR, quarter, "draft"))).containsExactly("quarter");
    }

    @Test
    void aQuarterInWhichNothingCanBeShownIsRefused() {
        assertThat(errors(act(AUTHOR, "2004-Q1", "draft"))).containsExactly("quarter");
        assertThat(act(AUTHOR, "2004-Q1", "release").status()).isEqualTo(404);
    }

    @Test
    void itIsTheClimateUnitsBusinessAlone() {
        assertThat(act("planung-sachbearbeitung", "2005-Q2", "draft").status()).isEqualTo(403);
        assertThat(browser("planung-sachbearbeitung").get(TIMES).status()).isEqualTo(403);
        assertThat(browser("beobachtung").get(TIMES).status())
                .as("who looks everywhere reads")
                .isEqualTo(200);
        assertThat(act("beobachtung", "2005-Q2", "draft").status()).isEqualTo(403);
    }

    private Row row(String step) {
        return published().rows().stream()
                .filter(row -> row.key().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private TimeFacts published() {
        return released.of(Office.MUNICIPALITY).stream()
                .filter(facts -> facts.from().equals(LocalDate.of(2005, 4, 1)))
                .findFirst()
                .orElse(null);
    }

    private JsonNode line(String user, String quarter) {
        JsonNode lines = browser(user).get(TIMES).json();
        for (JsonNode line : lines) {
            if (line.path("quarter").asText().equals(quarter)) {
                return line;
            }
        }
        return lines.path(-1);
    }

    private Answer act(String user, String quarter, String step) {
        return browser(user).post(TIMES + "/" + quarter + "/" + step, "{}");
    }

    private static List<String> errors(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.json().path("errors").findValuesAsText("field");
    }

    private void done(String step, String department, int times) {
        for (int i = 0; i < times; i++) {
            jdbc.sql("""
                            insert into monitored_task (task_id, municipality_id, process_key, task_key, department, opened_at,
                                                        ended_at, ended_how)
                            values (:id, :city, 'workshops', :step, :department, timestamptz '2005-05-10 09:00+02',
                                    timestamptz '2005-05-11 15:00+02', 'COMPLETED')
                            """)
                    .param("id", "facts-" + step + department + i)
                    .param("city", Office.MUNICIPALITY)
                    .param("step", step)
                    .param("department", department)
                    .update();
        }
    }

    private Http browser(String user) {
        Http http = new Http(port);
        http.signIn(user, "tasklist");
        return http;
    }
}
