package de.kreislaufstadt.starterproject;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** The score of a sketch by weights that a municipality has set, in the way of the decision {@code project-score}. */
final class Weights {

    /** Levels go from 1, which earns nothing, to 5, which earns the whole weight. */
    private static final BigDecimal STEPS = BigDecimal.valueOf(4);

    private Weights() {}

    /**
     * @param weights by the criteria of the decision table {@code score-weights}, all of them, together 100
     * @return from 0 to 100 with two decimals
     */
    static BigDecimal score(Map<String, Integer> weights, Levels levels) {
        int sum = weights.get("CIRCULARITY") * (levels.circularity() - 1)
                + weights.get("CLIMATE_OR_SOCIETY") * (levels.climate() - 1)
                + weights.get("FEASIBILITY") * (levels.feasibility() - 1)
                + weights.get("REGIONAL_VALUE") * (levels.regionalValue() - 1)
                + weights.get("VISIBILITY") * (levels.visibility() - 1)
                + weights.get("COST") * (levels.cost() - 1)
                + weights.get("READINESS") * (levels.readiness() - 1);
        return BigDecimal.valueOf(sum).divide(STEPS, 2, RoundingMode.HALF_UP);
    }
}
