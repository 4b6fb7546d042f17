package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.journey.Desk.Way;
import de.kreislaufstadt.support.Http.Answer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Requests that meet: one of them wins, the others are told, and nothing is there twice. */
abstract class AtTheSameTime {

    private static final int REQUESTS = 4;

    @RepeatedTest(3)
    void oneTaskIsCompletedOnce(Journey journey) {
        Course course = new Course(journey.begun().city()).proposes("wfm", Forms.valid("propose-measure"));

        completedByOne(course, "klima", "review-proposal");

        course.holds("select count(*) from kreislaufstadt.measure_review where measure_id = ?::uuid", 1)
                .leaves("wfm-head: decide-measure");
    }

    /** The process that the task belongs to is gone when the others come. */
    @RepeatedTest(3)
    void lastTaskOfAProcessIsCompletedOnce(Journey journey) {
        Course course = new Course(journey.begun().city()).proposes("wfm", Forms.valid("propose-measure"));
        course.does("klima", "review-proposal", Forms.valid("review-proposal"))
                .does("wfm-head", "decide-measure", Forms.valid("decide-measure"))
                .does("wfm", "define-knowledge-goals", Forms.valid("define-knowledge-goals"))
                .does("immobilien", "collect-knowledge", Forms.valid("collect-knowledge"))
                .does("personal", "collect-knowledge", Forms.valid("collect-knowledge"));

        completedByOne(course, "klima", "review-knowledge");

        course.holds("select count(*) from kreislaufstadt.knowledge_review where measure_id = ?::uuid", 1)
                .leaves("wfm: prepare-survey");
    }

    private static void completedByOne(Course course, String place, String task) {
        Desk desk = course.city().desk(place);
        String id = desk.open(course.number(), task).get(0);
        ObjectNode form = Forms.valid(task);

        List<Answer> answers = together(() -> desk.completes(Way.COMPLETE, id, form));

        assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 204)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isIn(403, 404, 409));
    }

    @Test
    void everyMeasureGetsANumberOfItsOwn(Journey journey) {
        City city = journey.begun().city();
        ObjectNode form = Forms.valid("propose-measure");

        List<Answer> answers = together(() -> city.desk("wfm").proposes(form));

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(200));
        assertThat(answers)
                .extracting(answer -> answer.json().path("businessKey").asText())
                .doesNotHaveDuplicates();
    }

    private static List<Answer> together(Supplier<Answer> request) {
        List<CompletableFuture<Answer>> sent = IntStream.range(0, REQUESTS)
                .mapToObj(i -> CompletableFuture.supplyAsync(request))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }
}
