package de.kreislaufstadt.imports;

import de.kreislaufstadt.imports.Finding.Kind;
import de.kreislaufstadt.imports.ImportPlan.Begin;
import de.kreislaufstadt.measure.MeasureDecision;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a measure begins that is new here and was running elsewhere. */
final class TakenOver {

    private static final String REPORTED = "report-status";

    private TakenOver() {}

    /** Refuses what cannot be taken over, and says what is not kept. */
    static void check(Draft draft) {
        MeasureState state = (MeasureState) draft.value(Target.STATE).orElseThrow();
        if (!ReachedPhase.states().contains(state)) {
            draft.refuse(
                    Target.STATE.path(),
                    draft.original(Target.STATE).orElse(null),
                    "imports.state.unknown",
                    draft.original(Target.STATE).orElse(state.name()),
                    List.copyOf(ReachedPhase.states()));
        }
        if (state.needsReason() && !draft.states(Target.STATE_REASON)) {
            draft.refuse(Target.STATE_REASON.path(), null, "imports.state.reason");
        }
        MeasureState before = (MeasureState) draft.value(Target.STATE_BEFORE).orElse(MeasureState.IMPLEMENTATION);
        if (state == MeasureState.PAUSED && ReachedPhase.activity(before).isEmpty()) {
            draft.refuse(
                    Target.STATE_BEFORE.path(),
                    draft.original(Target.STATE_BEFORE).orElse(null),
                    "imports.state.before");
        }
        if (draft.states(Target.STEPS) && ReachedPhase.isOver(state)) {
            draft.note(Target.STEPS, Finding.of(Kind.STEPS_NOT_KEPT));
        }
    }

    static Begin begin(Draft draft, ImportSettings settings, List<StatusReport> reports) {
        MeasureState state = (MeasureState) draft.value(Target.STATE).orElse(settings.state());
        return new Begin(
                (String) draft.value(Target.LEAD).orElse(settings.lead()),
                state,
                state.needsReason() ? (String) draft.value(Target.STATE_REASON).orElse(null) : null,
                state == MeasureState.PAUSED
                        ? (MeasureState) draft.value(Target.STATE_BEFORE).orElse(MeasureState.IMPLEMENTATION)
                        : null,
                steps(draft, reports),
                ((List<?>) draft.value(Target.DECISIONS).orElse(List.of()))
                        .stream().map(MeasureDecision.class::cast).toList());
    }

    /** Whoever has reported has done that step, too; what a contract comments is no report of theirs. */
    private static List<PastSteps.Step> steps(Draft draft, List<StatusReport> reports) {
        List<?> said = (List<?>) draft.value(Target.STEPS).orElse(List.of());
        return Stream.concat(
                        said.stream().map(PastSteps.Step.class::cast),
                        reports.stream()
                                .filter(report -> !draft.isComment(report))
                                .map(report -> new PastSteps.Step(REPORTED, report.asOf())))
                .distinct()
                .sorted(Comparator.comparing(PastSteps.Step::day))
                .toList();
    }
}
