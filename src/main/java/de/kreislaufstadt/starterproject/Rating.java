package de.kreislaufstadt.starterproject;

import java.math.BigDecimal;

/**
 * What the decision tables make of a sketch's levels.
 *
 * @param score from 0 to 100 with two decimals
 * @param feasibility level that the decision looks at beside the score
 */
record Rating(BigDecimal score, int feasibility, boolean knockOut, Recommendation recommendation) {

    /** @return the score as the process carries it */
    int hundredths() {
        return score.movePointRight(2).intValueExact();
    }
}
