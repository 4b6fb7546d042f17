package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.measure.RStrategy;
import de.kreislaufstadt.process.Decisions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the decision tables for the level, the score and the recommendation of a sketch. */
@Component
class Scoring {

    /** Level where no number can be given: it neither helps nor harms the project. */
    static final int NEUTRAL_LEVEL = 3;

    private final Decisions decisions;
    private final Municipalities municipalities;

    Scoring(Decisions decisions, Municipalities municipalities) {
        this.decisions = decisions;
        this.municipalities = municipalities;
    }

    /** @return level from 1 to 5 by the municipality's table {@code circularity-level} */
    int circularity(String municipality, RStrategy strategy) {
        return number(municipality, "circularity-level", Map.of("strategy", strategy.name()), "level")
                .intValueExact();
    }

    /**
     * @return score from 0 to 100 with two decimals: by the weights of the municipality where it has set some, else by the
     *     decision {@code project-score}
     */
    BigDecimal score(String municipality, Levels levels) {
        Map<String, Integer> own = municipalities.scoreWeights(municipality);
        return own.isEmpty() ? scoreByTable(municipality, levels) : Weights.score(own, levels);
    }

    /** @return score by the decision {@code project-score} alone */
    BigDecimal scoreByTable(String municipality, Levels levels) {
        Map<String, Integer> inputs = Map.of(
                "circularity", levels.circularity(),
                "climateOrSociety", levels.climate(),
                "feasibility", levels.feasibility(),
                "regionalValue", levels.regionalValue(),
                "visibility", levels.visibility(),
                "cost", levels.cost(),
                "readiness", levels.readiness());
        // The table counts in hundredths, since the process carries whole numbers only.
        return number(municipality, "project-score", inputs, "score")
                .movePointLeft(2)
                .setScale(2, RoundingMode.HALF_UP);
    }

    /** @return score and recommendation, as the form shows them and the rating writes them */
    Rating rate(String municipality, Levels levels, Collection<KnockOut> criteria) {
        BigDecimal score = score(municipality, levels);
        boolean knockOut = knockOut(municipality, criteria);
        int hundredths = score.movePointRight(2).intValueExact();
        return new Rating(
                score,
                levels.feasibility(),
                knockOut,
                recommend(municipality, knockOut, levels.feasibility(), hundredths));
    }

    /** @return why the table {@code starter-project-decision} recommends what it does */
    List<String> reasons(String municipality, Rating rating) {
        return decisions.reasons(
                municipality,
                "starter-project-decision",
                inputs(rating.knockOut(), rating.feasibility(), rating.hundredths()));
    }

    /** @return the annotations of the table {@code knock-out} for these criteria */
    List<String> knockOutReasons(String municipality, Collection<KnockOut> criteria) {
        return decisions.reasons(municipality, "knock-out", inputs(criteria));
    }

    /** @return whether any criterion of the table {@code knock-out} rules the project out */
    boolean knockOut(String municipality, Collection<KnockOut> criteria) {
        return !decisions.evaluate(municipality, "knock-out", inputs(criteria)).isEmpty();
    }

    private static Map<String, Boolean> inputs(Collection<KnockOut> criteria) {
        return Map.of(
                "unlawful", criteria.contains(KnockOut.UNLAWFUL),
                "noBearer", criteria.contains(KnockOut.NO_BEARER),
                "noRelationToField", criteria.contains(KnockOut.NO_RELATION_TO_FIELD),
                "doubleFunding", criteria.contains(KnockOut.DOUBLE_FUNDING),
                "reboundExceedsBenefit", criteria.contains(KnockOut.REBOUND_EXCEEDS_BENEFIT));
    }

    /**
     * Evaluates the table that the process evaluates too, so that the row can say what was recommended.
     *
     * @param score hundredths, as the process carries it
     */
    Recommendation recommend(String municipality, boolean knockOut, int feasibility, int score) {
        return Recommendation.valueOf(
                only(municipality, "starter-project-decision", inputs(knockOut, feasibility, score))
                        .get("recommendation")
                        .toString());
    }

    private static Map<String, Object> inputs(boolean knockOut, int feasibility, int score) {
        return Map.of("knockOut", knockOut, "feasibility", feasibility, "score", score);
    }

    private BigDecimal number(String municipality, String decision, Map<String, ?> inputs, String output) {
        return new BigDecimal(only(municipality, decision, inputs).get(output).toString());
    }

    private Map<String, Object> only(String municipality, String decision, Map<String, ?> inputs) {
        List<Map<String, Object>> results = decisions.evaluate(municipality, decision, inputs);
        if (results.size() != 1) {
            throw new IllegalStateException(decision + " gave " + results.size() + " results instead of one");
        }
        return results.get(0);
    }
}
