package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.util.List;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The two known holes of this version of the engine, each in every variant that was seen. */
@ApplicationTest
class EngineHolesTest {

    private static final String PROBE = "de.kreislaufstadt.probe";
    private static final String FOREIGN = "${''.getClass().forName('java.lang.System').getMethod('setProperty',"
            + " ''.getClass(), ''.getClass()).invoke(null, '" + PROBE + "', 'executed')}";

    @Autowired
    Office office;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    @BeforeEach
    @AfterEach
    void noProbe() {
        System.clearProperty(PROBE);
    }

    /** CVE-2026-109432 over HTTP; administrators ask for no tasks at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\": \"%s\"}",
                "{\"orQueries\": [{\"assigneeExpression\": \"%s\"}]}",
                "{\"orQueries\": [{\"candidateGroupExpression\": \"%s\"}]}",
                "{\"orQueries\": [{\"dueBeforeExpression\": \"%s\"}, {\"nameLike\": \"%%\"}]}",
                "{\"processInstanceBusinessKeyExpression\": \"%s\"}",
                "{\"orQueries\": [{\"processInstanceBusinessKeyExpression\": \"%s\"}]}"
            })
    void expressionsInQueriesAreNotExecuted(String query) {
        String body = query.formatted(FOREIGN);
        Http browser = new Http(port);
        browser.signIn("wfm-sachbearbeitung", "tasklist");

        assertThat(new Http(port)
                        .as("wfm-sachbearbeitung")
                        .post("/engine-rest/task", body)
                        .status())
                .isEqualTo(400);
        assertThat(new Http(port)
                        .as("wfm-sachbearbeitung")
                        .post("/engine-rest/task/count", body)
                        .status())
                .isEqualTo(400);
        assertThat(browser.post("/camunda/api/engine/engine/default/task", body).status())
                .isEqualTo(400);
        assertThat(new Http(port).as("admin").post("/engine-rest/task", body).status())
                .isEqualTo(403);
        assertThat(System.getProperty(PROBE)).isNull();
    }

    @Test
    void expressionsInStoredAndExtendedFiltersAreNotExecuted() {
        Filter stored = filters.newTaskFilter("Probe");
        stored.setQuery(tasks.createTaskQuery().taskAssigneeExpression(FOREIGN));
        String id = filters.saveFilter(stored).getId();
        try {
            assertThatThrownBy(() -> filters.list(id)).hasRootCauseInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(() -> filters.count(id)).isInstanceOf(RuntimeException.class);
            String inbox = filters.createFilterQuery()
                    .filterName("Meine Aufgaben")
                    .singleResult()
                    .getId();
            assertThat(new Http(port)
                            .as("wfm-sachbearbeitung")
                            .post(
                                    "/engine-rest/filter/" + inbox + "/list",
                                    "{\"ownerExpression\": \"" + FOREIGN + "\"}")
                            .status())
                    .isEqualTo(400);
        } finally {
            filters.deleteFilter(id);
        }
        assertThat(System.getProperty(PROBE)).isNull();
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

    /** CVE-2026-77226 in the states in which the stock engine would answer, each with a valid token. */
    @Test
    void nobodyCreatesAnAdministratorThroughTheSetUp() {
        assertSetUpIsDenied("normal");
        identity.deleteMembership("admin", "camunda-admin");
        try {
            assertSetUpIsDenied("administrator removed from the group");
            identity.deleteGroup("camunda-admin");
            assertSetUpIsDenied("no group at all, as on a fresh database");
        } finally {
            var group = identity.newGroup("camunda-admin");
            group.setName("Administration");
            group.setType("SYSTEM");
            identity.saveGroup(group);
            identity.createMembership("admin", "camunda-admin");
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
                                        .scriptText(FOREIGN)
                                        .endEvent()
                                        .done())
                        .tenantId(Office.MUNICIPALITY)
                        .deploy())
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.problems())
                                .anyMatch(problem -> problem.field().equals("probe.bpmn#calculate")
                                        && problem.messageKey().equals("model.script")));
        assertThat(System.getProperty(PROBE)).isNull();
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("probe")
                        .count())
                .isZero();
    }

    private void assertSetUpIsDenied(String state) {
        String body = "{\"profile\": {\"id\": \"intruder\"}, \"credentials\": {\"password\": \"intruder-intruder\"}}";
        for (String path : List.of(
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda//api/admin/setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/setup;x=1/default/user/create")) {
            Http browser = new Http(port);
            browser.signIn("wfm-sachbearbeitung", "tasklist");
            assertThat(browser.post(path, body).status())
                    .as("%s, %s", state, path)
                    .isIn(400, 401, 403, 404);
        }
        assertThat(identity.createUserQuery().userId("intruder").count())
                .as(state)
                .isZero();
    }
}
