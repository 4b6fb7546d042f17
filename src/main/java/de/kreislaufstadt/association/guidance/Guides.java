package de.kreislaufstadt.association.guidance;

import de.kreislaufstadt.association.guidance.GuidanceTable.Holding;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.Decisions;
import de.kreislaufstadt.process.Guidance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Components guide phases as the table {@code component-guidance} says. One that has neither a published version nor contents of the
 * city's own is left out: an empty box on every task would only teach people to overlook it.
 */
@Component
class Guides implements Guidance {

    private static final String TABLE = "component-guidance";

    private final GuidanceTable guidance;
    private final Decisions decisions;

    Guides(GuidanceTable guidance, Decisions decisions) {
        this.guidance = guidance;
        this.decisions = decisions;
    }

    @Override
    public List<Guide> ofMeasure(String municipality, UUID measureId) {
        List<Holding> holding = guidance.ofMeasure(municipality, measureId);
        return holding.isEmpty() || holding.get(0).state() == null
                ? List.of()
                : guides(municipality, holding.get(0).state(), byComponent(holding));
    }

    @Override
    public Map<String, List<Guide>> byPhase(String municipality) {
        Map<ModelComponent, Holding> holding = byComponent(guidance.of(municipality));
        Map<String, List<Guide>> phases = new LinkedHashMap<>();
        if (holding.isEmpty()) {
            return phases;
        }
        for (MeasureState state : MeasureState.values()) {
            List<Guide> guides = guides(municipality, state, holding);
            if (!guides.isEmpty()) {
                phases.put(state.name(), guides);
            }
        }
        return phases;
    }

    private List<Guide> guides(String municipality, MeasureState state, Map<ModelComponent, Holding> holding) {
        Map<String, Object> phase = Map.of("phase", state.name());
        List<ModelComponent> components = decisions.evaluate(municipality, TABLE, phase).stream()
                .map(row -> ModelComponent.valueOf(row.get("component").toString()))
                .toList();
        List<String> reasons = decisions.reasons(municipality, TABLE, phase);
        // A city's own table need not say why.
        boolean explained = reasons.size() == components.size();
        List<Guide> guides = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            Holding one = holding.get(components.get(i));
            if (one != null) {
                guides.add(guide(one, explained ? reasons.get(i) : null));
            }
        }
        return guides;
    }

    private static Guide guide(Holding one, String why) {
        return new Guide(
                one.component().name(),
                one.component().label(),
                why,
                one.version(),
                one.adoptedOn(),
                one.adoptedBy(),
                one.ownSince());
    }

    private static Map<ModelComponent, Holding> byComponent(List<Holding> holding) {
        return holding.stream().collect(Collectors.toMap(Holding::component, Function.identity()));
    }
}
