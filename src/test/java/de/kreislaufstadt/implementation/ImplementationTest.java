package de.kreislaufstadt.implementation;

import static de.kreislaufstadt.starterproject.ProjectRoom.elements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.ItemDates;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.starterproject.ProjectRoom;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The implementation of a project from its work packages to the confirmed closure. */
class ImplementationTest {

    private static final String CLIMATE_UNIT = "klima-sachbearbeitung";

    private final ProjectRoom room = new ProjectRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aMeasureWithoutStarterProjectsIsImplementedItselfAndOnlyOnce() {
        List<String> projects = elements(room.runs("prepare-implementation"), "projectIds");
        assertThat(projects).hasSize(1).allMatch(project -> project.endsWith("@wfm"));
        assertThat(elements(room.runs("prepare-implementation"), "projectIds")).isEqualTo(projects);
        assertThat(room.one("select kind || ' ' || title from implementation_project"))
                .isEqualTo("MEASURE Kreislaufstadt");
    }

    @Test
    void starterProjectsKeepTheirIdsAndTheirDepartments() {
        List<String> adopted = adoptedProjects();
        assertThat(elements(room.runs("prepare-implementation"), "projectIds")).isEqualTo(adopted);
        assertThat(elements(room.runs("prepare-implementation"), "projectIds")).isEqualTo(adopted);
        room.enter("projectId", adopted.get(0));
        ObjectNode plan = room.prefill("plan-work-packages");
        assertThat(plan.get("packages").get(0).get("beginsOn").asText()).isEqualTo("2027-03-01");
        assertThat(plan.get("packages").get(0).get("department").asText()).isEqualTo("immobilien");
    }

    @Test
    void packagesBelongToTheirDepartmentsAndAreDueAtTheirEnds() {
        List<String> packages = planned();
        assertThat(packages).extracting(item -> item.split("@")[1]).containsExactly("immobilien", "wfm", "wfm");
        room.enter("packageId", packages.get(0));
        ItemDates dates = room.bean(ItemDates.class);
        assertThat(dates.date(room.scope("work-on-package", null), "packageEnd"))
                .contains(LocalDate.of(2027, 6, 30));
        assertThat(dates.date(room.scope("work-on-package", null), "workshopDate"))
                .isEmpty();
        assertThat(room.one("select count(*) from work_package_dependency")).isEqualTo(2L);
    }

    @Test
    void aPlanNeedsPackagesAndKeepsItsRules() {
        project();
        assertThat(problems("plan-work-packages", data -> ((ArrayNode) data.get("packages")).removeAll()))
                .containsExactly("packages form.rows.between");
        assertThat(problems(
                        "plan-work-packages", data -> row(data, "packages", 0).put("dependsOn", "AP3")))
                .contains("packages[0].dependsOn implementation.plan.cycle");
        assertThat(problems(
                        "plan-work-packages", data -> row(data, "packages", 0).put("department", "unbekannt")))
                .containsExactly("packages[0].department form.choice");
        assertThat(problems(
                        "plan-work-packages", data -> row(data, "packages", 2).put("dependsOn", "AP1;AP2")))
                .containsExactly("packages[2].dependsOn form.pattern");
    }

    @Test
    void aPackageIsDoneOnlyAfterItsPredecessors() {
        List<String> packages = planned();
        room.enter("packageId", packages.get(2));
        assertThat(room.prefill("work-on-package").get("openPredecessors").asText())
                .contains("AP1 Bauteile erfassen", "AP2 Lager einrichten");
        assertThat(problems("work-on-package", data -> {}))
                .containsExactly("status implementation.package.predecessors");
        done(packages.get(0));
        room.enter("packageId", packages.get(1));
        room.completes("work-on-package", data -> report(data, "DROPPED", 30, "Das Lager wird nicht gebraucht."));
        done(packages.get(2));
        assertThat(room.one("select string_agg(status || progress, ',' order by position) from work_package"))
                .isEqualTo("DONE100,DROPPED30,DONE100");
    }

