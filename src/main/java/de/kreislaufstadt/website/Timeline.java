package de.kreislaufstadt.website;

import de.kreislaufstadt.released.LiveState;
import de.kreislaufstadt.released.ReleasedMeasure;
import de.kreislaufstadt.released.ReleasedParts.Decision;
import de.kreislaufstadt.released.ReleasedParts.Event;
import de.kreislaufstadt.released.ReleasedParts.StatusReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Steps and progress of a measure, newest first: from its process, its reports and its decisions. */
public final class Timeline {

    private Timeline() {}

    /**
     * Something that took place.
     *
     * @param title null where its kind says it all
     * @param text as it was released; null where there is none
     * @param details in words; empty for none
     */
    public record Item(LocalDate day, String kind, String title, String text, List<String> details) {}

    static List<Item> of(ReleasedMeasure measure, LiveState live, Words words) {
        List<Item> items = new ArrayList<>();
        measure.statusReports().forEach(report -> items.add(report(report, words)));
        measure.events().forEach(event -> items.add(event(event, words)));
        measure.decisions().forEach(decision -> items.add(decision(decision, words)));
        if (live != null) {
            live.past().stream()
                    .filter(stay -> stay.entered() != null)
                    .map(stay -> new Item(
                            stay.entered(),
                            words.text("timeline.entered", words.code("state", stay.phase())),
                            null,
                            null,
                            List.of()))
                    .forEach(items::add);
        }
        items.sort(Comparator.comparing(Item::day, Comparator.nullsLast(Comparator.reverseOrder())));
        return List.copyOf(items);
    }

    private static Item report(StatusReport report, Words words) {
        List<String> details = new ArrayList<>();
        if (report.assessment() != null) {
            details.add(words.text("timeline.assessment", words.code("assessment", report.assessment())));
        }
        if (report.planNextYear() != null) {
            details.add(words.text("timeline.plan", report.planNextYear()));
        }
        return new Item(report.asOf(), words.text("timeline.report"), null, report.text(), details);
    }

    private static Item event(Event event, Words words) {
        return new Item(
                event.day(),
                words.code("event", event.kind()),
                event.title(),
                event.text(),
                event.counts().stream()
                        .map(count -> words.text("count", words.code("count", count.code()), count.number()))
                        .toList());
    }

    private static Item decision(Decision decision, Words words) {
        return new Item(
                decision.decidedOn(),
                words.text("timeline.decided", decision.body(), words.code("result", decision.result())),
                null,
                null,
                decision.paperNumber() == null ? List.of() : List.of(decision.paperNumber()));
    }
}
