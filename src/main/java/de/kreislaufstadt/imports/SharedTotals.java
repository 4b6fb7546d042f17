package de.kreislaufstadt.imports;

import de.kreislaufstadt.imports.Finding.Kind;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValue.Unit;
import de.kreislaufstadt.measure.ReportedValue.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds amounts that several measures of one body state alike: it is likely one total, which would be added up several times.
 * Only a person can say so, therefore no cost group is written.
 */
final class SharedTotals {

    private static final BigDecimal LARGE = new BigDecimal(1_000_000);
    private static final int MANY = 3;

    private SharedTotals() {}

    /** Notes the finding in every draft that it concerns. */
    static void find(List<Draft> drafts) {
        Map<Total, List<Draft>> totals = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            if (draft.value(Target.COST).orElse(null) instanceof Value value
                    && !draft.states(Target.COST_GROUP)
                    && value.number().signum() > 0) {
                totals.computeIfAbsent(
                                new Total(
                                        value.number(),
                                        value.unit(),
                                        draft.value(Target.RESPONSIBLE_BODY).orElse("")),
                                total -> new ArrayList<>())
                        .add(draft);
            }
        }
        totals.forEach((total, sharing) -> {
            boolean large = total.number().compareTo(LARGE) >= 0;
            if (sharing.size() >= MANY || large && sharing.size() > 1) {
                sharing.forEach(draft -> note(draft, sharing));
            }
        });
    }

    private static void note(Draft draft, List<Draft> sharing) {
        String others =
                sharing.stream().filter(other -> other != draft).map(Draft::id).collect(Collectors.joining(", "));
        ReportedValue cost = (ReportedValue) draft.value(Target.COST).orElseThrow();
        Finding finding = Finding.of(Kind.SHARED_TOTAL, cost, others);
        draft.revise(Target.COST, finding);
    }

    private record Total(BigDecimal number, Unit unit, Object body) {}
}
