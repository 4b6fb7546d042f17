package de.kreislaufstadt.handbook;

import de.kreislaufstadt.process.DecisionModels;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;

/** Whose a task is and until when, as the decision tables say it, in the words of the handbook. */
final class OwnersAndDays {

    private static final Map<String, String> OWNERS = Map.ofEntries(
            Map.entry("LEAD", "Federführung"),
            Map.entry("LEAD_HEAD", "Leitung der Federführung"),
            Map.entry("CLIMATE_UNIT", "Stabsstelle Klima"),
            Map.entry("COUNCIL_SERVICE", "Ratsservice"),
            Map.entry("MODERATION", "Moderation"),
            Map.entry("ECONOMIC_DEVELOPMENT", "Wirtschaftsförderung"),
            Map.entry("ITEM_DEPARTMENT", "Zuständiger Fachbereich"),
            Map.entry("ITEM_HEAD", "Leitung des Fachbereichs"),
            Map.entry("ITEM_DEZERNAT", "Dezernat"),
            Map.entry("COMPONENT_DRAFTING", "Difu"),
            Map.entry("COMPONENT_ADOPTION", "Städtetag"),
            Map.entry("ASSOCIATION_COORDINATION", "Verbundkoordination"));

    private static final Map<String, String> COUNTED_FROM = Map.of(
            "", "%d Arbeitstage",
            "registrationUntil", "am Tag des Anmeldeschlusses",
            "workshopDate", "%d Arbeitstage nach dem Workshop",
            "packageEnd", "am letzten Tag des Arbeitspakets");

    private static final Map<String, String> SET_DAYS = Map.of(
            "", "",
            "goalDue", "am Termin des Wissensziels, sonst ",
            "conditionDue", "am Tag, den der Beschluss setzt, sonst ",
            "surveyUntil", "am Tag der Rückmeldung, sonst ",
            "roundDue", "am Tag, den die Berichtsrunde nennt, sonst ",
            "effectUntil", "am letzten Tag der Gegenmaßnahme, sonst ",
            "commentsUntil", "am letzten Tag für Rückmeldungen, sonst ");

    private OwnersAndDays() {}

    /** @return the roles that the routing gives the task to, whoever decides; empty for what anybody may begin */
    static Set<String> owners(String task) {
        Set<String> owners = new LinkedHashSet<>();
        for (String body : List.of("COUNCIL", "HEAD")) {
            DmnDecisionResult roles = DecisionModels.evaluate("task-routing", inputs(task, Map.of("body", body)));
            roles.collectEntries("role").forEach(role -> owners.add(OWNERS.get(role.toString())));
        }
        return owners;
    }

    /** @return when the task is due; "keine Frist" for what the table does not list */
    static String until(String task) {
        DmnDecisionResult days = DecisionModels.evaluate("working-days", inputs(task, Map.of()));
        if (days.isEmpty()) {
            return "keine Frist";
        }
        Map<String, Object> row = days.getFirstResult();
        return SET_DAYS.get(row.get("until"))
                + COUNTED_FROM.get(row.get("base")).formatted(row.get("days"));
    }

    private static Map<String, Object> inputs(String task, Map<String, String> more) {
        Map<String, Object> inputs = new HashMap<>(more);
        inputs.put("task", task);
        inputs.put("municipality", "muenster");
        inputs.putIfAbsent("body", null);
        return Collections.unmodifiableMap(inputs);
    }
}
