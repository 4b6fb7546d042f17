package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.util.List;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What closes the engine's known holes in depth: no script language, and filters that still do what they are for. The holes
 * themselves are tried in {@link QueryExpressionsTest}, {@link StoredExpressionsTest} and {@link SetUpPathTest}.
 */
@ApplicationTest
class EngineHolesTest {

    @Autowired
    Office office;

    @Autowired
    FilterService filters;

    @Autowired
    RepositoryService repository;

    @LocalServerPort
    int port;

    @BeforeEach
    @AfterEach
    void noProbe() {
        ForeignExpression.forget();
    }

    @Test
    void theInboxFiltersStillWork() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        Http clerk = new Http(port).as("klima-sachbearbeitung");

        for (String name : List.of(
                "Meine Aufgaben", "Aufgaben meiner Abteilung", "Überfällig", "Wiedervorlage", "In Vertretung")) {
            String id =
                    filters.createFilterQuery().filterName(name).singleResult().getId();
            Http.Answer answer = clerk.get("/engine-rest/filter/" + id + "/list?maxResults=100");
            assertThat(answer.status()).as(name + answer.body()).isEqualTo(200);
            if (name.equals("Aufgaben meiner Abteilung")) {
                assertThat(answer.body()).contains("review-proposal");
                assertThat(number).isNotBlank();
            }
        }
    }

    @Test
    void noScriptEngineButTheEnginesOwnExpressionLanguagesIsOnTheClassPath() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(factory -> factory.getClass().getSimpleName())
                .containsExactlyInAnyOrder(
                        "FeelScriptEngineFactory", "FeelUnaryTestsScriptEngineFactory", "JuelScriptEngineFactory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "feel", "javascript", "groovy"})
    void aScriptIsNotDeployed(String language) {
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addModelInstance(
                                "probe.bpmn",
                                Bpmn.createExecutableProcess("probe")
                                        .camundaHistoryTimeToLive(1)
                                        .startEvent()
                                        .scriptTask("calculate")
                                        .scriptFormat(language)
                                        .scriptText(ForeignExpression.TEXT)
                                        .endEvent()
                                        .done())
                        .tenantId(Office.MUNICIPALITY)
                        .deploy())
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.problems())
                                .anyMatch(problem -> problem.field().equals("probe.bpmn#calculate")
                                        && problem.messageKey().equals("model.script")));
        assertThat(ForeignExpression.wasExecuted()).isFalse();
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("probe")
                        .count())
                .isZero();
    }
}
