package de.kreislaufstadt.released;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes fields out of a version that was released when they were still public. A field is named as the decision table
 * {@code field-visibility} names it; it may stand in several places of a version, and goes from all of them.
 */
final class Withheld {

    /** Places by field; a star stands for every entry of a list. */
    private static final Map<String, List<String>> PLACES = Map.ofEntries(
            Map.entry("externalId", List.of("externalId")),
            Map.entry("shortTitle", List.of("heading/shortTitle")),
            Map.entry("circularFields", List.of("pathway/circularFields")),
            Map.entry("levers", List.of("pathway/levers", "table/systemicLever")),
            Map.entry("rStrategies", List.of("pathway/rStrategies")),
            Map.entry("outcome", List.of("pathway/outcome", "table/outcome")),
            Map.entry("responsibleBody", List.of("carriers/responsibleBody", "table/responsibleBodies")),
            Map.entry("contributing", List.of("carriers/contributing", "table/involvedStakeholders")),
            Map.entry("partners", List.of("carriers/partners", "table/involvedStakeholders")),
            Map.entry("spatialScope", List.of("carriers/scope/original", "table/actionScale")),
            Map.entry("leadMailbox", List.of("carriers/leadMailbox")),
            Map.entry("begin", List.of("schedule/begin")),
            Map.entry("end", List.of("schedule/end")),
            Map.entry("plannedUntil", List.of("schedule/plannedUntil")),
            Map.entry("renewableEnergy", List.of("effects/renewableEnergy", "table/generatedRenewableEnergy")),
            Map.entry("replacedEnergy", List.of("effects/replacedEnergy", "table/substitutedEnergy")),
            Map.entry("co2", List.of("effects/co2", "table/emissionsReduction")),
            Map.entry("cost", List.of("effects/cost", "table/totalCosts")),
            Map.entry("budgetRelation", List.of("finance/budgetRelation")),
            Map.entry("costGroup", List.of("finance/costGroup")),
            Map.entry("plan", List.of("finance/plan")),
            Map.entry("funding", List.of("finance/funding")),
            Map.entry("indicators", List.of("indicators")),
            Map.entry("sources", List.of("sources")),
            Map.entry("decisions", List.of("decisions")),
            Map.entry("projects", List.of("projects")),
            Map.entry("projectScore", List.of("projects/*/score")),
            Map.entry("deviationReason", List.of("projects/*/deviationReason")),
            Map.entry("milestones", List.of("milestones", "projects/*/milestones")),
            Map.entry("statusReports", List.of("statusReports", "table/comments")),
            Map.entry("planNextYear", List.of("statusReports/*/planNextYear")),
            Map.entry("assessment", List.of("statusReports/*/assessment")),
            Map.entry("events", List.of("events")),
            Map.entry("evaluation", List.of("evaluation")),
            Map.entry("participation", List.of("participation")),
            Map.entry("stateReason", List.of("state")));

    private Withheld() {}

    /** @return fields that can be taken out */
    static Set<String> fields() {
        return PLACES.keySet();
    }

    /**
     * @return the version without these fields
     * @throws IllegalArgumentException if one of them cannot be taken out
     */
    static ReleasedMeasure from(ReleasedMeasure content, Set<String> fields) {
        JsonNode tree = ReleasedJson.tree(content);
        for (String field : fields) {
            List<String> places = PLACES.get(field);
            if (places == null) {
                throw new IllegalArgumentException("No version is without " + field);
            }
            places.forEach(place -> empty(tree, List.of(place.split("/"))));
        }
        return ReleasedJson.measure(tree);
    }

    private static void empty(JsonNode node, List<String> path) {
        List<JsonNode> parents = List.of(node);
        for (String step : path.subList(0, path.size() - 1)) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode parent : parents) {
                if (step.equals("*")) {
                    parent.forEach(next::add);
                } else {
                    next.add(parent.path(step));
                }
            }
            parents = next;
        }
        for (JsonNode parent : parents) {
            if (parent instanceof ObjectNode object) {
                object.putNull(path.get(path.size() - 1));
            }
        }
    }
}
