package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Health and metrics have a port of their own, on which there is nothing else; the application's port has neither. */
@ApplicationTest
class ManagementPortTest {

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Value("${management.server.address}")
    String address;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"})
    void healthSaysWhetherItIsUpAndNothingElse(String path) {
        Http.Answer answer = new Http(managementPort).get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("status").asText()).isEqualTo("UP");
        assertThat(answer.body()).doesNotContain("components", "details", "PostgreSQL");
    }

    @Test
    void metricsTellOfConnectionsJobsAndMails() {
        new Http(port).as("wfm-sachbearbeitung").get("/engine-rest/task?maxResults=1&assignee=wfm-sachbearbeitung");
        Http.Answer answer = new Http(managementPort).get("/actuator/prometheus");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "kreislaufstadt_jobs_late ",
                        "kreislaufstadt_jobs_given_up ",
                        "kreislaufstadt_mails_due ",
                        "kreislaufstadt_mails_uncertain ",
                        "hikaricp_connections_active",
                        "http_server_requests_seconds_count")
                .doesNotContain("wfm-sachbearbeitung", "muenster");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/sbom",
                "/engine-rest/engine",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task",
                "/einladung/x",
                "/anmelden"
            })
    void nothingElseIsOnThatPort(String path) {
        assertThat(new Http(managementPort).get(path).status()).isEqualTo(404);
        assertThat(new Http(managementPort).as("admin").get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/health/readiness", "/actuator/prometheus"})
    void theApplicationsPortKnowsNothingOfThem(String path) {
        assertThat(new Http(port).get(path).status()).isIn(401, 403, 404);
        assertThat(new Http(port)
                        .with("X-Forwarded-Port", String.valueOf(managementPort))
                        .with("X-Forwarded-Host", "localhost:" + managementPort)
                        .get(path)
                        .status())
                .isIn(401, 403, 404);
    }

    @Test
    void itListensOnTheMachineItselfUnlessAnOperatorOpensIt() {
        assertThat(managementPort).isNotEqualTo(port);
        assertThat(address).isEqualTo("127.0.0.1");
    }
}
