package de.kreislaufstadt.survey;

import de.kreislaufstadt.process.Decisions;
import java.util.List;
import java.util.Map;

/**
 * What the decision tables make of an organisation's rating.
 *
 * @param involvement how closely to involve it
 * @param advice codes of the table {@code stakeholder-advice}; cities may add their own
 */
record Evaluation(Quadrant quadrant, Involvement involvement, List<String> advice) {

    /** Asks both tables of the municipality; neither leaves a trace in the engine's history. */
    static Evaluation of(String municipality, StakeholderForm row, Decisions decisions) {
        Map<String, Integer> rating =
                Map.of("influence", row.influence(), "interest", row.interest(), "attitude", row.attitude());
        Map<String, Object> place =
                decisions.evaluate(municipality, "stakeholder-quadrant", rating).get(0);
        List<String> advice = decisions.evaluate(municipality, "stakeholder-advice", rating).stream()
                .map(rule -> rule.get("advice").toString())
                .toList();
        return new Evaluation(
                Quadrant.valueOf(place.get("quadrant").toString()),
                Involvement.valueOf(place.get("involvement").toString()),
                advice);
    }
}
