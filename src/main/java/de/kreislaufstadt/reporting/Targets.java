package de.kreislaufstadt.reporting;

import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.reporting.ReportForm.IndicatorEntry;
import de.kreislaufstadt.reporting.ReportHandedIn.Missed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which indicators of a report have missed their targets. */
final class Targets {

    private static final int DECEMBER = 12;
    private static final int LAST = 31;

    private Targets() {}

    /**
     * Looks at the newest number that the report states of each indicator. Where the goal is below the start, less is better.
     *
     * @param known indicators of the record by their name
     */
    static List<Missed> missed(List<IndicatorEntry> entries, Map<String, Indicator> known) {
        Map<String, IndicatorEntry> newest = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> entry.value() != null)
                .sorted(Comparator.comparing(IndicatorEntry::measuredOn))
                .forEach(entry -> newest.put(entry.indicator(), entry));
        return newest.values().stream()
                .filter(entry -> isMissed(entry, known.get(entry.indicator())))
                .map(entry -> missed(entry, known.get(entry.indicator())))
                .toList();
    }

    private static boolean isMissed(IndicatorEntry entry, Indicator indicator) {
        if (indicator.goal() == null || indicator.targetYear() == null) {
            return false;
        }
        // As long as the target year runs, the goal can still be reached.
        if (entry.measuredOn().isBefore(LocalDate.of(indicator.targetYear(), DECEMBER, LAST))) {
            return false;
        }
        boolean lessIsBetter = indicator.start() != null && indicator.goal().compareTo(indicator.start()) < 0;
        int comparison = entry.value().compareTo(indicator.goal());
        return lessIsBetter ? comparison > 0 : comparison < 0;
    }

    private static Missed missed(IndicatorEntry entry, Indicator indicator) {
        return new Missed(indicator.name(), entry.value(), indicator.goal(), indicator.unit(), indicator.targetYear());
    }
}
