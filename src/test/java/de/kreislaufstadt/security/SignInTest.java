package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.account.PersonAccounts;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.TestClock;
import de.kreislaufstadt.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in on our own page with a local account, what a session is, and when it ends. */
@ApplicationTest
class SignInTest {

    private static final String CLERK = "kataster-sachbearbeitung";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String MINE = "/camunda/api/kreislaufstadt/mail";

    @LocalServerPort
    int port;

    @Autowired
    PersonAccounts accounts;

    @Autowired
    TestClock.Movable clock;

    @AfterEach
    void asBefore() {
        clock.putBack();
        if (!accounts.enabled(CLERK)) {
            accounts.enable(CLERK);
        }
    }

    @Test
    void oneSignInOpensTheWebApplications() {
        Http browser = new Http(port);

        assertThat(browser.signIn(CLERK, "tasklist").status()).isEqualTo(200);
        assertThat(browser.get("/camunda/app/welcome/default/").status()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default")
                        .json()
                        .get("userId")
                        .asText())
                .isEqualTo(CLERK);
        assertThat(browser.get("/camunda/api/engine/engine/default/task/count").status())
                .isEqualTo(200);
        assertThat(browser.get(MINE).status()).isEqualTo(200);
        assertThat(browser.get("/anmelden").header("Location")).isEqualTo(TASKLIST);
    }

    @Test
    void whoMayNotOpenAnApplicationIsToldSo() {
        assertThat(new Http(port).signIn(CLERK, "cockpit").status()).isEqualTo(403);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameLookAlike() {
        Http.Answer wrong = new Http(port).sendSignIn("immobilien-sachbearbeitung", "falsch", TASKLIST);
        Http.Answer unknown = new Http(port).sendSignIn("gibt-es-nicht", "falsch", TASKLIST);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body()).contains("Bitte prüfen Sie Benutzername und Passwort", "<title>Fehler: Anmelden");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(withoutToken(unknown).replace("gibt-es-nicht", "immobilien-sachbearbeitung"))
                .isEqualTo(withoutToken(wrong));
    }

    @Test
    void theNameThatWasTypedStaysAfterARefusalAndIsNeverMoreThanText() {
        String wrong = new Http(port)
                .sendSignIn("\"><script>alert(1)</script>", "falsch", TASKLIST)
                .body();
        assertThat(wrong).contains("value=\"&quot;&gt;&lt;script&gt;").doesNotContain("<script");
        assertThat(wrong).contains("Passwort vergessen?", "neues Startpasswort").doesNotContain("value=\"falsch");
        assertThat(new Http(port).get("/anmelden?name=" + CLERK).body()).doesNotContain(CLERK);
        assertThat(new Http(port).sendForm("/anmelden", "name=" + CLERK).body()).doesNotContain(CLERK);
    }

    /** The web applications' own filter would end the session: two windows and a new sign-in in one of them are enough. */
    @Test
    void aPageOfAnEarlierSignInIsRefusedAndTheSessionGoesOn() {
        Http browser = new Http(port);
        browser.signIn(CLERK, "tasklist");
        String choice = MINE + "/choice";
        int known = browser.post(choice, "{}").status();

        browser.with(PageToken.HEADER, "0123456789ABCDEF");
        for (String path : List.of(choice, "/camunda/api/engine/engine/default/task")) {
            Http.Answer refused = browser.post(path, "{}");
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.json().path("message").asText()).contains("früheren Anmeldung", "laden Sie sie neu");
        }

