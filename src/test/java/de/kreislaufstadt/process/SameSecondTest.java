package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People who act in the same second. */
@ApplicationTest
class SameSecondTest {

    @Autowired
    Office office;

    @LocalServerPort
    int port;

    @RepeatedTest(5)
    void departmentsThatAnswerTheSurveyTogetherAllSucceed() throws Exception {
        String number = surveyed();
        List<Callable<Boolean>> answers = new ArrayList<>();
        List<String> departments = List.of("wfm", "umwelt", "immobilien");
        CyclicBarrier together = new CyclicBarrier(departments.size());
        for (String department : departments) {
            answers.add(() -> {
                together.await();
                office.as(department + "-sachbearbeitung").completes(number, "answer-survey");
                return true;
            });
        }

        assertThat(inParallel(answers)).containsOnly(true);
        assertThat(office.openTasks(number)).containsExactly("analyse-stakeholders");
        assertThat(office.jdbc()
                        .sql("select count(*) from survey_answer a join measure m on m.id = a.measure_id"
                                + " where m.number = :number and a.state = 'ANSWERED'")
                        .param("number", number)
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @RepeatedTest(5)
    void twoColleaguesWhoCompleteTheSameTaskDoItOnceAndTheSecondIsToldWhoWasFirst() throws Exception {
        String number = office.as("wfm-sachbearbeitung").proposes();
        Task task = office.open(number, "review-proposal").get(0);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<Boolean>> both = new ArrayList<>();
        List<Throwable> second = new CopyOnWriteArrayList<>();
        for (String user : List.of("klima-sachbearbeitung", "klima-leitung")) {
            both.add(() -> {
                together.await();
                try {
                    office.as(user).completes(task, office.valid("review-proposal"));
                    return true;
                } catch (RuntimeException e) {
                    second.add(e);
                    return false;
                }
            });
        }

        assertThat(inParallel(both)).containsExactlyInAnyOrder(true, false);
        String first = office.jdbc()
                .sql(
                        "select u.first_ || ' ' || u.last_ from step s join camunda.act_id_user u on u.id_ = s.completed_by"
                                + " where s.task_id = :task")
                .param("task", task.getId())
                .query(String.class)
                .single()
                .trim();
        assertThat(second)
                .singleElement()
                .isInstanceOfSatisfying(
                        CompletedMeanwhile.class, late -> assertThat(late.by()).isEqualTo(first));
        assertThat(office.jdbc()
                        .sql("select count(*) from step s join measure m on m.id = s.measure_id"
                                + " where m.number = :number and s.task_key = 'review-proposal'")
                        .param("number", number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoComesSecondOverHttpIsToldTheNameOfWhoWasFirstAndOthersAreNot() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        Task task = office.open(number, "review-proposal").get(0);
        office.as("klima-leitung").completes(task, office.valid("review-proposal"));

        for (String way : List.of("complete", "submit-form")) {
            Http.Answer late = complete("klima-sachbearbeitung", task, way);
            assertThat(late.status()).as(way).isEqualTo(409);
            assertThat(late.json().get("type").asText()).isEqualTo("CompletedMeanwhile");
            assertThat(late.json().get("message").asText()).matches(".*Leitung.* erledigt\\..*");
            assertThat(complete("awm-sachbearbeitung", task, way).status())
                    .as(way)
                    .isIn(403, 404);
        }
    }

    @Test
    void whoClaimsWhatSomebodyElseHasClaimedIsToldSo() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        Task task = office.open(number, "review-proposal").get(0);
        String claim = "/engine-rest/task/" + task.getId() + "/claim";

        assertThat(new Http(port)
                        .as("klima-leitung")
                        .post(claim, "{\"userId\": \"klima-leitung\"}")
                        .status())
                .isEqualTo(204);
        Http.Answer late =
                new Http(port).as("klima-sachbearbeitung").post(claim, "{\"userId\": \"klima-sachbearbeitung\"}");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("message").asText()).contains("bereits eine andere Person übernommen");
        assertThat(office.open(number, "review-proposal").get(0).getAssignee()).isEqualTo("klima-leitung");
    }

    private Http.Answer complete(String user, Task task, String way) {
        ObjectNode body = office.valid("review-proposal").objectNode();
        body.putObject("variables")
                .putObject("form")
                .put("type", "Json")
                .put("value", office.valid("review-proposal").toString())
                .putObject("valueInfo")
                .put("transient", true);
        return new Http(port).as(user).post("/engine-rest/task/" + task.getId() + "/" + way, body.toString());
    }

    private String surveyed() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        office.as("klima-sachbearbeitung").completes(number, "review-proposal");
        office.as("wfm-leitung").completes(number, "decide-measure", decision -> {
            ArrayNode phases = decision.putArray("phases");
            phases.add("STATUS_QUO");
        });
        office.as("wfm-sachbearbeitung").completes(number, "prepare-survey");
        return number;
    }

    private static List<Boolean> inParallel(List<Callable<Boolean>> work) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(work.size());
        try {
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> result : people.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        } finally {
            people.shutdownNow();
        }
    }
}
