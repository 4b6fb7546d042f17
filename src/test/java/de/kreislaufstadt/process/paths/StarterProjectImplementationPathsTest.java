package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/**
 * Phase 5: work packages run in parallel, reports fall due beside them. The measure has no starter projects, so the measure
 * itself is the project.
 */
class StarterProjectImplementationPathsTest extends MeasurePaths {

    @Test
    void aMeasureWithoutStarterProjectsIsImplementedItself() {
        String measure = approved("IMPLEMENTATION");
        assertThat(state(measure)).isEqualTo("IMPLEMENTATION");
        assertThat(waiting(measure)).containsExactly("plan-work-packages@wfm");
        assertThat(one(measure, "select kind from implementation_project where measure_id = :measure"))
                .isEqualTo("MEASURE");
    }

    @Test
    void packagesRunInParallelEachDueAtItsOwnEnd() {
        String measure = planned();
        assertThat(waiting(measure))
                .containsExactly("work-on-package@immobilien", "work-on-package@wfm", "work-on-package@wfm");
        assertThat(office.open(measure, "work-on-package"))
                .extracting(task -> task.getDueDate().toInstant().atZone(BERLIN).toLocalDate())
                .containsExactlyInAnyOrder(
                        LocalDate.of(2027, 6, 30), LocalDate.of(2027, 8, 31), LocalDate.of(2027, 12, 31));

        Map<String, Object> before = everything(measure);
        assertThat(refusal(() -> clerk("wfm").completes(packageTask(measure, "AP3"), office.valid("work-on-package"))))
                .as("its predecessors are not done")
                .containsExactly("status implementation.package.predecessors");
        assertThat(everything(measure)).isEqualTo(before);

        workOn(measure, "immobilien", "AP1", done());
        workOn(measure, "wfm", "AP2", done());
        assertThat(waiting(measure)).containsExactly("work-on-package@wfm");
        workOn(measure, "wfm", "AP3", done());
        assertThat(waiting(measure)).containsExactly("close-project@wfm");
    }

    @Test
    void theClimateUnitConfirmsTheClosureOrReturnsIt() {
        String measure = worked();
        clerk("wfm").completes(measure, "close-project");
        assertThat(waiting(measure)).containsExactly("confirm-closure@klima");
        clerk("klima").completes(measure, "confirm-closure", only("result", "RETURN", "comment", "Die Mengen fehlen."));
        assertThat(waiting(measure)).containsExactly("close-project@wfm");
        clerk("wfm").completes(measure, "close-project");
        clerk("klima").completes(measure, "confirm-closure");
        assertThat(one(measure, "select status from implementation_project where measure_id = :measure"))
                .isEqualTo("CLOSED");
        assertThat(rows(measure, "project_closure")).isEqualTo(2);
        assertThat(waiting(measure)).containsExactly("evaluate-measure@wfm");
    }

    @Test
    void aBlockedPackageIsResolvedByTheLeadAndContinued() {
        String measure = planned();
        workOn(measure, "immobilien", "AP1", blocked());
        assertThat(waiting(measure))
                .containsExactly("resolve-blockage@wfm", "work-on-package@wfm", "work-on-package@wfm");
        clerk("wfm").completes(measure, "resolve-blockage", data -> data.put("newEndsOn", "2027-07-15"));
        assertThat(packageTask(measure, "AP1")
                        .getDueDate()
                        .toInstant()
                        .atZone(BERLIN)
                        .toLocalDate())
                .as("due at the new end")
                .isEqualTo(LocalDate.of(2027, 7, 15));
        workOn(measure, "immobilien", "AP1", done());
        assertThat(packageStatus(measure, "AP1")).isEqualTo("DONE");
    }

    @Test
    void aPackageThatGoesOnIsReportedAsOftenAsThereIsNews() {
        String measure = planned();
        workOn(measure, "immobilien", "AP1", running(30));
        workOn(measure, "immobilien", "AP1", running(60));
        assertThat(packageStatus(measure, "AP1")).isEqualTo("RUNNING");
        assertThat(one(measure, "select progress from work_package where measure_id = :measure and code = 'AP1'"))
                .isEqualTo("60");
        assertThat(waiting(measure))
                .containsExactly("work-on-package@immobilien", "work-on-package@wfm", "work-on-package@wfm");
        workOn(measure, "immobilien", "AP1", done());
        assertThat(packageStatus(measure, "AP1")).isEqualTo("DONE");
    }

