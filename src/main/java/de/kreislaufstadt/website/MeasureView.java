package de.kreislaufstadt.website;

import de.kreislaufstadt.released.LiveState;
import de.kreislaufstadt.released.ReleasedMeasure;
import de.kreislaufstadt.released.ReleasedMeasure.ActionTable;
import de.kreislaufstadt.released.ReleasedMeasure.StateReason;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.released.ReleasedParts.StatusReport;
import de.kreislaufstadt.released.StatedValue;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the page of a measure shows besides the released version itself.
 *
 * @param paragraphs of the description; people write text, never markup
 * @param freshness code of how fresh the information is
 * @param lastReport day of the newest status report; null before the first
 * @param reason why it is in its state; null where the state needs none, or where the reason is not released yet
 * @param reasonPending whether a reason waits for its release
 * @param raw groups of the raw data; empty where there are none
 */
public record MeasureView(
        Entry entry,
        List<String> paragraphs,
        NextView next,
        String freshness,
        LocalDate lastReport,
        StateReason reason,
        boolean reasonPending,
        List<LifeCycle.Place> places,
        List<Timeline.Item> timeline,
        List<IndicatorView> indicators,
        List<RawGroup> raw) {

    private static final Set<String> WITH_REASON = Set.of("PAUSED", "MERGED", "CANCELLED", "REJECTED", "DEFERRED");

    /** A group of the table of the Climate City Contract; its names are the official English ones. */
    public record RawGroup(String name, List<RawField> fields) {}

    public record RawField(String name, String text) {}

    /** @param staleAfter how old the newest report may be */
    static MeasureView of(Entry entry, Period staleAfter, Links links, Words words) {
        ReleasedMeasure measure = entry.content();
        LiveState live = entry.live();
        LocalDate lastReport = measure.statusReports().stream()
                .map(StatusReport::asOf)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        boolean needsReason = live != null && WITH_REASON.contains(live.state());
        boolean hasReason = needsReason
                && measure.state() != null
                && live.state().equals(measure.state().state());
        return new MeasureView(
                entry,
                paragraphs(measure.description()),
                NextView.of(live, words),
                freshness(live, lastReport, words.today().minus(staleAfter)),
                lastReport,
                hasReason ? measure.state() : null,
                needsReason && !hasReason,
                LifeCycle.of(live, words),
                Timeline.of(measure, live, words),
                IndicatorView.of(entry, links, words),
                raw(measure.table(), words));
    }

    private static List<String> paragraphs(String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split("\\R\\s*\\R"))
                        .map(String::strip)
                        .filter(paragraph -> !paragraph.isEmpty())
                        .toList();
    }

    private static String freshness(LiveState live, LocalDate lastReport, LocalDate oldest) {
        if (live != null && live.state().equals("COMPLETED")) {
            return "COMPLETED";
        }
        if (live != null && NextView.ENDED.contains(live.state())) {
            return "ENDED";
        }
        if (lastReport == null) {
            return "UNKNOWN";
        }
        return lastReport.isBefore(oldest) ? "STALE" : "RUNNING";
    }

    private static List<RawGroup> raw(ActionTable table, Words words) {
        if (table == null) {
            return List.of();
        }
        return List.of(
                new RawGroup(
                        "Action outline",
                        List.of(
                                field("Action name", table.actionName(), words),
                                field("Action type", table.actionType(), words),
                                field("Action description", table.actionDescription(), words))),
                new RawGroup(
                        "Reference to impact pathway",
                        List.of(
                                field("Field of action", table.fieldOfAction(), words),
                                field("Systemic lever", table.systemicLever(), words),
                                field("Outcome (according to module B-1.1)", table.outcome(), words))),
                new RawGroup(
                        "Implementation",
                        List.of(
                                field("Responsible bodies/person for implementation", table.responsibleBodies(), words),
                                field("Action scale & addressed entities", table.actionScale(), words),
                                field("Involved stakeholders", table.involvedStakeholders(), words),
                                field("Comments on implementation", table.comments(), words))),
                new RawGroup(
                        "Impact & cost",
                        List.of(
                                value(
                                        "Generated renewable energy (if applicable)",
                                        table.generatedRenewableEnergy(),
                                        words),
                                value(
                                        "Removed/substituted energy, volume, or fuel type",
                                        table.substitutedEnergy(),
                                        words),
                                value(
                                        "GHG emissions reduction estimate (total) per emission source sector",
                                        table.emissionsReduction(),
                                        words),
                                value("Total costs and costs by CO2e unit", table.totalCosts(), words))));
    }

    private static RawField field(String name, String text, Words words) {
        return new RawField(name, text == null || text.isBlank() ? words.text("value.none") : text);
    }

    private static RawField value(String name, StatedValue value, Words words) {
        if (value == null) {
            return new RawField(name, words.text("value.none"));
        }
        String text = words.value(value);
        return new RawField(
                name, value.text() == null ? text : text + " (" + words.text("value.words", value.text()) + ")");
    }
}
