package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.Decisions;
import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** A municipality with decision tables of its own: here a strong sketch is worked over once more before it becomes a project. */
class OwnTablePathsTest extends MeasurePaths {

    private static final String RECOMMENDATION = "starter-project-decision";
    private static final Map<String, Object> STRONG = Map.of("knockOut", false, "feasibility", 5, "score", 9000);

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Lifecycles lifecycles;

    private Deployment own;

    @AfterEach
    void theSharedTableAgain() {
        if (own != null) {
            repository.deleteDeployment(own.getId(), true);
        }
    }

    @Test
    void theProcessAndTheFormAskTheMunicipalitysOwnTable() throws IOException {
        own = deployed(RECOMMENDATION, "\"STARTER_PROJECT\"</text></outputEntry>", "\"REWORK\"</text></outputEntry>");
        String measure = approved("STARTER_PROJECTS");
        clerk("wfm").completes(measure, "bundle-ideas");
        for (Task task : office.open(measure, "sketch-project")) {
            String idea = office.tasks().getVariable(task.getId(), "ideaId").toString();
            clerk(idea.split("@")[1]).completes(task, office.valid("sketch-project"));
        }
        clerk("wfm").completes(measure, "rate-project");
        clerk("wfm").completes(measure, "rate-project");

        assertThat(all(measure, "select recommendation from sketch_rating where measure_id = :measure"))
                .as("what the form shows and the rating keeps")
                .containsExactly("REWORK", "REWORK");
        assertThat(asked(measure)).as("what the process asks").hasSize(2).allSatisfy(decision -> {
            assertThat(decision.getTenantId()).isEqualTo(Office.MUNICIPALITY);
            assertThat(decision.getOutputs())
                    .extracting(output -> output.getValue())
                    .containsExactly("REWORK");
        });
        assertThat(lifecycles.variants(Office.MUNICIPALITY))
                .extracting(Lifecycles.Variant::key)
                .containsExactly(RECOMMENDATION);
    }

    @Test
    void itHoldsForNoOtherMunicipalityAndOnlyAsLongAsItIsThere() throws IOException {
        own = deployed(RECOMMENDATION, "\"STARTER_PROJECT\"</text></outputEntry>", "\"REWORK\"</text></outputEntry>");

        assertThat(recommended(Office.MUNICIPALITY)).isEqualTo("REWORK");
        assertThat(recommended(OtherCity.ID)).isEqualTo("STARTER_PROJECT");
        assertThat(recommended(null)).isEqualTo("STARTER_PROJECT");

        Deployment newer = deployed(
                RECOMMENDATION,
                "\"STARTER_PROJECT\"</text></outputEntry>",
                "\"DEFERRED\"</text></outputEntry>",
                "Überzeugend",
                "Erst zurückstellen");
        assertThat(recommended(Office.MUNICIPALITY)).isEqualTo("DEFERRED");
        assertThat(decisions.reasons(Office.MUNICIPALITY, RECOMMENDATION, STRONG))
                .containsExactly("Erst zurückstellen: als Starterprojekt umsetzen");
        assertThat(decisions.reasons(OtherCity.ID, RECOMMENDATION, STRONG))
                .containsExactly("Überzeugend: als Starterprojekt umsetzen");

        repository.deleteDeployment(newer.getId(), true);
        assertThat(recommended(Office.MUNICIPALITY)).isEqualTo("REWORK");
        repository.deleteDeployment(own.getId(), true);
        own = null;
        assertThat(recommended(Office.MUNICIPALITY)).isEqualTo("STARTER_PROJECT");
    }

    /** Outside of the engine, too: deadlines and owners of tasks. */
    @Test
    void deadlinesAndRoutingFollowIt() throws IOException {
        own = deployed("task-routing", "\"CLIMATE_UNIT\"</text></outputEntry>", "\"LEAD\"</text></outputEntry>");

        String measure = proposed();

        assertThat(waiting(measure)).containsExactly("review-proposal@wfm");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            starter-project-decision | <text>feasibility</text>    | <text>shoeSize</text> | #starter-project-decision-feasibility-expression model.tableInput
            starter-project-decision | name="recommendation"       | name="advice"         | #starter-project-decision model.tableOutput
            starter-project-decision | <text>"DEFERRED"</text>     | <text>"LATER"</text>  | #starter-project-decision-rule-2-recommendation model.tableAnswer
            task-routing             | <text>"CLIMATE_UNIT"</text> | <text>"MAYOR"</text>  | model.tableAnswer
            """)
    void aTableWhoseAnswersNobodyUnderstandsIsRefused(String table, String shared, String changed, String problem)
            throws IOException {
        long before = repository.createDeploymentQuery().count();

        assertThat(refusal(() -> deployed(table, shared, changed)))
                .anySatisfy(refused -> assertThat(refused).contains(problem.split(" ")));

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void adviceMayBeTheirOwn() throws IOException {
        own = deployed("stakeholder-advice", "<text>\"MULTIPLIER\"</text>", "<text>\"INVITE_TO_DINNER\"</text>");

        assertThat(lifecycles.variants(Office.MUNICIPALITY)).hasSize(1);
    }

    private Deployment deployed(String table, String... changes) throws IOException {
        String shared =
                new ClassPathResource("bpmn/decisions/" + table + ".dmn").getContentAsString(StandardCharsets.UTF_8);
        String changed = shared;
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(changed).contains(changes[i]);
            changed = changed.replace(changes[i], changes[i + 1]);
        }
        return repository
                .createDeployment()
                .name("Eigene Tabelle")
                .tenantId(Office.MUNICIPALITY)
                .addString(table + ".dmn", changed)
                .deploy();
    }

    private Object recommended(String municipality) {
        return decisions.evaluate(municipality, RECOMMENDATION, STRONG).get(0).get("recommendation");
    }

    private List<HistoricDecisionInstance> asked(String measure) {
        List<String> instances =
                office
                        .history()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(measure)
                        .list()
                        .stream()
                        .map(instance -> instance.getId())
                        .toList();
        return office
                .history()
                .createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey(RECOMMENDATION)
                .includeOutputs()
                .list()
                .stream()
                .filter(decision -> instances.contains(decision.getProcessInstanceId()))
                .toList();
    }
}
