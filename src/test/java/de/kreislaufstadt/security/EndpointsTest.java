package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Endpoint;
import de.kreislaufstadt.support.Endpoints;
import java.util.Map;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** What is said about "every endpoint" elsewhere is worth something only if the walk over them finds every kind. */
@ApplicationTest
class EndpointsTest {

    @Autowired
    WebApplicationContext application;

    @Test
    void everyKindIsFound() {
        SortedSet<Endpoint> found = Endpoints.of(application);

        assertThat(found)
                .extracting(endpoint -> endpoint.method() + " " + endpoint.path())
                .as("the engine, on both ways in, with resources of resources")
                .contains(
                        "POST /engine-rest/task/{id}/complete",
                        "POST /engine-rest/engine/{name}/task/{id}/complete",
                        "POST /camunda/api/engine/engine/{name}/task/{id}/complete",
                        "DELETE /engine-rest/process-instance/{id}/variables/{varId}",
                        "POST /engine-rest/deployment/create",
                        "GET /engine-rest/history/job-log/{id}/stacktrace")
                .as("the web applications and their plugins")
                .contains(
                        "POST /camunda/api/admin/setup/{engine}/user/create",
                        "POST /camunda/api/cockpit/plugin/base/{engine}/process-instance/count",
                        "GET /camunda/api/tasklist/plugin/tasklistPlugins/static/**",
                        "GET /camunda/app/**")
                .as("our own")
                .contains(
                        "GET /camunda/api/kreislaufstadt/measures/{number}",
                        "POST /einladung/{token}",
                        "* /error",
                        "GET /**");
        assertThat(found)
                .as("health and metrics have a port of their own")
                .noneMatch(endpoint -> endpoint.path().startsWith("/actuator"));
    }

    @Test
    void aTemplateBecomesAPath() {
        Endpoint endpoint = new Endpoint("GET", "/a/{id}/b/{name}/**", "");

        assertThat(endpoint.filled(Map.of("id", "1"), "x")).isEqualTo("/a/1/b/x/x");
        assertThat(new Endpoint("GET", "/a/{*rest}", "").filled(Map.of(), "x")).isEqualTo("/a/x");
    }
}
