package de.kreislaufstadt.starterproject;

import static de.kreislaufstadt.starterproject.ProjectRoom.elements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.workshop.Ideas;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the ideas of the workshops to adopted starter projects, on every path of the process. */
class SelectionTest {

    private final ProjectRoom room = new ProjectRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void ideasBecomeStarterProjectsOfTheDepartmentsThatLookAfterTheBearers() {
        List<String> ideas = elements(room.completes("bundle-ideas"), "ideaIds");
        assertThat(ideas).extracting(idea -> idea.split("@")[1]).containsExactly("immobilien", "personal");
        ideas.forEach(idea -> assertThat(rated(idea, data -> {}).values())
                .containsEntry("score", 7875)
                .containsEntry("feasibility", 5)
                .containsEntry("knockOut", false));
        assertThat(room.one("select string_agg(distinct recommendation || climate, ',') from sketch_rating"))
                .isEqualTo("STARTER_PROJECT3");
        assertThat(room.labels("propose-selection", "sketches").get(0))
                .contains("78,75 Punkte", "Empfehlung: Starterprojekt");

        assertThat(proposes(data -> {}).values())
                .containsEntry("proposal", "DECIDE")
                .containsEntry("body", "HEAD");
        assertThat(room.prefill("decide-starter-projects").get("bodyName").asText())
                .isEqualTo("Leitung Wirtschaftsförderung");
        assertThat(ReadersLanguage.in(Locale.ENGLISH, () -> room.prefill("decide-starter-projects"))
                        .get("bodyName"))
                .as("what goes into the record, proposed to an English reader")
                .isEqualTo(room.prefill("decide-starter-projects").get("bodyName"));
        Outcome adopted = room.completes("decide-starter-projects");
        assertThat(adopted.values())
                .containsEntry("decideResult", "ADOPT")
                .containsEntry("selectionResult", "PROJECTS");
        assertThat(room.bean(StarterProjects.class).adopted(ProjectRoom.CITY, room.measure))
                .extracting(project -> project.id() + "@" + project.department())
                .containsExactlyInAnyOrderElementsOf(elements(adopted, "projectIds"));
        assertThat(room.bean(StarterExchange.class).shareable(ProjectRoom.CITY, List.of(room.measure)))
                .as("what others may have of them")
                .hasSize(elements(adopted, "projectIds").size())
                .allSatisfy(one -> assertThat(one.outline().indicators()).isNotEmpty());
        assertThat(room.bean(StarterProjects.class).adopted("bottrop", room.measure))
                .isEmpty();
    }

    @Test
    void everyWorkshopIdeaIsTakenUpOrSetAsideWithAReason() {
        Ideas.Idea first = workshopIdea("Leihladen");
        Ideas.Idea second = workshopIdea("Leihregal");
        ObjectNode form = room.prefill("bundle-ideas");
        assertThat(form.get("ideas")).hasSize(2);
        assertThat(problems("bundle-ideas", data -> data.remove("setAsideReason")))
                .containsExactly("setAsideReason starterproject.ideas.setAside");
        room.completes("bundle-ideas", data -> {
            data.remove("setAsideReason");
            ArrayNode sources = (ArrayNode) data.get("ideas").get(0).get("sources");
            sources.add(first.id().toString()).add(second.id().toString());
        });
        assertThat(room.one("select string_agg(origin, ',' order by position) from starter_idea"))
                .isEqualTo("MERGED,OWN");
        assertThat(room.prefill("bundle-ideas").has("ideas"))
                .as("nothing left for a second round")
                .isFalse();
    }

    @Test
    void aTitleIsUsedOnceAndAtLeastOneIdeaIsNeeded() {
        assertThat(problems("bundle-ideas", data -> ((ArrayNode) data.get("ideas")).removeAll()))
                .containsExactly("ideas starterproject.ideas.empty");
        assertThat(problems(
                        "bundle-ideas",
                        data -> ((ObjectNode) data.get("ideas").get(1))
                                .put("title", " bauteilbörse für städtische rückbauten ")))
                .containsExactly("ideas[1].title starterproject.ideas.duplicate");
    }

    @Test
    void withoutSuitableIdeasAFurtherWorkshopOrTheEndIsProposed() {
        Outcome none = room.completes(
                "bundle-ideas",
                data -> data.removeAll().put("bundleResult", "NONE").put("reason", "Keine Idee hat einen Träger."));
        assertThat(none.values()).containsEntry("bundleResult", "NONE").containsEntry("ideaIds", "");
        assertThat(problems("propose-selection", data -> {}))
                .containsExactly("proposal starterproject.proposal.nothingToDecide");
        assertThat(room.completes("propose-selection", data -> without(data, "FURTHER_WORKSHOP"))
                        .values())
                .containsEntry("selectionResult", "FURTHER_WORKSHOP");
        assertThat(room.completes("propose-selection", data -> without(data, "CLOSE"))
                        .values())
                .containsEntry("selectionResult", "CLOSE");
        assertThat(room.explanations).containsExactly("Es gibt keinen Träger.");
    }

