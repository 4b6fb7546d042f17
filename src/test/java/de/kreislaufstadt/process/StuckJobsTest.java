package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.rights.Cast;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A job of a measure has failed until nobody tried it any more: its cause is told in words, and it is tried again. */
@ApplicationTest
class StuckJobsTest {

    private static final String STEERING = "/camunda/api/kreislaufstadt/steering/";
    private static final int MORE_THAN_ENOUGH = 20;

    @Autowired
    Office office;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    private Cast cast;
    private String number;
    private String instance;
    private Object measure;
    private Job job;

    @BeforeEach
    void theExchangeOfAMeasureFails() {
        cast = new Cast(identity, authorizations, accounts);
        cast.enter();
        number = office.as("klima-sachbearbeitung")
                .proposes(office.valid("propose-measure", data -> data.put("lead", "klima")));
        office.as("klima-sachbearbeitung").completes(number, "review-proposal");
        office.as("klima-leitung").completes(number, "decide-measure");
        instance = office.runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("measure-lifecycle")
                .singleResult()
                .getId();
        measure = office.runtime().getVariable(instance, "measureId");
        // No rule knows what to do with a measure that is not there.
        office.runtime().setVariable(instance, "measureId", UUID.randomUUID().toString());
        job = exchange();
        for (int i = 0; i < MORE_THAN_ENOUGH && exchange().getRetries() > 0; i++) {
            fails(job.getId());
        }
    }

    @AfterEach
    void everybodyGoes() {
        cast.leave();
    }

    @Test
    void itIsTriedAgainByWhoMayStepInAndGoesOnOnceItsCauseIsGone() {
        JsonNode stuck = jobs(Role.MONITOR).get(0);
        assertThat(stuck.get("givenUp").asBoolean()).isTrue();
        assertThat(stuck.get("cause").asText()).isEqualTo("RULE");
        assertThat(stuck.get("process").asText()).isEqualTo("Lebenslauf einer Maßnahme");
        assertThat(stuck.get("since").asText()).isNotBlank();
        assertThat(stuck.toString())
                .as("no exception, no statement, no frame")
                .doesNotContain("Exception", "insert", "at de.", "org.");

        OtherCity.found(office.jdbc(), accounts);
        Http stranger = new Http(port);
        stranger.signIn(OtherCity.HEAD, "tasklist");
        assertThat(stranger.post(STEERING + "RETRY/" + job.getId(), "{}").status())
                .isEqualTo(404);
        assertThat(retry(Role.MONITOR)).isEqualTo(403);
        assertThat(retry(Role.CLERK)).isEqualTo(403);
        assertThat(exchange().getRetries()).isZero();

        assertThat(retry(Role.HEAD)).isEqualTo(204);
        assertThat(exchange().getRetries()).isEqualTo(3);
        assertThat(jobs(Role.HEAD).get(0).get("givenUp").asBoolean()).isFalse();
        assertThat(retry(Role.MANAGER)).as("somebody was faster").isEqualTo(409);

        assertThat(office.jdbc()
                        .sql("select count(*) from audit_entry where kind = 'JOB_RETRIED' and item = :job")
                        .param("job", job.getId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        office.runtime().setVariable(instance, "measureId", measure);
        office.management().executeJob(job.getId());
        assertThat(jobs(Role.HEAD)).isEmpty();
        assertThat(retry(Role.HEAD)).as("it is done").isEqualTo(404);
    }

    private Job exchange() {
        return office.management()
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("exchange-due")
                .list()
                .get(0);
    }

    private void fails(String id) {
        try {
            office.management().executeJob(id);
        } catch (RuntimeException expected) {
            assertThat(expected).isNotNull();
        }
    }

    private JsonNode jobs(Role role) {
        return cast.browser(role, port)
                .get(STEERING + "measures/" + number)
                .json()
                .get("jobs");
    }

    private int retry(Role role) {
        return cast.browser(role, port)
                .post(STEERING + "RETRY/" + job.getId(), "{}")
                .status();
    }
}