    @Test
    void aBlockedPackageIsDroppedByTheLead() {
        String measure = planned();
        workOn(measure, "immobilien", "AP1", blocked());
        clerk("wfm")
                .completes(
                        measure,
                        "resolve-blockage",
                        only("result", "DROP", "resolution", "Ein Dritter übernimmt das."));
        assertThat(packageStatus(measure, "AP1")).isEqualTo("DROPPED");
        assertThat(waiting(measure)).containsExactly("work-on-package@wfm", "work-on-package@wfm");
    }

    @Test
    void aDepartmentDropsItsPackageItself() {
        String measure = planned();
        workOn(
                measure,
                "immobilien",
                "AP1",
                only("status", "DROPPED", "reason", "Der Rückbau entfällt.").andThen(data -> data.put("progress", 10)));
        assertThat(packageStatus(measure, "AP1")).isEqualTo("DROPPED");
        assertThat(waiting(measure)).containsExactly("work-on-package@wfm", "work-on-package@wfm");
    }

    @Test
    void twoPackagesBlockedAtTheSameTimeKeepTheirOwnOutcome() {
        String measure = planned();
        workOn(measure, "immobilien", "AP1", blocked());
        workOn(measure, "wfm", "AP2", blocked());
        Task first = office.open(measure, "resolve-blockage").get(0);
        clerk("wfm")
                .completes(first, office.valid("resolve-blockage", only("result", "DROP", "resolution", "Entfällt.")));
        clerk("wfm").completes(measure, "resolve-blockage");
        assertThat(packageStatus(measure, "AP1")).isEqualTo("DROPPED");
        assertThat(packageStatus(measure, "AP2")).isEqualTo("RUNNING");
        assertThat(waiting(measure)).containsExactly("work-on-package@wfm", "work-on-package@wfm");
    }

    @Test
    void theAgencyLogsItsNetworkingEveryQuarter() {
        String measure = planned();
        assertFallsOn(today().plusMonths(3), timer(measure, "networking-due"));
        office.fire(measure, "networking-due");
        assertThat(waiting(measure)).contains("log-networking@wfm").hasSize(4);
        assertThat(timer(measure, "networking-due")).as("and again").isNotNull();
        clerk("wfm").completes(measure, "log-networking");
        assertThat(rows(measure, "networking_log")).isEqualTo(1);
        assertThat(waiting(measure)).as("the packages went on").hasSize(3);
    }

    @Test
    void reportsThatAreStillOpenEndWithTheProject() {
        String measure = worked();
        office.fire(measure, "networking-due");
        clerk("wfm").completes(measure, "close-project");
        clerk("klima").completes(measure, "confirm-closure");
        assertThat(waiting(measure)).containsExactly("evaluate-measure@wfm");
        assertThat(timer(measure, "networking-due")).isNull();
    }

    private String planned() {
        String measure = approved("IMPLEMENTATION");
        clerk("wfm").completes(measure, "plan-work-packages");
        return measure;
    }

    private String worked() {
        String measure = planned();
        workOn(measure, "immobilien", "AP1", done());
        workOn(measure, "wfm", "AP2", done());
        workOn(measure, "wfm", "AP3", done());
        return measure;
    }

    private void workOn(String measure, String department, String code, Consumer<ObjectNode> report) {
        clerk(department).completes(packageTask(measure, code), office.valid("work-on-package", report));
    }

    private Task packageTask(String measure, String code) {
        String id = one(measure, "select id from work_package where measure_id = :measure and code = '" + code + "'");
        return office.open(measure, "work-on-package").stream()
                .filter(task -> office.tasks()
                        .getVariable(task.getId(), "packageId")
                        .toString()
                        .startsWith(id))
                .findFirst()
                .orElseThrow();
    }

    private String packageStatus(String measure, String code) {
        return one(measure, "select status from work_package where measure_id = :measure and code = '" + code + "'");
    }

    private static Consumer<ObjectNode> done() {
        return data -> {};
    }

    private static Consumer<ObjectNode> running(int percent) {
        return data -> {
            data.removeAll();
            data.put("status", "RUNNING").put("progress", percent);
        };
    }

    private static Consumer<ObjectNode> blocked() {
        return only("status", "BLOCKED", "reason", "Es gibt keine Lagerfläche.")
                .andThen(data -> data.put("progress", 40));
    }
}
