package de.kreislaufstadt.imports;

import de.kreislaufstadt.measure.DecisionResult;
import de.kreislaufstadt.measure.MeasureDecision;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.Phase;
import de.kreislaufstadt.process.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final Set<MeasureState> ENDED =
            Set.of(MeasureState.COMPLETED, MeasureState.CANCELLED, MeasureState.REJECTED);

    private static final Map<Phase, MeasureState> PHASES = Map.of(
            Phase.KNOWLEDGE, MeasureState.KNOWLEDGE,
            Phase.STATUS_QUO, MeasureState.STATUS_QUO,
            Phase.WORKSHOPS, MeasureState.WORKSHOPS,
            Phase.STARTER_PROJECTS, MeasureState.STARTER_PROJECTS);

    private ReachedPhase() {}

    /** @return states that a measure can be imported in */
    static Set<MeasureState> states() {
        Set<MeasureState> states = new TreeSet<>(ACTIVITIES.keySet());
        states.addAll(ENDED);
        states.add(MeasureState.PAUSED);
        return states;
    }

    /** @return those that many measures can be taken over in, since none of them needs a reason of its own */
    static Set<MeasureState> usual() {
        Set<MeasureState> states = new TreeSet<>(states());
        states.removeIf(MeasureState::needsReason);
        return states;
    }

    /** @return whether nothing is left to be done of a measure in this state */
    static boolean isOver(MeasureState state) {
        return ENDED.contains(state);
    }

    /** @return activity of the life cycle, empty if it is over */
    static Optional<String> activity(MeasureState state) {
        return Optional.ofNullable(ACTIVITIES.get(state));
    }

    /**
     * @return the phases that are certain: the one it has reached, those that its last approval orders after it, and the
     *     implementation it is for
     */
    static Outcome routing(MeasureState state, List<MeasureDecision> decisions) {
        Outcome routing = Outcome.of("decision", "APPROVE").and("needsImplementation", true);
        Set<MeasureState> needed = EnumSet.of(state);
        decisions.stream()
                .filter(decision -> decision.result() == DecisionResult.APPROVE)
                .reduce((first, second) -> second)
                .ifPresent(approval -> approval.phases().stream()
                        .map(PHASES::get)
                        .filter(Objects::nonNull)
                        .forEach(needed::add));
        for (MeasureState phase : needed) {
            routing = NEEDS.containsKey(phase) ? routing.and(NEEDS.get(phase), true) : routing;
        }
        return routing;
    }
}
