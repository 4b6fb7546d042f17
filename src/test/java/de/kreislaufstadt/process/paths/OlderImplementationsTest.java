package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.engine.model.MunicipalityOfInstance;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Implementations that began before there were reporting rounds go on asking for reports on their projects. */
class OlderImplementationsTest extends MeasurePaths {

    @Autowired
    RepositoryService repository;

    @Test
    void aProjectThatBeganUnderTheOldModelStillReportsEverySixMonths() {
        String measure = approved("IMPLEMENTATION");
        DeploymentWithDefinitions old = repository
                .createDeployment()
                .name("before the rounds")
                .addClasspathResource("models/starter-project-implementation-1.0.0.bpmn")
                .deployWithResult();
        try {
            begin(measure, old.getDeployedProcessDefinitions().get(0).getId());
            assertFallsOn(today().plusMonths(6), timer(measure, "status-due"));
            office.fire(measure, "status-due");
            assertThat(waiting(measure)).contains("report-status@wfm");
            clerk("wfm").completes(measure, "report-status");
            assertThat(rows(measure, "project_status_report")).isEqualTo(1);
            assertThat(rows(measure, "measure_status_report"))
                    .as("in the timeline at once")
                    .isEqualTo(1);
            assertThat(one(measure, "select kind from measure_report where measure_id = :measure"))
                    .isEqualTo("OUTSIDE");
        } finally {
            repository.deleteDeployment(old.getId(), true);
        }
    }

    private void begin(String measure, String definition) {
        Map<String, Object> values = Map.of(
                "measureId",
                one(measure, "select id from measure where id = :measure"),
                "lead",
                "wfm",
                "projectId",
                one(measure, "select id || '@wfm' from implementation_project where measure_id = :measure"));
        MunicipalityOfInstance.actingFor(
                "muenster",
                () -> office.runtime()
                        .createProcessInstanceById(definition)
                        .businessKey(measure)
                        .setVariables(values)
                        .execute());
    }
}
