package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whether an organisation needs a supervising unit is decided by the table of quadrants; the form repeats its limits only to mark
 * the field. Whoever changes the one learns here that the other has to follow.
 */
class KeyPlayerMarkTest {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    @ParameterizedTest
    @CsvSource({
        "1, 1", "1, 2", "1, 3", "1, 4", "2, 1", "2, 2", "2, 3", "2, 4", "3, 1", "3, 2", "3, 3", "3, 4", "4, 1", "4, 2",
        "4, 3", "4, 4"
    })
    void theSupervisingUnitIsMarkedForKeyPlayersOnly(int influence, int interest) {
        Map<String, Object> rating = Map.of("influence", influence, "interest", interest);
        boolean keyPlayer = "KEY_PLAYER"
                .equals(DecisionModels.evaluate("stakeholder-quadrant", rating)
                        .getSingleResult()
                        .getEntry("quadrant"));

        assertThat(FEEL.evaluateExpression(mark(), Map.of("this", rating)).result())
                .isEqualTo(keyPlayer);
    }

    private static String mark() {
        return FormFile.all().stream()
                .filter(form -> form.key().equals("analyse-stakeholders"))
                .flatMap(form -> form.components().stream())
                .filter(component -> component.path().equals("stakeholders.supervisingUnit"))
                .map(component ->
                        component.json().path("properties").path("requiredWhen").asText())
                .findFirst()
                .orElseThrow()
                .substring(1);
    }
}
