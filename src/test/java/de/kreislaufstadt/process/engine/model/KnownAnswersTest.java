package de.kreislaufstadt.process.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.engine.model.KnownAnswers.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Which tables are evaluated again although somebody has asked them the same before. */
class KnownAnswersTest {

    private static final Map<String, String> TASK = Map.of("task", "review-proposal", "municipality", "muenster");

    private final KnownAnswers known = new KnownAnswers();
    private final AtomicInteger evaluated = new AtomicInteger();

    @Test
    void aSharedTableThatIsAskedAtEveryStepIsEvaluatedOncePerQuestion() {
        assertThat(asked("task-routing", true, TASK)).isEqualTo(asked("task-routing", true, TASK));
        assertThat(evaluated).hasValue(1);
        asked("task-routing", true, Map.of("task", "review-proposal", "municipality", "partnerkommune07"));
        asked("working-days", true, TASK);
        assertThat(evaluated).hasValue(3);
    }

    @Test
    void aTableOfTheMunicipalityIsEvaluatedEachTime() {
        asked("task-routing", true, TASK);
        asked("task-routing", false, TASK);
        asked("task-routing", false, TASK);
        assertThat(evaluated).hasValue(3);
    }

    @Test
    void whatFormsContainIsNotRemembered() {
        asked("project-score", true, Map.of("cost", 3));
        asked("project-score", true, Map.of("cost", 3));
        assertThat(evaluated).hasValue(2);
    }

    @Test
    void onlySoManyAnswersAreKept() {
        asked("task-routing", true, TASK);
        for (int i = 0; i < 4_000; i++) {
            asked("task-routing", true, Map.of("task", "task-" + i));
        }
        asked("task-routing", true, TASK);
        assertThat(evaluated).hasValue(4_002);
    }

    private Answer asked(String decision, boolean isShared, Map<String, ?> inputs) {
        return known.get(
                decision,
                isShared,
                inputs,
                () -> new Answer(List.of(Map.of("evaluation", evaluated.incrementAndGet())), List.of()));
    }
}
