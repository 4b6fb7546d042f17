package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** People who act in the same second. */
@ApplicationTest
class SameSecondTest {

    @Autowired
    Office office;

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
    void twoColleaguesWhoCompleteTheSameTaskDoItOnce() throws Exception {
        String number = office.as("wfm-sachbearbeitung").proposes();
        Task task = office.open(number, "review-proposal").get(0);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<Boolean>> both = new ArrayList<>();
        for (String user : List.of("klima-sachbearbeitung", "klima-leitung")) {
            both.add(() -> {
                together.await();
                try {
                    office.as(user).completes(task, office.valid("review-proposal"));
                    return true;
                } catch (RuntimeException e) {
                    return false;
                }
            });
        }

        assertThat(inParallel(both)).containsExactlyInAnyOrder(true, false);
        assertThat(office.jdbc()
                        .sql("select count(*) from step s join measure m on m.id = s.measure_id"
                                + " where m.number = :number and s.task_key = 'review-proposal'")
                        .param("number", number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
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
