package de.kreislaufstadt.website;

import de.kreislaufstadt.released.LiveState;
import de.kreislaufstadt.released.ReleasedMeasures.Counts;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.released.ReleasedMeasures.Listing;
import de.kreislaufstadt.released.ReleasedMeasures.Sum;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the overview shows.
 *
 * @param counts of everything that is published
 * @param sums what the measures found state together
 * @param feeds one for each field of action that has a measure
 */
public record OverviewView(
        Counts counts,
        List<Filter> filters,
        List<Group> sums,
        List<Line> lines,
        List<String> orders,
        List<FieldFeed> feeds) {

    /** In the order in which people would look for them. */
    private static final List<String> ORDERS = List.of("nummer", "titel", "neu", "frist");

    /** @param name as the address calls it */
    public record Filter(String name, List<Choice> choices) {}

    public record Choice(String value, String label, int count, String link, boolean chosen) {}

    public record FieldFeed(String label, String link) {}

    /** @param kind {@code co2} or {@code cost} */
    public record Group(String kind, List<String> lines) {}

    public record Line(Entry entry, String link, String field, String state, NextView next) {}

    /** @param fields what fields of action are called, by code */
    static OverviewView of(
            Search search,
            Listing found,
            Counts all,
            Counts selected,
            Map<String, String> fields,
            Links links,
            Words words) {
        Filter byField = filter(Search.FIELD, "field", all.byField(), search.field(), fields, links, words);
        return new OverviewView(
                all,
                List.of(
                        byField,
                        filter(Search.PHASE, "state", all.byPhase(), search.phase(), Map.of(), links, words),
                        filter(Search.STATE, "state", all.byState(), search.state(), Map.of(), links, words)),
                List.of(new Group("co2", sums(selected.co2(), words)), new Group("cost", sums(selected.cost(), words))),
                found.entries().stream().map(entry -> line(entry, words, links)).toList(),
                ORDERS,
                byField.choices().stream()
                        .filter(choice -> choice.count() > 0)
                        .map(choice -> new FieldFeed(
                                words.text("overview.feed", choice.label()), links.feedOfField(choice.value())))
                        .toList());
    }

    private static Line line(Entry entry, Words words, Links links) {
        LiveState live = entry.live();
        return new Line(
                entry,
                links.measure(entry.slug()),
                words.term("field", entry.content().pathway().fieldOfAction()),
                live == null ? null : words.code("state", live.state()),
                NextView.of(live, words));
    }

    private static Filter filter(
            String name,
            String kind,
            Map<String, Integer> counts,
            String chosen,
            Map<String, String> labels,
            Links links,
            Words words) {
        Map<String, Integer> shown = new HashMap<>(counts);
        if (chosen != null) {
            shown.putIfAbsent(chosen, 0);
        }
        return new Filter(
                name,
                shown.entrySet().stream()
                        .map(entry -> new Choice(
                                entry.getKey(),
                                labels.getOrDefault(entry.getKey(), words.code(kind, entry.getKey())),
                                entry.getValue(),
                                links.filtered(name, entry.getKey()),
                                entry.getKey().equals(chosen)))
                        .sorted(Comparator.comparing(Choice::label))
                        .toList());
    }

    private static List<String> sums(List<Sum> sums, Words words) {
        return sums.stream()
                .map(sum -> words.text("overview.sum", sum.stated(), sum.of(), words.amount(sum.total(), sum.unit())))
                .toList();
    }
}
