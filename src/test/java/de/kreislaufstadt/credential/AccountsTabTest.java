package de.kreislaufstadt.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tab Konten: what is done with other people's accounts, and what nobody can do to themselves. */
@ApplicationTest
class AccountsTabTest {

    private static final String TAB = "/camunda/api/kreislaufstadt/admin/accounts";
    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final String MINE = "/camunda/api/kreislaufstadt/mail";
    private static final String OWN = "tulpe regal dampfer nebel";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient jdbc;

    private final String user = "probe-" + UUID.randomUUID();
    private Http admin;

    @BeforeEach
    void somebodyAndTheAdministrator() {
        accounts.ensurePerson(Office.MUNICIPALITY, user, "Probe", List.of("muenster-staff"), null);
        credentials.change(user, "Probe", null, OWN, OWN);
        admin = new Http(port);
        admin.signIn("admin", "tasklist");
    }

    @AfterEach
    void asBefore() {
        jdbc.sql("delete from failing_address").update();
        jdbc.sql("delete from camunda.act_id_membership where user_id_ = :user")
                .param("user", user)
                .update();
        accounts.removePerson(Office.MUNICIPALITY, user);
    }

    @Test
    void nobodyLocksThemselvesOutOrGetsRoundTheirOwnPassword() {
        for (String verb : List.of("disable", "end-sessions", "start-password", "reset-factor")) {
            Http.Answer refused = admin.post(TAB + "/admin/" + verb, "{}");
            assertThat(refused.status()).as(verb).isEqualTo(409);
            assertThat(refused.json().path("message").asText()).as(verb).containsIgnoringCase("eigene");
        }
        assertThat(admin.send("DELETE", TAB + "/admin/roles/ADMINISTRATOR", null)
                        .body())
                .contains("kann nur jemand anderes beenden");
        assertThat(admin.send("DELETE", ENGINE + "group/camunda-admin/members/admin", null)
                        .body())
                .contains("kann nur jemand anderes beenden");
        assertThat(admin.send("DELETE", ENGINE + "user/admin", null).status()).isEqualTo(403);

        JsonNode found = admin.get(TAB + "?words=admin").json();
        assertThat(found.path("self").asText()).isEqualTo("admin");
        assertThat(row(found, "admin").path("roles").toString()).contains("ADMINISTRATOR");
        assertThat(row(found, "admin").path("enabled").asBoolean()).isTrue();
    }

    @Test
    void endingSessionsSignsOutEverywhereAndLeavesTheAccountAsItIs() {
        Http person = signedIn();
        assertThat(person.get(MINE).status()).isEqualTo(200);

        assertThat(admin.post(TAB + "/" + user + "/end-sessions", "{}").status())
                .isEqualTo(200);

        assertThat(person.get(MINE).status()).isEqualTo(401);
        assertThat(signedIn().get(MINE).status()).isEqualTo(200);
        assertThat(admin.post(TAB + "/niemand/end-sessions", "{}").status()).isEqualTo(404);
    }

    @Test
    void rolesOfTheInstallationAreGivenAndTakenAndThoseOfACityAreNot() {
        String operator = TAB + "/" + user + "/roles/OPERATOR";
        assertThat(roles(admin.send("PUT", operator, "{}"))).contains("OPERATOR", "CLERK");
        assertThat(roles(admin.send("PUT", operator, "{}"))).contains("OPERATOR");
        Http person = signedIn();
        assertThat(person.get(ENGINE + "incident/count").status()).isEqualTo(200);

        assertThat(roles(admin.send("DELETE", operator, null)))
                .contains("CLERK")
                .doesNotContain("OPERATOR");
        assertThat(person.get(MINE).status()).as("signed out with the role").isEqualTo(401);
        assertThat(signedIn().get(ENGINE + "incident/count").status()).isEqualTo(403);

        for (String role : List.of("MANAGER", "KING")) {
            Http.Answer refused = admin.send("PUT", TAB + "/" + user + "/roles/" + role, "{}");
            assertThat(refused.status()).as(role).isEqualTo(400);
            assertThat(refused.json().path("message").asText()).as(role).contains("Datei der Kommune");
        }
        assertThat(admin.send("PUT", TAB + "/niemand/roles/OPERATOR", "{}").status())
                .isEqualTo(404);
        assertThat(row(admin.get(TAB + "?words=" + user).json(), user)
                        .path("roles")
                        .toString())
                .isEqualTo("[\"CLERK\"]");
    }

    @Test
    void anAdministratorMadeHereCanTakeTheRoleFromTheFirstOneAndBack() {
        String first = TAB + "/admin/roles/ADMINISTRATOR";
        admin.send("PUT", TAB + "/" + user + "/roles/ADMINISTRATOR", "{}");
        Http second = signedIn();

        assertThat(roles(second.send("DELETE", first, null))).doesNotContain("ADMINISTRATOR");
        assertThat(admin.get(TAB).status()).isEqualTo(401);
        assertThat(second.send("DELETE", TAB + "/" + user + "/roles/ADMINISTRATOR", null)
                        .status())
                .as("the last one")
                .isEqualTo(409);
        assertThat(roles(second.send("PUT", first, "{}"))).contains("ADMINISTRATOR");
    }

    private Http signedIn() {
        Http browser = new Http(port);
        assertThat(browser.signIn(user, OWN, "tasklist").status()).isEqualTo(200);
        return browser;
    }

    private static String roles(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("roles").toString();
    }

    private static JsonNode row(JsonNode found, String account) {
        for (JsonNode row : found.path("accounts")) {
            if (row.path("account").asText().equals(account)) {
                return row;
            }
        }
        throw new AssertionError(found.toString());
    }
}