    @Test
    void aBlockedPackageGoesToTheLeadAndBackWithTheSolution() {
        room.enter("packageId", planned().get(0));
        assertThat(problems("work-on-package", data -> data.put("status", "BLOCKED")))
                .contains("progress form.required", "evidence form.hidden", "reason form.required");
        assertThat(room.completes("work-on-package", data -> report(data, "BLOCKED", 20, "Die Fläche fehlt."))
                        .values())
                .containsEntry("packageResult", "BLOCKED");
        assertThat(room.prefill("resolve-blockage").get("blockedReason").asText())
                .startsWith("Die Fläche fehlt");
        assertThat(problems("resolve-blockage", data -> data.put("newEndsOn", "2026-03-01")))
                .containsExactly("newEndsOn implementation.plan.dateOrder", "newEndsOn implementation.blockage.past");
        assertThat(room.completes("resolve-blockage", data -> data.put("newEndsOn", "2027-09-30"))
                        .values())
                .containsEntry("blockageResult", "CONTINUE");
        assertThat(room.bean(ItemDates.class).date(room.scope("work-on-package", null), "packageEnd"))
                .contains(LocalDate.of(2027, 9, 30));
        assertThat(room.prefill("work-on-package").get("resolution").asText()).startsWith("Die Fläche wird");

        room.completes("work-on-package", data -> report(data, "BLOCKED", 20, "Die Fläche fehlt weiterhin."));
        room.completes("resolve-blockage", data -> data.put("result", "DROP"));
        assertThat(room.one("select status from work_package where code = 'AP1'"))
                .isEqualTo("DROPPED");
        assertThat(room.one("select count(*) from blockage")).isEqualTo(2L);
    }

    @Test
    void aClosureIsConfirmedByASecondPersonAfterItWasReturned() {
        planned().forEach(this::done);
        ObjectNode form = room.prefill("close-project");
        assertThat(form.get("actualCost").decimalValue()).isEqualByComparingTo("35401.5");
        assertThat(form.get("indicators").get(0).get("name").asText()).isEqualTo("Weiterverwendete Bauteile");
        assertThat(problems("close-project", data -> data.put("closedOn", "2026-03-03")))
                .containsExactly("closedOn implementation.closure.future");
        room.completes("close-project");
        assertThat(problems("confirm-closure", data -> {})).containsExactly("result process.fourEyes");
        room.completes(
                CLIMATE_UNIT,
                "confirm-closure",
                data -> data.put("result", "RETURN").put("comment", "Die Wiegescheine fehlen."));
        ObjectNode again = room.prefill("close-project");
        assertThat(again.get("returnReason").asText()).startsWith("Die Wiegescheine fehlen");
        assertThat(again.get("material").get("value").decimalValue()).isEqualByComparingTo("18.5");
        room.completes("close-project");
        assertThat(room.prefill("confirm-closure").get("packageTable").asText()).contains("Bauteile erfassen");
        Outcome confirmed = room.completes(CLIMATE_UNIT, "confirm-closure", data -> {});
        assertThat(confirmed.values()).containsEntry("closureResult", "CONFIRM");
        assertThat(room.one("select status from implementation_project where status = 'CLOSED'"))
                .isEqualTo("CLOSED");
        assertThat(room.one("select count(*) from project_closure")).isEqualTo(2L);
    }

    @Test
    void aQuarterWithoutContactsIsExplained() {
        project();
        assertThat(room.prefill("log-networking").has("since")).isTrue();
        assertThat(problems("log-networking", data -> ((ArrayNode) data.get("contacts")).removeAll()))
                .containsExactly("note implementation.networking.empty");
        assertThat(problems("log-networking", data -> row(data, "contacts", 0).put("contactOn", "2026-03-03")))
                .containsExactly("contacts[0].contactOn implementation.networking.future");
        room.completes("log-networking");
        room.completes("log-networking", data -> data.removeAll().put("note", "Der Träger war im Umbau."));
        assertThat(room.one("select count(*) from networking_log")).isEqualTo(2L);
        assertThat(room.one("select kind from networking_contact")).isEqualTo("MATCHMAKING");
    }

    private List<String> adoptedProjects() {
        room.enter("ideaId", elements(room.completes("bundle-ideas"), "ideaIds").get(0));
        room.completes("sketch-project");
        room.completes("rate-project");
        room.completes(
                "propose-selection",
                data -> data.set("choices", room.prefill("propose-selection").get("choices")));
        return elements(room.completes("decide-starter-projects"), "projectIds");
    }

    private void project() {
        List<String> adopted = adoptedProjects();
        room.runs("prepare-implementation");
        room.enter("projectId", adopted.get(0));
    }

    private List<String> planned() {
        project();
        return elements(room.completes("plan-work-packages"), "packageIds");
    }

    private void done(String workPackage) {
        room.enter("packageId", workPackage);
        assertThat(room.completes("work-on-package").values()).containsEntry("packageResult", "DONE");
    }

    private static void report(ObjectNode data, String status, int progress, String reason) {
        data.remove("evidence");
        data.put("status", status).put("progress", progress).put("reason", reason);
    }

    private static ObjectNode row(ObjectNode data, String list, int index) {
        return (ObjectNode) data.get(list).get(index);
    }

    private List<String> problems(String task, Consumer<ObjectNode> change) {
        return catchThrowableOfType(FormRefused.class, () -> room.completes(task, change)).problems().stream()
                .map(problem -> problem.field() + " " + problem.messageKey())
                .toList();
    }
}