    @Test
    void aSketchNeedsIndicatorsAndConsistentValues() {
        room.enter("ideaId", elements(room.completes("bundle-ideas"), "ideaIds").get(0));
        assertThat(problems("sketch-project", data -> ((ArrayNode) data.get("indicators")).removeAll()))
                .containsExactly("indicators form.rows.between");
        assertThat(problems(
                        "sketch-project",
                        data -> ((ObjectNode) data.get("indicators").get(0)).remove(List.of("goal", "unit"))))
                .containsExactly("indicators[0].unit form.required", "indicators[0].goal form.required");
        assertThat(problems("sketch-project", data -> ((ObjectNode) data.get("co2")).put("to", 1)))
                .containsExactly("co2.to measure.reportedValue.rangeOrder");
        room.completes("sketch-project");
        assertThat(room.one("select count(*) from reported_value")).isEqualTo(3L);
    }

    @Test
    void costAndCo2AreStatedAlwaysMaterialOnlyWhereSomethingIsKnown() {
        room.enter("ideaId", elements(room.completes("bundle-ideas"), "ideaIds").get(0));
        assertThat(problems("sketch-project", data -> data.remove("cost")))
                .containsExactly("cost.status form.required", "cost.source form.required", "cost.asOf form.required");
        assertThat(problems("sketch-project", data -> ((ObjectNode) data.get("material")).remove("source")))
                .containsExactly("material.source form.required");
        room.completes("sketch-project", data -> data.putObject("material"));
        room.completes("sketch-project", data -> data.remove("material"));
        assertThat(room.one("select count(*) from reported_value where field = 'material'"))
                .isEqualTo(0L);
    }

    @Test
    void withoutACo2NumberTheClimateLevelIsNeutralAndCannotRestOnIt() {
        room.enter("ideaId", elements(room.completes("bundle-ideas"), "ideaIds").get(0));
        room.completes(
                "sketch-project",
                data -> ((ObjectNode) data.get("co2"))
                        .put("status", "NOT_QUANTIFIABLE")
                        .remove(List.of("from", "to", "unit")));
        ObjectNode form = room.prefill("rate-project");
        assertThat(form.get("climateBasis").asText()).isEqualTo("NOT_QUANTIFIABLE");
        assertThat(form.get("circularity").asInt()).isEqualTo(5);
        assertThat(problems(
                        "rate-project",
                        data -> data.put("climateBasis", "GREENHOUSE_GAS").put("climate", 4)))
                .containsExactly("climateBasis starterproject.climate.noNumber");
        room.completes(
                "rate-project",
                data -> data.put("climateBasis", "SOCIETAL_CHANGE").put("climate", 4));
        assertThat(room.one("select climate from sketch_rating")).isEqualTo(4);
    }

    @Test
    void aReworkMakesANewVersionAndTellsTheReason() {
        String idea = elements(room.completes("bundle-ideas"), "ideaIds").get(0);
        rated(idea, data -> data.put("feasibility", 3).put("costLevel", 2));
        assertThat(problems("propose-selection", data -> choose(data.put("proposal", "REWORK"), "REWORK", null)))
                .contains("choices[0].reason starterproject.choices.rework");
        Outcome rework = room.completes("propose-selection", data -> {
            data.remove("body");
            data.put("reason", "Die Kosten sind unklar.");
            choose(data.put("proposal", "REWORK"), "REWORK", "Bitte die Kosten belegen.");
        });
        assertThat(rework.values()).containsEntry("ideaIds", idea);
        ObjectNode form = room.prefill("sketch-project");
        assertThat(form.get("returnReason").asText()).startsWith("Bitte die Kosten belegen");
        assertThat(form.get("cost").get("value").asInt()).isEqualTo(40000);
        assertThat(form.get("agencyRoles")).hasSize(2);
        rated(idea, data -> {});
        assertThat(room.one("select max(version) from project_sketch")).isEqualTo(2);
        assertThat(room.one("select count(*) from sketch_rating")).isEqualTo(2L);
        assertThat(room.prefill("propose-selection").get("choices")).hasSize(1);
    }

