package de.kreislaufstadt.starterproject;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.measure.RStrategy;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Score and recommendation by the decision tables, with the worked results of the domain guide. */
class ScoringTest {

    private static final ProjectRoom ROOM = new ProjectRoom();

    private final Scoring scoring = ROOM.bean(Scoring.class);

    @AfterAll
    static void close() {
        ROOM.close();
    }

    @Test
    void aStrongSketchBecomesAStarterProject() {
        BigDecimal score = scoring.scoreByTable(null, new Levels(5, 3, 5, 3, 3, 5, 4));
        assertThat(score).isEqualTo("78.75");
        assertThat(scoring.recommend(null, false, 5, 7875)).isEqualTo(Recommendation.STARTER_PROJECT);
    }

    @Test
    void aSketchThatCanHardlyBeCarriedOutIsDeferred() {
        BigDecimal score = scoring.scoreByTable(null, new Levels(3, 4, 2, 4, 3, 2, 3));
        assertThat(score).isEqualTo("50.00");
        assertThat(scoring.recommend(null, false, 2, 5000)).isEqualTo(Recommendation.DEFERRED);
    }

    @Test
    void weightsOfAMunicipalityCountAsThoseOfTheTableDo() {
        Map<String, Integer> table = Map.of(
                "CIRCULARITY", 25,
                "CLIMATE_OR_SOCIETY", 20,
                "FEASIBILITY", 20,
                "REGIONAL_VALUE", 10,
                "VISIBILITY", 10,
                "COST", 10,
                "READINESS", 5);
        for (int level = 1; level <= 5; level++) {
            for (Levels levels : List.of(
                    new Levels(level, 1, 2, 3, 4, 5, 1),
                    new Levels(1, level, 3, 4, 5, 1, 2),
                    new Levels(2, 3, level, 5, 1, 2, 3),
                    new Levels(3, 4, 5, level, 2, 3, 4),
                    new Levels(4, 5, 1, 2, level, 4, 5),
                    new Levels(5, 1, 2, 3, 4, level, 1),
                    new Levels(1, 2, 3, 4, 5, 1, level))) {
                assertThat(Weights.score(table, levels)).isEqualTo(scoring.scoreByTable(null, levels));
            }
        }
        Map<String, Integer> costOnly = new HashMap<>(table);
        costOnly.replaceAll((criterion, weight) -> "COST".equals(criterion) ? 100 : 0);
        assertThat(Weights.score(costOnly, new Levels(5, 5, 5, 5, 5, 2, 5))).isEqualTo("25.00");
    }

    @ParameterizedTest
    @CsvSource({
        "true, 5, 10000, REJECTED",
        "false, 3, 7000, STARTER_PROJECT",
        "false, 3, 6999, REWORK",
        "false, 3, 5000, REWORK",
        "false, 3, 4999, REJECTED",
        "false, 1, 10000, DEFERRED"
    })
    void recommendsAtTheBorders(boolean knockOut, int feasibility, int score, Recommendation recommendation) {
        assertThat(scoring.recommend(null, knockOut, feasibility, score)).isEqualTo(recommendation);
    }

    @Test
    void scoresFromNothingToEverything() {
        assertThat(scoring.scoreByTable(null, new Levels(1, 1, 1, 1, 1, 1, 1))).isEqualTo("0.00");
        assertThat(scoring.scoreByTable(null, new Levels(5, 5, 5, 5, 5, 5, 5))).isEqualTo("100.00");
    }

    @ParameterizedTest
    @CsvSource({"R0, 5", "R2, 5", "R3, 4", "R5, 4", "R6, 3", "R7, 3", "R8, 2", "R9, 1"})
    void ratesAvoidingAboveRecovering(RStrategy strategy, int level) {
        assertThat(scoring.circularity(null, strategy)).isEqualTo(level);
    }

    @ParameterizedTest
    @EnumSource(KnockOut.class)
    void oneCriterionRulesAProjectOut(KnockOut criterion) {
        assertThat(scoring.knockOut(null, EnumSet.of(criterion))).isTrue();
        assertThat(scoring.knockOut(null, List.of())).isFalse();
    }
}
