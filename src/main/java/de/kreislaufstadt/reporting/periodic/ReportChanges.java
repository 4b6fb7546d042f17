package de.kreislaufstadt.reporting.periodic;

import de.kreislaufstadt.reporting.periodic.ReportContent.MeasureLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What has changed between two reports, measure by measure. */
final class ReportChanges {

    private ReportChanges() {}

    /** What about a measure has changed. */
    enum What {
        NEW,
        STATE,
        LEAD,
        PLANNED_UNTIL,
        ASSESSMENT
    }

    /**
     * @param before as it stood in the earlier report, a code for states and assessments; null where there was nothing
     * @param after as it stands in the later one
     */
    record Change(String number, String title, What what, String before, String after) {}

    /** @return the changes by number of the measure, in the order of {@link What} */
    static List<Change> between(ReportContent earlier, ReportContent later) {
        Map<String, MeasureLine> before = earlier.measures().stream()
                .collect(Collectors.toMap(
                        MeasureLine::number, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        List<Change> changes = new ArrayList<>();
        for (MeasureLine now : later.measures()) {
            MeasureLine then = before.get(now.number());
            if (then == null) {
                changes.add(new Change(now.number(), now.title(), What.NEW, null, now.state()));
                continue;
            }
            compare(now, What.STATE, then.state(), now.state(), changes);
            compare(now, What.LEAD, then.lead(), now.lead(), changes);
            compare(now, What.PLANNED_UNTIL, then.plannedUntil(), now.plannedUntil(), changes);
            compare(now, What.ASSESSMENT, then.assessment(), now.assessment(), changes);
        }
        return changes;
    }

    private static void compare(MeasureLine measure, What what, String before, String after, List<Change> changes) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(measure.number(), measure.title(), what, before, after));
        }
    }
}
