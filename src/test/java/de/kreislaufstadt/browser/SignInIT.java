package de.kreislaufstadt.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.KeycloakRealm;
import de.kreislaufstadt.support.ProviderBrowser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in with a real Keycloak of two cities, and every way in which that ends. */
@ExtendWith(WithProviders.class)
class SignInIT {

    private static final String MINE = "/camunda/api/kreislaufstadt/mail";
    private static final String TASKS = "/engine-rest/task/count";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void leadsOverTheProvidersPageToTheTasksAndOutAgain(Workplace workplace) {
        TwoProviders providers = workplace.providers();
        Page page = workplace.signIn("tasklist").page();
        page.navigate(workplace.city().address("/camunda/app/tasklist/default/#/benachrichtigungen"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Amtskonto"))
                .click();
        page.locator("#username").fill("klima-clerk");
        page.locator("#password").fill(providers.muenster().password());
        page.locator("#kc-login").click();

        PlaywrightAssertions.assertThat(page.locator("li.account")).containsText("Sachbearbeitung");
        assertThat(page.url()).contains("#/benachrichtigungen");
        page.navigate(workplace.city().address("/camunda/app/tasklist/default/"));
        PlaywrightAssertions.assertThat(
                        new Tasklist(workplace.city()::address, page).lists().first())
                .isVisible();
        Screenshots.take(page, "03-angemeldet-ueber-anbieter");

        page.locator("li.account .dropdown-toggle, li.account > a").first().click();
        page.locator("li.account .logout, li.account [ng-click*=logout]")
                .first()
                .click();
        PlaywrightAssertions.assertThat(page.getByText("Sie sind abgemeldet")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Amtskonto"))
                .click();
        PlaywrightAssertions.assertThat(page.locator("#username")).isVisible();
        page.context().close();
    }

    @Test
    void givesGroupsAndMunicipalityByTheMappingAndNoOther(Workplace workplace) throws IOException {
        TwoProviders providers = workplace.providers();

        JsonNode muenster = groupsOf(signedIn(workplace, providers.muenster(), "klima-clerk"));
        JsonNode musterhausen = groupsOf(signedIn(workplace, providers.verbund(), "klima-clerk"));

        assertThat(muenster.findValuesAsText("id")).contains("muenster-klima", "muenster-staff");
        assertThat(muenster.toString()).doesNotContain("musterhausen", "-head", "-managers");
        assertThat(musterhausen.findValuesAsText("id")).contains("musterhausen-klima", "musterhausen-staff");
        assertThat(musterhausen.toString()).doesNotContain("muenster-");
    }

    @ParameterizedTest
    @CsvSource({
        "without-group, Ihnen ist noch keine Abteilung zugeordnet",
        "other-group, Ihnen ist noch keine Abteilung zugeordnet"
    })
    void letsNobodyInWithoutADepartment(String user, String title, Workplace workplace) {
        ProviderBrowser browser = workplace.providerBrowser();

        HttpResponse<String> page = browser.signIn(workplace.providers().muenster(), user);

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains(title);
        assertThat(browser.get(MINE).statusCode()).isEqualTo(401);
    }

    /** The realm of one city claims the other, and one that nobody knows. */
    @ParameterizedTest
    @CsvSource({"claims-muenster", "claims-nowhere"})
    void letsAProviderSpeakForItsOwnMunicipalitiesOnly(String user, Workplace workplace) {
        KeycloakRealm verbund = workplace.providers().verbund();

        HttpResponse<String> page = workplace.providerBrowser().signIn(verbund, user);

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Ihre Kommune ist hier nicht bekannt");
        assertThat(rest(workplace, workplace.providers().keycloak().accessToken(verbund, user)))
                .isEqualTo(401);
    }

    @Test
    void asksTheProviderAgainAndGoesOn(Workplace workplace) {
        ProviderBrowser browser = signedIn(workplace, workplace.providers().muenster(), "refreshed-clerk");
        // The provider is asked every second in this test; each time it gives new tokens.
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1200))
                .during(Duration.ofSeconds(4))
                .until(() -> browser.get(MINE).statusCode() == 200);
    }

    @Test
    void endsWhenTheAccountIsDisabledAtTheProvider(Workplace workplace) {
        KeycloakRealm muenster = workplace.providers().muenster();
        ProviderBrowser browser = signedIn(workplace, muenster, "disabled-clerk");

        workplace.providers().keycloak().disable(muenster, "disabled-clerk");

        await().atMost(PATIENCE).until(() -> browser.get(MINE).statusCode() == 401);
    }

    @Test
    void endsWhenTheProviderSaysSoByBackChannel(Workplace workplace) {
        KeycloakRealm muenster = workplace.providers().muenster();
        ProviderBrowser first = signedIn(workplace, muenster, "ended-clerk");
        ProviderBrowser other = signedIn(workplace, muenster, "other-clerk");

        int before = workplace.city().sessionsEndedBy("muenster");
        workplace.providers().keycloak().signOut(muenster, "ended-clerk");

        await().atMost(PATIENCE).until(() -> workplace.city().sessionsEndedBy("muenster") > before);
        await().atMost(PATIENCE).until(() -> first.get(MINE).statusCode() == 401);
        assertThat(other.get(MINE).statusCode()).isEqualTo(200);
    }

    @Test
    void endsWhenTheLastGroupVanishes(Workplace workplace) {
        KeycloakRealm muenster = workplace.providers().muenster();
        ProviderBrowser browser = signedIn(workplace, muenster, "leaving-clerk");

        workplace.providers().keycloak().leavesGroup(muenster, "leaving-clerk", "amt-umwelt");

        await().atMost(PATIENCE).until(() -> browser.get(MINE).statusCode() == 401);
        assertThat(workplace.providerBrowser().signIn(muenster, "leaving-clerk").body())
                .contains("Ihnen ist noch keine Abteilung zugeordnet");
    }

    @Test
    void takesAccessTokensOverRestAndNothingElse(Workplace workplace) throws IOException {
        TwoProviders providers = workplace.providers();
        String token = providers.keycloak().accessToken(providers.muenster(), "rest-clerk");

        assertThat(rest(workplace, token)).isEqualTo(200);
        assertThat(rest(workplace, forged(token)))
                .as("another person's name in it")
                .isEqualTo(401);
        assertThat(rest(workplace, unsigned(token))).as("alg: none").isEqualTo(401);
        assertThat(rest(workplace, providers.keycloak().accessToken(providers.verbund(), "klima-clerk")))
                .as("the other city's")
                .isEqualTo(200);
    }

    @Test
    void refusesALogoutTokenThatIsNone(Workplace workplace) {
        KeycloakRealm muenster = workplace.providers().muenster();
        ProviderBrowser browser = signedIn(workplace, muenster, "kept-clerk");
        String token = workplace.providers().keycloak().accessToken(muenster, "kept-clerk");

        for (String wrong : new String[] {"", "x", token}) {
            assertThat(http(workplace)
                            .sendForm("/anmelden/ende/muenster", "logout_token=" + wrong)
                            .status())
                    .isEqualTo(400);
        }
        assertThat(browser.get(MINE).statusCode()).isEqualTo(200);
    }

    private static ProviderBrowser signedIn(Workplace workplace, KeycloakRealm realm, String user) {
        ProviderBrowser browser = workplace.providerBrowser();
        HttpResponse<String> page = browser.signIn(realm, user);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/camunda/app/tasklist/default/");
        return browser;
    }

    private static JsonNode groupsOf(ProviderBrowser browser) throws IOException {
        String user = JSON.readTree(
                        browser.get("/camunda/api/admin/auth/user/default").body())
                .path("userId")
                .asText();
        assertThat(user).matches("p-[a-z2-7]{16}");
        return JSON.readTree(browser.get("/camunda/api/engine/engine/default/identity/groups?userId=" + user)
                        .body())
                .path("groups");
    }

    private static int rest(Workplace workplace, String token) {
        Http.Answer answer =
                http(workplace).with("Authorization", "Bearer " + token).get(TASKS);
        if (answer.status() == 401) {
            assertThat(answer.json().get("message").asText()).isEqualTo("Bitte melden Sie sich an.");
        }
        return answer.status();
    }

    private static Http http(Workplace workplace) {
        return new Http(workplace.port());
    }

    private static String forged(String token) throws IOException {
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + encoded(claims.replace("rest-clerk", "klima-clerk")) + "." + parts[2];
    }

    private static String unsigned(String token) {
        return encoded("{\"alg\":\"none\"}") + "." + token.split("\\.")[1] + ".";
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
