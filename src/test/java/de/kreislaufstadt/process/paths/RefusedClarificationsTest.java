package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Office.MUNICIPALITY;
import static de.kreislaufstadt.support.TaskPage.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Http;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Wrong answers to the question how an overdue task goes on, the way Tasklist sends them. */
class RefusedClarificationsTest extends MorningPaths {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    clarify-overdue-task | klima-leitung | {'result': 'EXTEND', 'due': '{yesterday}', 'reason': 'x'}   | due: Die neue Frist darf nicht in der Vergangenheit liegen.
                    clarify-overdue-task | klima-leitung | {'result': 'RETURN', 'due': '{yesterday}', 'reason': 'x'}   | due: Die neue Frist darf nicht in der Vergangenheit liegen.
                    clarify-overdue-task | klima-leitung | {'result': 'EXTEND', 'due': '{later}'}                      | reason: Bitte füllen Sie dieses Feld aus.
                    clarify-overdue-task | klima-leitung | {'result': 'EXTEND', 'reason': 'x'}                         | due: Bitte füllen Sie dieses Feld aus.
                    clarify-for-head     | dezernat-bau-leitung | {'result': 'EXTEND', 'due': '{yesterday}', 'reason': 'x'}   | due: Die neue Frist darf nicht in der Vergangenheit liegen.
                    clarify-for-head     | dezernat-bau-leitung | {'result': 'RETURN', 'due': '{yesterday}', 'reason': 'x'}   | due: Die neue Frist darf nicht in der Vergangenheit liegen.
                    clarify-for-head     | dezernat-bau-leitung | {'result': 'EXTEND', 'due': '{later}'}                      | reason: Bitte füllen Sie dieses Feld aus.
                    clarify-for-head     | dezernat-bau-leitung | {'result': 'RETURN', 'reason': 'x'}                         | due: Bitte füllen Sie dieses Feld aus.
                    """)
    void areRefusedAtTheirFieldAndChangeNothing(String task, String user, String json, String problem) {
        String measure = proposed();
        morningOf(workingDays.after(MUNICIPALITY, due(measure, REVIEW), 5));
        office.fire(measure, "head-silent");
        Map<String, Object> before = everything(measure);
        LocalDate due = due(measure, REVIEW);
        String form = json.replace(
                        "{yesterday}", LocalDate.now(clock).minusDays(1).toString())
                .replace("{later}", LocalDate.now(clock).plusDays(9).toString())
                .replace('\'', '"');

        Http.Answer answer = completes(user, office.open(measure, task).get(0).getId(), form);

        assertThat(problem(answer)).isEqualTo(problem);
        assertThat(everything(measure)).isEqualTo(before);
        assertThat(due(measure, REVIEW)).isEqualTo(due);
        assertThat(office.open(measure, REVIEW).get(0).getPriority()).isEqualTo(75);
        assertThat(rows(measure, "deadline_extension")).isZero();
        assertThat(rows(measure, "task_event")).isZero();
        assertThat(one(measure, "select state from clarification where measure_id = :measure"))
                .isEqualTo("OPEN");
    }

    private Http.Answer completes(String user, String task, String form) {
        ObjectNode body = new JsonMapper().createObjectNode();
        ObjectNode variable = body.putObject("variables").putObject("form");
        variable.put("type", "Json").put("value", form);
        variable.putObject("valueInfo").put("transient", true);
        Http browser = new Http(port);
        assertThat(browser.signIn(user, "tasklist").status()).isEqualTo(200);
        return browser.post("/camunda/api/engine/engine/default/task/" + task + "/submit-form", body.toString());
    }
}
