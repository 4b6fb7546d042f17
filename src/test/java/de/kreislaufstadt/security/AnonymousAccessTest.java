package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody without a login gets: the public page, static assets, and nothing else. */
@ApplicationTest
class AnonymousAccessTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/arbeiten", "/anmelden"})
    void publicPagesAnswer(String path) {
        assertThat(new Http(port).get(path).status()).isEqualTo(200);
    }

    /** Pages for invited people: public by design, and they say nothing to whoever has no link. */
    @ParameterizedTest
    @ValueSource(strings = {"/einladung/x", "/protokoll/x", "/rueckmeldung/x"})
    void pagesForInvitedPeopleAnswerThoseWithALinkOnly(String path) {
        Http.Answer answer = new Http(port).get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Dieser Link ist nicht mehr gültig");
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/user",
                "/engine-rest/engine",
                "/engine-rest/version",
                "/engine-rest/task",
                "/engine-rest//task",
                "/engine-rest/process-definition/key/measure-lifecycle/xml",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/user",
                "/camunda/api/engine/engine/default/identity/password-policy",
                "/camunda/api/cockpit/plugin/base/default/process-definition/count",
                "/camunda/api/tasklist/plugin/x/default/y",
                "/camunda/api/kreislaufstadt/measures",
                "/camunda/api/kreislaufstadt/measures/WW-09",
                "/camunda/api/kreislaufstadt/form/start/measure-lifecycle"
            })
    void everythingElseAsksForALogin(String path) {
        Http.Answer answer = new Http(port).get(path);

        // 400: the path itself is not one we accept.
        assertThat(answer.status()).as(answer.body()).isIn(400, 401, 403);
        assertThat(answer.body()).doesNotContain("Exception", "org.camunda", "measure-lifecycle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/prometheus",
                "/camunda-welcome",
                "/anything",
                "/einladung",
                "/einladung/x/y",
                "/einladungen/x",
                "/camunda/api/admin/setup/default/user/create",
                "/anmelden/bei/-/x",
                "/login",
                "/logout",
                "/oauth2/authorization/x",
                "/swaggerui/"
            })
    void whatIsNotPublicIsDenied(String path) {
        assertThat(new Http(port).get(path).status()).isIn(401, 403, 404);
    }

    @Test
    void theRestApiNeverRedirectsToALoginPage() {
        Http.Answer answer = new Http(port).post("/engine-rest/task", "{}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(answer.json().get("message").asText()).isEqualTo("Bitte melden Sie sich an.");
    }

    /** Spring Security knows more ways than we do. */
    @Test
    void noOtherWayLeadsIn() {
        for (String credentials :
                new String[] {"DPoP a.b.c", "Negotiate YII=", "Digest username=\"admin\"", "Bearer a.b.c"}) {
            assertThat(new Http(port)
                            .with("Authorization", credentials)
                            .with("DPoP", "a.b.c")
                            .get("/engine-rest/task")
                            .status())
                    .as(credentials)
                    .isEqualTo(401);
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownPersonLookAlike() {
        Http.Answer wrong =
                new Http(port).as("stadtwerke-sachbearbeitung", "falsch").get("/engine-rest/task");
        Http.Answer unknown = new Http(port).as("gibt-es-nicht", "falsch").get("/engine-rest/task");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void theRestApiKeepsNoSession() {
        Http.Answer answer = new Http(port).as("wfm-sachbearbeitung").get("/engine-rest/task?maxResults=1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    @Test
    void anotherSiteCannotMakeABrowserAct() {
        Http browser = new Http(port).as("wfm-sachbearbeitung").with("Sec-Fetch-Site", "cross-site");

        assertThat(browser.post("/engine-rest/task/x/claim", "{}").status()).isEqualTo(403);
        assertThat(browser.get("/engine-rest/task?maxResults=1").status()).isEqualTo(200);
    }
}
