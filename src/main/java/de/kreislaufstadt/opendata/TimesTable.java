package de.kreislaufstadt.opendata;

import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.TimeFacts;
import java.util.List;
import java.util.stream.Stream;

/**
 * The table of time facts: how long steps took in each released quarter, and how many kept their deadline. Rows of small units come
 * here without figures, and say so.
 */
final class TimesTable {

    static final String FILE = "zeiten";

    static final List<String> HEADER = List.of(
            "municipality",
            "quarter",
            "until",
            "kind",
            "process",
            "key",
            "name",
            "units",
            "suppressed",
            "done",
            "median_hours",
            "ninetieth_hours",
            "with_deadline",
            "in_time",
            "released_at");

    private TimesTable() {}

    static Stream<Object[]> cells(Municipality municipality, List<TimeFacts> released) {
        return released.stream()
                .flatMap(facts -> facts.rows().stream().map(row -> new Object[] {
                    municipality.id(),
                    facts.from(),
                    facts.until(),
                    row.kind(),
                    row.process(),
                    row.key(),
                    row.name(),
                    row.units(),
                    row.done() == null,
                    row.done(),
                    row.medianHours(),
                    row.ninetiethHours(),
                    row.withDeadline(),
                    row.inTime(),
                    facts.releasedAt()
                }));
    }
}