    @Test
    void aDeviationFromTheTableNeedsAReasonAndIsShownToTheBody() {
        String idea = elements(room.completes("bundle-ideas"), "ideaIds").get(0);
        rated(idea, data -> data.withArray("knockOuts").add("DOUBLE_FUNDING"));
        assertThat(room.one("select recommendation from sketch_rating")).isEqualTo("REJECTED");
        assertThat(problems("propose-selection", data -> choose(data, "STARTER_PROJECT", null)))
                .containsExactly("choices[0].reason starterproject.choices.deviation");
        assertThat(problems("propose-selection", data -> {})).contains("choices starterproject.choices.missing");
        room.completes(
                "propose-selection",
                data -> choose(data.put("body", "COUNCIL"), "STARTER_PROJECT", "Die Förderung wird zurückgegeben."));
        assertThat(room.prefill("decide-starter-projects").get("deviations").asText())
                .contains("Starterprojekt statt Nicht weiterverfolgen");
    }

    @Test
    void councilPapersCarryTheirNumberAndAReturnGoesBackWithItsReason() {
        rated(elements(room.completes("bundle-ideas"), "ideaIds").get(0), data -> {});
        proposes(data -> data.put("body", "COUNCIL"));
        assertThat(problems("decide-starter-projects", data -> data.put("body", "COUNCIL")))
                .containsExactly("paperNumber form.required");
        assertThat(problems(
                        "decide-starter-projects",
                        data -> data.put("body", "COUNCIL").put("paperNumber", "V/573/2024")))
                .containsExactly("paperNumber starterproject.decision.paperNumber");
        assertThat(problems("decide-starter-projects", data -> data.put("decidedOn", "2026-03-03")))
                .containsExactly("body starterproject.decision.body", "decidedOn starterproject.decision.future");
        Outcome returned = room.completes("decide-starter-projects", data -> {
            data.remove("conditionItems");
            data.put("result", "RETURN").put("body", "COUNCIL").put("paperNumber", "V/0573/2024");
            data.put("reason", "Der Rat bittet um eine zweite Skizze.");
        });
        assertThat(returned.values()).containsEntry("decideResult", "RETURN").doesNotContainKey("projectIds");
        ObjectNode form = room.prefill("propose-selection");
        assertThat(form.get("returnReason").asText()).startsWith("Der Rat bittet");
        assertThat(form.get("choices").get(0).get("choice").asText()).isEqualTo("STARTER_PROJECT");
        proposes(data -> {});
        room.completes("decide-starter-projects");
        assertThat(room.one("select count(*) from starter_project")).isEqualTo(1L);
    }

    @Test
    void aTakenOverMeasureStartsWithItsSketches() {
        var ideas = room.bean(StarterIdeas.class)
                .takeOver(
                        ProjectRoom.CITY,
                        room.measure,
                        List.of(new StarterIdeas.NewIdea(
                                "Bauteilbörse", CircularField.BUILDING, "Bekannt", "immobilien")),
                        "admin");
        room.enter("ideaId", ideas.get(0).toString());
        assertThat(room.prefill("sketch-project").get("title").asText()).isEqualTo("Bauteilbörse");
    }

    private Outcome rated(String idea, Consumer<ObjectNode> change) {
        room.enter("ideaId", idea);
        room.completes("sketch-project");
        return room.completes("rate-project", change);
    }

    private Outcome proposes(Consumer<ObjectNode> change) {
        return room.completes("propose-selection", data -> {
            data.set("choices", room.prefill("propose-selection").get("choices"));
            change.accept(data);
        });
    }

    private void choose(ObjectNode data, String choice, String reason) {
        ArrayNode choices = (ArrayNode) room.prefill("propose-selection").get("choices");
        ((ObjectNode) choices.get(0)).put("choice", choice).put("reason", reason);
        data.set("choices", choices);
        if ("REWORK".equals(data.path("proposal").asText())) {
            data.remove("body");
            data.put("reason", "Die Kosten sind unklar.");
        }
    }

    private static void without(ObjectNode data, String proposal) {
        data.remove("body");
        data.put("proposal", proposal).put("reason", "Es gibt keinen Träger.");
    }

    private List<String> problems(String task, Consumer<ObjectNode> change) {
        return catchThrowableOfType(FormRefused.class, () -> room.completes(task, change)).problems().stream()
                .map(problem -> problem.field() + " " + problem.messageKey())
                .toList();
    }

    private Ideas.Idea workshopIdea(String title) {
        Ideas.Idea idea = new Ideas.Idea(
                UUID.randomUUID(), 1, title, CircularField.OTHER, "Dinge teilen statt kaufen", null, 7, null);
        room.workshopIdeas.add(idea);
        return idea;
    }
}
