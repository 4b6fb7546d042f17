package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.journey.Desk.Way;
import de.kreislaufstadt.journey.OpenTasks.Kind;
import de.kreislaufstadt.support.Http.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wrong input on every way of completing a task and of starting a measure: the answer names field and reason in German, and
 * nothing changes, which checksums over all tables of the application and of the engine show.
 */
@ExtendWith(WithJourney.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedInputIT {

    private OpenTasks open;
    private Map<String, String> before;

    @BeforeAll
    void openATaskOfEachKind(Journey journey) {
        open = new OpenTasks(journey.begun().city());
        before = open.city().database().fingerprint();
    }

    @ParameterizedTest(name = "{0} ({1})")
    @MethodSource("wrongForms")
    void wrongFormIsRefusedAtItsFieldAndChangesNothing(RefusedForm wrong, Way way) {
        ObjectNode form = wrong.kind().valid();
        wrong.change().accept(form);

        Answer answer = wrong.kind() == Kind.START
                ? open.city().desk("wfm").proposes(way, form)
                : open.city().desk(wrong.kind().place()).completes(way, open.id(wrong.kind()), form);

        assertThat(answer.status()).as("%s: %s", wrong, answer.body()).isEqualTo(400);
        assertThat(answer.json().path("type").asText()).isEqualTo("FormRefused");
        assertThat(refusals(answer)).as("%s", wrong).contains(wrong.field() + ": " + wrong.reason());
        nothingHasChanged();
    }

    @ParameterizedTest(name = "{0} ({1})")
    @MethodSource("wrongRequests")
    void wrongRequestIsRefusedAndChangesNothing(RefusedRequests.Case wrong, Way way) {
        Answer answer = wrong.request().send(open, way);

        assertThat(answer.status()).as("%s: %s", wrong, answer.body()).isIn(wrong.statuses());
        if (wrong.refusal() != null) {
            assertThat(refusals(answer)).as("%s", wrong).containsExactly(wrong.refusal());
        }
        assertThat(answer.body())
                .as("%s", wrong)
                .doesNotContain("Exception", "org.camunda", "ENGINE-", "select ", "\tat ");
        nothingHasChanged();
    }

    @Test
    void refusalIsInTheLanguageOfWhoAsks() {
        Answer answer = open.city().deskIn("en", "klima").completes(Way.COMPLETE, open.id(Kind.REVIEW), Forms.object());

        assertThat(refusals(answer)).containsExactly("result: Please fill in this field.");
        nothingHasChanged();
    }

    static Stream<Arguments> wrongForms() {
        return onBothWays(RefusedForm.all());
    }

    static Stream<Arguments> wrongRequests() {
        return onBothWays(RefusedRequests.all());
    }

    private static Stream<Arguments> onBothWays(List<?> cases) {
        return cases.stream().flatMap(wrong -> Arrays.stream(Way.values()).map(way -> Arguments.of(wrong, way)));
    }

    /** @return "field: reason" for every field, in the order of the answer */
    private static List<String> refusals(Answer answer) {
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asText() + ": "
                        + error.path("message").asText())
                .toList();
    }

    private void nothingHasChanged() {
        Map<String, String> after = open.city().database().fingerprint();
        List<String> changed = after.keySet().stream()
                .filter(table -> !after.get(table).equals(before.get(table)))
                .toList();
        before = after;
        assertThat(changed).as("changed tables").isEmpty();
    }

    @Nested
    class Accepted extends AcceptedTexts {}

    @Nested
    class Met extends AtTheSameTime {}

    @Nested
    class Afterwards {

        @Test
        void nothingOfWhatWasRefusedIsInTheEngineOrInTheLog() {
            assertThat(open.city().database().columnsContaining("camunda", Forms.MARK))
                    .isEmpty();
            assertThat(open.city().log()).doesNotContainIgnoringCase(Forms.MARK);
        }

        @Test
        void nothingThatWasRefusedIsAFaultOfOurs() {
            assertThat(open.city().log()).doesNotContain(" ERROR ");
        }
    }
}
