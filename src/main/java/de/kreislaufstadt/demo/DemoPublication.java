package de.kreislaufstadt.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The decided measures of the demo city become public the way everybody's do: prepared by their lead, released by the climate unit. */
@Component
@Profile("demo")
@Order(300)
class DemoPublication implements ApplicationRunner {

    private static final String LEAD = "wfm-sachbearbeitung";
    private static final String UNIT = "klima-sachbearbeitung";

    /** Each with how people can take part in it. */
    private static final Map<String, String> MEASURES = Map.of(
            "WW-09",
            "Betriebe, die Bauteile abgeben oder Lebensmittel weitergeben wollen, melden sich bei der Wirtschaftsförderung.",
            "BE-01",
            "Wer eine Küche betreibt, kann an den Workshops teilnehmen.");

    private final ObjectMapper json = new ObjectMapper();
    private final DemoTasks tasks;

    DemoPublication(DemoTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        DemoBrowser lead = tasks.inTasklist(LEAD);
        DemoBrowser unit = tasks.inTasklist(UNIT);
        MEASURES.forEach((number, participation) -> publish(number, participation, lead, unit));
    }

    private void publish(String number, String participation, DemoBrowser lead, DemoBrowser unit) {
        String address = "/camunda/api/kreislaufstadt/measures/" + number + "/publication";
        JsonNode standing = lead.get(address);
        if (standing.path("version").asInt() > 0
                || standing.path("withdrawn").asBoolean()
                || standing.hasNonNull("held")) {
            return;
        }
        if (!standing.path("pending").asBoolean()) {
            lead.post(address + "/begin", Map.of());
        }
        ObjectNode prepared = json.createObjectNode().put("result", "SUBMIT");
        prepared.putObject("participation").put("text", participation);
        completes(lead, number, "prepare-publication", prepared);
        completes(unit, number, "release-publication", json.createObjectNode().put("result", "RELEASE"));
    }

    private static void completes(DemoBrowser person, String number, String task, JsonNode form) {
        String engine = "/camunda/api/engine/engine/default/task";
        JsonNode open = person.get(engine + "?processInstanceBusinessKey=" + number + "&taskDefinitionKey=" + task);
        if (open.isEmpty()) {
            return;
        }
        Map<String, Object> variable =
                Map.of("value", form.toString(), "type", "Json", "valueInfo", Map.of("transient", true));
        person.post(
                engine + "/" + open.get(0).get("id").asText() + "/submit-form",
                Map.of("variables", Map.of("form", variable)));
    }
}
