package de.kreislaufstadt.measure;

import java.util.List;

/**
 * What came of a measure.
 *
 * @param goals result per goal or indicator
 * @param continuation what happens after the measure, null if nothing is said
 */
record EvaluationForm(List<Goal> goals, String summary, String lessons, String continuation) {

    EvaluationForm {
        goals = Blank.toEmpty(goals);
    }

    record Goal(String goal, GoalResult result, String explanation) {}

    enum GoalResult {
        REACHED,
        PARTLY,
        NOT_REACHED
    }
}
