package de.kreislaufstadt.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.rights.Cast;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A measure runs on a version of a model, and a newer version comes; tests are about who lifts it, and what becomes of it. */
@ApplicationTest
abstract class LiftedMeasure {

    static final String MODELS = "/camunda/api/kreislaufstadt/models";

    @Autowired
    Office office;

    @Autowired
    LiftWorker worker;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private Accounts accounts;

    @Autowired
    RepositoryService repository;

    @LocalServerPort
    int port;

    private final Map<Role, Http> browsers = new EnumMap<>(Role.class);
    ChangedModels models;
    Cast cast;

    @BeforeEach
    void everybodyComes() {
        cast = new Cast(identity, authorizations, accounts);
        cast.enter();
        models = new ChangedModels(repository);
    }

    @AfterEach
    void everythingGoes() {
        worker.workOff(() -> true);
        models.close();
        cast.leave();
    }

    Http browser(Role role) {
        return browsers.computeIfAbsent(role, one -> cast.browser(one, port));
    }

    /** Tries what would become of the instances of a version, and waits for the report. */
    JsonNode tried(String from) {
        Http.Answer begun = browser(Role.OPERATOR).post(MODELS + "/lifts", "{\"from\": \"" + from + "\"}");
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        return ended(begun);
    }

    /** Does what a dry run has shown, and waits for the report. */
    JsonNode lifted(JsonNode trial) {
        Http.Answer begun = browser(Role.OPERATOR)
                .post(MODELS + "/lifts/" + trial.at("/run/id").asText() + "/apply", "{}");
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        return ended(begun);
    }

    private JsonNode ended(Http.Answer begun) {
        worker.workOff(() -> true);
        JsonNode report = report(begun.json().get("id").asText());
        assertThat(report.at("/run/open").asInt()).as(report.toString()).isZero();
        return report;
    }

    JsonNode report(String run) {
        return browser(Role.OPERATOR).get(MODELS + "/lifts/" + run).json();
    }

    Office.Desk clerk(String department) {
        return office.as(department + "-sachbearbeitung");
    }

    /** A measure that was approved with a phase and has begun it. */
    String approved(String phase) {
        String measure = clerk("wfm").proposes();
        clerk("klima").completes(measure, "review-proposal");
        office.as("wfm-leitung")
                .completes(
                        measure,
                        "decide-measure",
                        decision -> decision.putArray("phases").add(phase));
        return measure;
    }

    /** Knowledge is collected and waits for its review. */
    String toBeReviewed() {
        String measure = approved("KNOWLEDGE");
        clerk("wfm").completes(measure, "define-knowledge-goals");
        clerk("immobilien").completes(measure, "collect-knowledge");
        clerk("personal").completes(measure, "collect-knowledge");
        return measure;
    }

    Task task(String measure, String key) {
        List<Task> open = office.open(measure, key);
        assertThat(open).as(key + " of " + office.openTasks(measure)).hasSize(1);
        return open.get(0);
    }

    /** @return engine's id of the version on which an instance of a measure runs */
    String versionOf(String measure, String process) {
        return office.runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(measure)
                .processDefinitionKey(process)
                .singleResult()
                .getProcessDefinitionId();
    }

    /** Who has lifted what of a measure from which version to which, as the log of actions says. */
    List<String> logged(String measure) {
        return office.jdbc()
                .sql("""
                        select p.person || ' ' || e.process_key || ' ' || e.model_version from audit_entry e
                        join measure m on m.id = e.measure_id and m.municipality_id = e.municipality_id
                        join audit_person p on p.token = e.actor and p.municipality_id = e.municipality_id
                        where m.number = :number and e.kind = 'MODEL_LIFTED' order by e.position
                        """)
                .param("number", measure)
                .query(String.class)
                .list();
    }

    /** Everything that says where a measure stands. */
    List<Object> everything(String measure) {
        return List.of(
                office.openTasks(measure),
                office.jdbc()
                        .sql("""
                                select t.id_ || t.rev_ || t.name_ || t.task_def_key_ || coalesce(t.assignee_, '-') || t.proc_def_id_
                                from camunda.act_ru_task t join camunda.act_ru_execution i on i.id_ = t.proc_inst_id_
                                where i.business_key_ = :number order by 1
                                """)
                        .param("number", measure)
                        .query(String.class)
                        .list(),
                office.jdbc()
                        .sql("""
                                select k.task_id || k.task_key from monitored_task k join measure m on m.id = k.measure_id
                                where m.number = :number order by 1
                                """)
                        .param("number", measure)
                        .query(String.class)
                        .list(),
                office.jdbc()
                        .sql(
                                "select count(*) from audit_entry e join measure m on m.id = e.measure_id where m.number = :number")
                        .param("number", measure)
                        .query(Long.class)
                        .single());
    }
}
