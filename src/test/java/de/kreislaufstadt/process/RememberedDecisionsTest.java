package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Steps ask the shared tables the same all day, and get what is remembered. */
@ApplicationTest
class RememberedDecisionsTest {

    private static final Map<String, String> QUESTION =
            Map.of("task", "review-proposal", "municipality", Office.MUNICIPALITY);

    @Autowired
    Decisions decisions;

    @Test
    void whatSomebodyDoesWithAnAnswerIsNotInTheNextOne() {
        List<Map<String, Object>> first = days();
        assertThat(first).isNotEmpty().allSatisfy(row -> assertThat(row).isNotEmpty());
        List<Map<String, Object>> before = first.stream().map(Map::copyOf).toList();

        first.forEach(Map::clear);

        assertThat(days()).isEqualTo(before);
    }

    @Test
    void everyQuestionHasItsOwnAnswer() {
        assertThat(days())
                .isNotEqualTo(decisions.evaluate(
                        Office.MUNICIPALITY,
                        "working-days",
                        Map.of("task", "answer-survey", "municipality", Office.MUNICIPALITY)));
    }

    /** Else what was true yesterday would be remembered today. */
    @Test
    void noSharedTableAsksForTheDay() throws IOException {
        File[] tables = new File("bpmn/decisions").listFiles((folder, name) -> name.endsWith(".dmn"));
        assertThat(tables).hasSizeGreaterThan(5);
        for (File table : tables) {
            assertThat(Files.readString(table.toPath())).as(table.getName()).doesNotContain("now()", "today()");
        }
    }

    private List<Map<String, Object>> days() {
        return decisions.evaluate(Office.MUNICIPALITY, "working-days", QUESTION);
    }
}
