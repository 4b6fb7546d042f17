package de.kreislaufstadt.association.exchange;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import de.kreislaufstadt.association.Association;
import de.kreislaufstadt.association.Member;
import de.kreislaufstadt.association.ReleasedComparison;
import de.kreislaufstadt.association.standing.ReleasedStandings;
import de.kreislaufstadt.association.standing.ReleasedStandings.Released;
import de.kreislaufstadt.measure.ModelComponent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The comparison for everybody, from rows that are released now. */
@Component
class StoredComparison implements ReleasedComparison {

    private static final int HIGHEST = 4;

    private final Association association;
    private final ReleasedStandings standings;
    private final StepTimes times;
    private final Clock clock;

    StoredComparison(Association association, ReleasedStandings standings, StepTimes times, Clock clock) {
        this.association = association;
        this.standings = standings;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public List<ComponentSpread> components() {
        if (association.office().isEmpty()) {
            return List.of();
        }
        List<String> members = association.members(LocalDate.now(clock)).stream()
                .map(Member::municipality)
                .toList();
        Map<ModelComponent, List<Integer>> levels = standings.of(members).stream()
                .collect(groupingBy(Released::component, mapping(Released::maturity, toList())));
        return Arrays.stream(ModelComponent.values())
                .map(component -> spread(component, members.size(), levels.getOrDefault(component, List.of())))
                .toList();
    }

    @Override
    public List<StepSpread> steps() {
        return times.of(null).stream().map(StepTimes.Compared::spread).toList();
    }

    private static ComponentSpread spread(ModelComponent component, int members, List<Integer> levels) {
        if (levels.size() < AT_LEAST) {
            return new ComponentSpread(component, members, null, List.of(), null);
        }
        List<Integer> byMaturity = IntStream.rangeClosed(0, HIGHEST)
                .mapToObj(level -> Collections.frequency(levels, level))
                .toList();
        List<Integer> sorted = levels.stream().sorted().toList();
        return new ComponentSpread(component, members, levels.size(), byMaturity, sorted.get((sorted.size() - 1) / 2));
    }
}
