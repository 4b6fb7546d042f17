package de.kreislaufstadt.association.exchange;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import de.kreislaufstadt.association.Association;
import de.kreislaufstadt.association.Member;
import de.kreislaufstadt.association.ReleasedComparison;
import de.kreislaufstadt.association.ReleasedComparison.StepSpread;
import de.kreislaufstadt.released.ReleasedTimes;
import de.kreislaufstadt.released.TimeFacts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * How long steps take in the municipalities that have released it, each with its newest released quarter. Always over all members of
 * today: with a choice of groups, one could be subtracted from another until a single municipality is left.
 */
@Component
class StepTimes {

    private static final String STEP = "STEP";

    /** What is older says nothing about today. */
    private static final int YEARS = 2;

    private final Association association;
    private final ReleasedTimes times;
    private final Clock clock;

    StepTimes(Association association, ReleasedTimes times, Clock clock) {
        this.association = association;
        this.times = times;
        this.clock = clock;
    }

    /**
     * A step.
     *
     * @param spread over all municipalities
     * @param ownHours of the municipality that asks, from what it has released itself; null where it has not
     */
    record Compared(StepSpread spread, Integer ownHours) {}

    private record Figure(String municipality, TimeFacts.Row row) {}

    /** @param own id of the municipality whose values stand beside the others'; null for none */
    List<Compared> of(String own) {
        LocalDate today = LocalDate.now(clock);
        List<String> members =
                association.members(today).stream().map(Member::municipality).toList();
        Map<String, List<Figure>> steps = times.newest(members, today.minusYears(YEARS)).entrySet().stream()
                .flatMap(city -> city.getValue().rows().stream().map(row -> new Figure(city.getKey(), row)))
                .filter(figure ->
                        STEP.equals(figure.row().kind()) && figure.row().medianHours() != null)
                .collect(groupingBy(
                        figure -> figure.row().process() + "/" + figure.row().key(), TreeMap::new, toList()));
        return steps.values().stream()
                .filter(figures ->
                        figures.stream().map(Figure::municipality).distinct().count() >= ReleasedComparison.AT_LEAST)
                .map(figures -> compared(figures, own))
                .sorted(Comparator.comparing((Compared one) -> one.spread().process())
                        .thenComparing(one -> one.spread().name()))
                .toList();
    }

    private static Compared compared(List<Figure> figures, String own) {
        TimeFacts.Row first = figures.get(0).row();
        Quartiles quartiles = Quartiles.of(
                figures.stream().map(figure -> figure.row().medianHours()).toList());
        Optional<Integer> ownHours = figures.stream()
                .filter(figure -> figure.municipality().equals(own))
                .map(figure -> figure.row().medianHours())
                .findFirst();
        return new Compared(
                new StepSpread(
                        first.process(),
                        first.key(),
                        first.name(),
                        figures.size(),
                        quartiles.lower(),
                        quartiles.median(),
                        quartiles.upper()),
                ownHours.orElse(null));
    }
}
