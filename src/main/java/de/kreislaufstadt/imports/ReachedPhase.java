package de.kreislaufstadt.imports;

import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.process.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where the life cycle of a measure begins that has been running elsewhere. */
final class ReachedPhase {

    private static final Map<MeasureState, String> ACTIVITIES = Map.of(
            MeasureState.KNOWLEDGE, "phase-knowledge",
            MeasureState.STATUS_QUO, "phase-survey",
            MeasureState.WORKSHOPS, "plan-workshops",
            MeasureState.STARTER_PROJECTS, "phase-starter-projects",
            MeasureState.IMPLEMENTATION, "prepare-implementation",
            MeasureState.EVALUATION, "evaluate-measure");

    private static final Map<MeasureState, String> NEEDS = Map.of(
            MeasureState.KNOWLEDGE, "needsKnowledge",
            MeasureState.STATUS_QUO, "needsSurvey",
            MeasureState.WORKSHOPS, "needsWorkshops",
            MeasureState.STARTER_PROJECTS, "needsStarterProjects");

    private ReachedPhase() {}

    /** @return states that a measure can be imported in */
    static Set<MeasureState> states() {
        Set<MeasureState> states = new TreeSet<>(ACTIVITIES.keySet());
        states.add(MeasureState.COMPLETED);
        return states;
    }

    /** @return their names in the language of who reads them now */
    static String names() {
        return String.join(", ", states().stream().map(Shown::of).toList());
    }

    /** @return activity of the life cycle, empty if it is over */
    static Optional<String> activity(MeasureState state) {
        return Optional.ofNullable(ACTIVITIES.get(state));
    }

    /** @return the phases that are certain: the one it has reached, and the implementation it is for */
    static Outcome routing(MeasureState state) {
        Outcome routing = Outcome.of("decision", "APPROVE").and("needsImplementation", true);
        return NEEDS.containsKey(state) ? routing.and(NEEDS.get(state), true) : routing;
    }
}