        assertThat(known).isNotIn(401, 403);
        assertThat(browser.get(MINE).status()).isEqualTo(200);
    }

    @Test
    void thePageSpeaksTheReadersLanguageAndRunsNoScript() {
        Http.Answer german = new Http(port).get("/anmelden");
        Http.Answer english = new Http(port).with("Accept-Language", "en-GB").get("/anmelden");

        assertThat(german.body()).contains("Benutzername", "lang=\"de\"").doesNotContain("<script");
        assertThat(english.body()).contains("User name", "lang=\"en\"");
        assertThat(german.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'self'")
                .doesNotContain("script-src");
        assertThat(german.header("Cache-Control")).contains("no-store");
    }

    /** Somebody else's page could sign a browser in under a name of its choice. */
    @Test
    void signingInWithoutTheTokenOfThePageIsRefused() {
        Http.Answer answer =
                new Http(port).sendForm("/anmelden", "name=" + CLERK + "&passwort=" + TestDatabase.PASSWORD);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Die Seite war zu lange offen");
        assertThat(answer.header("Location")).isNull();
    }

    @Test
    void aSessionThatWasThereBeforeIsNotTheOneAfterwards() {
        Http browser = new Http(port);
        browser.get("/anmelden");
        String before = browser.cookies();

        browser.signIn(CLERK, "tasklist");

        assertThat(before).contains("JSESSIONID=");
        assertThat(browser.cookies()).contains("JSESSIONID=").doesNotContain(before);
        assertThat(new Http(port).with("Cookie", before).get(MINE).status()).isEqualTo(401);
    }

    @Test
    void noScriptAndNoOtherSiteGetsTheSessionAndHttpsKeepsItToItself() {
        String plain = new Http(port).get("/anmelden").header("Set-Cookie");
        String secure = new Http(port)
                .with("X-Forwarded-Proto", "https")
                .get("/anmelden")
                .header("Set-Cookie");

        assertThat(plain).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
        assertThat(secure).contains("HttpOnly", "SameSite=Lax", "Secure");
    }

    @Test
    void theWebApplicationsOwnSignInIsClosed() {
        Http browser = new Http(port);
        browser.signIn("wfm-sachbearbeitung", "tasklist");

        for (String path : List.of("tasklist", "cockpit", "x")) {
            assertThat(browser.sendForm(
                                    "/camunda/api/admin/auth/user/default/login/" + path,
                                    "username=" + CLERK + "&password=" + TestDatabase.PASSWORD)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body()).contains("wfm-sachbearbeitung");
    }

    @Test
    void aPageLeadsToSigningInAndNothingElseDoes() {
        Http.Answer page = new Http(port).get(TASKLIST);

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body())
                .contains("/anmelden?ziel=%2Fcamunda%2Fapp%2Ftasklist%2Fdefault%2F", "/start/anmelden.js")
                .doesNotContain("ng-app");
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
        assertThat(new Http(port).get(MINE).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda/app/cockpit/default/#/processes, /camunda/app/cockpit/default/#/processes",
        "/camunda/app/tasklist/default/?a=b#/?task=1, /camunda/app/tasklist/default/?a=b#/?task=1",
        "https://boese.example, /camunda/app/tasklist/default/",
        "//boese.example, /camunda/app/tasklist/default/",
        "/\\boese.example, /camunda/app/tasklist/default/",
        "/anmelden, /camunda/app/tasklist/default/",
        "javascript:alert(1), /camunda/app/tasklist/default/"
    })
    void afterwardsOneIsWhereOneWantedToGoButNeverElsewhere(String wanted, String reached) {
        Http.Answer answer = new Http(port).sendSignIn("wfm-leitung", TestDatabase.PASSWORD, wanted);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(reached);
    }

    @Test
    void signingOutInAWebApplicationEndsEverything() {
        Http browser = new Http(port);
        browser.signIn(CLERK, "tasklist");
        Http other = new Http(port).with("Cookie", browser.cookies());

        assertThat(browser.get(MINE).status()).isEqualTo(200);
        assertThat(browser.post("/camunda/api/admin/auth/user/default/logout", "{}")
                        .status())
                .isEqualTo(200);

        assertThat(other.get(MINE).status()).isEqualTo(401);
        assertThat(other.get(TASKLIST).status()).isEqualTo(401);
        assertThat(new Http(port).get("/anmelden/abgemeldet").body()).contains("Sie sind abgemeldet");
    }

    @Test
    void anotherSiteCannotSignSomebodyOut() {
        Http browser = new Http(port);
        browser.signIn(CLERK, "tasklist");

        assertThat(new Http(port)
                        .with("Cookie", browser.cookies())
                        .post("/camunda/api/admin/auth/user/default/logout", "{}")
                        .status())
                .as("a request that does not know the token")
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "ended"})
    void aSessionEndsWithTheNextRequestWhenItsAccountIsDisabledOrItIsEnded(String how) {
        Http browser = new Http(port);
        browser.signIn(CLERK, "tasklist");
        assertThat(browser.get(MINE).status()).isEqualTo(200);

        if (how.equals("disabled")) {
            accounts.disable(CLERK);
            assertThat(new Http(port)
                            .sendSignIn(CLERK, TestDatabase.PASSWORD, TASKLIST)
                            .status())
                    .isEqualTo(401);
            assertThat(new Http(port).as(CLERK).get("/engine-rest/task/count").status())
                    .isEqualTo(401);
        } else {
            accounts.endSessions(CLERK);
        }

        assertThat(browser.get(MINE).status()).isEqualTo(401);
        assertThat(browser.get("/camunda/api/engine/engine/default/task/count").status())
                .isEqualTo(401);
        accounts.enable(CLERK);
        assertThat(browser.get(MINE).status()).as("what has ended stays so").isEqualTo(401);
        assertThat(new Http(port).signIn(CLERK, "tasklist").status()).isEqualTo(200);
    }

    @Test
    void nobodyStaysSignedInForLongerThanADay() {
        Http browser = new Http(port);
        browser.signIn(CLERK, "tasklist");

        clock.advance(Duration.ofHours(11));
        assertThat(browser.get(MINE).status()).isEqualTo(200);
        clock.advance(Duration.ofHours(2));
        assertThat(browser.get(MINE).status()).isEqualTo(401);
    }

    private static String withoutToken(Http.Answer answer) {
        return answer.body().replaceFirst("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
