package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** A municipality with a model of its own: here knowledge is not reviewed by the climate unit before it counts. */
class VariantPathsTest extends MeasurePaths {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Lifecycles lifecycles;

    @LocalServerPort
    private int port;

    private Deployment variant;

    @BeforeEach
    void aVariant() throws IOException {
        String shared =
                new ClassPathResource("bpmn/knowledge-building.bpmn").getContentAsString(StandardCharsets.UTF_8);
        String own = shared.replace("targetRef=\"review-knowledge\"", "targetRef=\"knowledge-built\"");
        assertThat(own).isNotEqualTo(shared);
        variant = repository
                .createDeployment()
                .name("Wissensaufbau ohne Prüfung")
                .tenantId(Office.MUNICIPALITY)
                .addString("knowledge-building.bpmn", own)
                .deploy();
    }

    @AfterEach
    void theSharedModelAgain() {
        if (variant != null) {
            repository.deleteDeployment(variant.getId(), true);
        }
    }

    @Test
    void theVariantHoldsForItsMunicipalityAndNoOther() {
        String measure = approved("KNOWLEDGE");
        clerk("wfm").completes(measure, "define-knowledge-goals");
        clerk("personal").completes(measure, "collect-knowledge");
        clerk("immobilien").completes(measure, "collect-knowledge");
        assertThat(office.openTasks(measure)).doesNotContain("review-knowledge").isNotEmpty();

        assertThat(lifecycles.variants(Office.MUNICIPALITY))
                .containsExactly(new Lifecycles.Variant("knowledge-building", "Wissensaufbau", 1));
        assertThat(lifecycles.variants(OtherCity.ID)).isEmpty();
    }

    @Test
    void whenTheVariantIsGoneTheSharedModelHolds() {
        repository.deleteDeployment(variant.getId(), true);
        String measure = approved("KNOWLEDGE");
        clerk("wfm").completes(measure, "define-knowledge-goals");
        clerk("personal").completes(measure, "collect-knowledge");
        clerk("immobilien").completes(measure, "collect-knowledge");
        assertThat(office.openTasks(measure)).containsExactly("review-knowledge");
        variant = null;
    }

    @Test
    void whatIsOfferedForStartingIsTheVariantAndNotTheSharedModelBesideIt() throws IOException {
        String shared = new ClassPathResource("bpmn/measure-lifecycle.bpmn").getContentAsString(StandardCharsets.UTF_8);
        assertThat(offered()).containsExactly("null");
        Deployment own = repository
                .createDeployment()
                .tenantId(Office.MUNICIPALITY)
                .addString("measure-lifecycle.bpmn", shared)
                .deploy();
        try {
            assertThat(offered()).containsExactly(Office.MUNICIPALITY);
        } finally {
            repository.deleteDeployment(own.getId(), true);
        }
    }

    /** @return tenants of the models of a measure's life that a clerk of Münster can start */
    private List<String> offered() {
        return new Http(port)
                .as("wfm-sachbearbeitung")
                .get("/engine-rest/process-definition?latest=true&startableInTasklist=true&key=measure-lifecycle")
                .json()
                .findValuesAsText("tenantId");
    }
}
