package de.kreislaufstadt.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.notification.MailParts;
import de.kreislaufstadt.notification.Postman;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.PersonalData;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import de.kreislaufstadt.support.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The department that leads a measure lets somebody from outside work on its workshop; mails call that person to it. */
@ApplicationTest
class ModerationTest {

    private static final String MEASURES = "/camunda/api/kreislaufstadt/measures/";
    private static final String HEAD = "wfm-leitung";
    private static final String CLERK = "wfm-sachbearbeitung";

    @LocalServerPort
    int port;

    @Autowired
    ExternalAccounts externals;

    @Autowired
    Rights rights;

    @Autowired
    ExternalAccountsGo deletion;

    @Autowired
    Accounts accounts;

    @Autowired
    Postman postman;

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    private final String mail = "moderation-" + UUID.randomUUID() + "@institut.example";
    private WorkshopsOfCities workshops;
    private UUID here;
    private UUID there;
    private String guest;
    private String path;

    @BeforeEach
    void aWorkshopInEachCityAndSomebodyFromOutside() {
        OtherCity.found(jdbc, accounts);
        workshops = new WorkshopsOfCities(office, jdbc);
        here = workshops.in(Office.MUNICIPALITY);
        there = workshops.in(OtherCity.ID);
        guest = externals
                .create(new ExternalAccounts.Wanted("Moderation", "Institut für Probe", mail, null), "admin")
                .account();
        path = MEASURES + workshops.measureOf(here) + "/moderation";
        postman.begin();
    }

    @AfterEach
    void asBefore() {
        workshops.end();
        deletion.delete(
                Office.MUNICIPALITY,
                null,
                new PersonalData.Found(
                        "external-accounts",
                        "external_account",
                        guest,
                        null,
                        PersonalData.Effect.DELETED,
                        null,
                        null,
                        Map.of(),
                        Map.of()));
    }

    /** They are members of no municipality: the one they worked for answers for them all the same. */
    @Test
    void whoWorkedHereIsFoundByTheirAddressAndNotOfferedWhileRestricted() {
        Http head = signedIn(HEAD);
        assertThat(head.post(path, invitation(mail, here)).status()).isEqualTo(201);
        assertThat(head.get(path).json().path("known").toString()).contains(guest);

        Http admin = signedIn("admin");
        String privacy = "/camunda/api/kreislaufstadt/admin/privacy/muenster/";
        String who = "{\"mails\": [\"" + mail + "\"]}";
        JsonNode found = admin.post(privacy + "person", who).json();
        assertThat(found.at("/person/users/0").asText()).isEqualTo(guest);
        assertThat(found.path("items"))
                .filteredOn(item -> item.path("certain").asBoolean())
                .extracting(item -> item.path("table").asText())
                .contains("external_account", "single_right");

        JsonNode block = admin.post(
                        privacy + "person/restriction", "{\"person\": " + who + ", \"reason\": \"Widerspruch\"}")
                .json();
        assertThat(head.get(path).json().path("known").toString()).doesNotContain(guest);
        assertThat(admin.send("DELETE", privacy + "blocks/" + block.path("id").asText(), null)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void theHeadOfTheLeadInvitesByMailAddressAndTakesTheRightBack() {
        Http head = signedIn(HEAD);
        JsonNode page = head.get(path).json();
        assertThat(page.path("mayDecide").asBoolean()).isTrue();
        assertThat(page.path("workshops").findValuesAsText("id")).containsExactly(here.toString());
        assertThat(page.path("known").toString()).doesNotContain(guest);

        Http.Answer given = head.post(path, invitation(mail.toUpperCase(Locale.ROOT), here));
        assertThat(given.status()).as(given.body()).isEqualTo(201);
        assertThat(rights.today(guest)).hasSize(1);
        assertThat(head.get(path).json().path("rights").findValuesAsText("account"))
                .containsExactly(guest);
        assertThat(head.post(path, invitation(guest, here)).body())
                .contains("hat dieses Recht in diesem Zeitraum schon");

        JsonNode seen = signedIn(CLERK).get(path).json();
        assertThat(seen.path("mayDecide").asBoolean()).isFalse();
        assertThat(seen.path("rights").findValuesAsText("account")).containsExactly(guest);

        String withdrawal = path + "/" + given.json().path("id").asText() + "/withdraw";
        assertThat(signedIn(CLERK).post(withdrawal, "{}").status()).isEqualTo(403);
        assertThat(rights.today(guest)).hasSize(1);
        assertThat(head.post(withdrawal, "{}").status()).isEqualTo(204);
        assertThat(rights.today(guest)).isEmpty();
    }

    @Test
    void nobodyElseInvitesAndWrongInputNamesTheFieldAndChangesNothing() {
        Http head = signedIn(HEAD);
        assertThat(errors(head.post(path, invitation("niemand@institut.example", here))))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.path("field").asText()).isEqualTo("person");
                    assertThat(error.path("label").asText()).isEqualTo("Benutzername oder Mail-Adresse");
                    assertThat(error.path("message").asText()).contains("legt die Systembetreuung an");
                });
        assertThat(errors(head.post(path, invitation(CLERK, here))))
                .as("no account of somebody from outside")
                .hasSize(1);
        assertThat(errors(head.post(path, invitation(guest, there)))).hasSize(1);
        assertThat(errors(head.post(path, "{\"person\": \"%s\", \"workshop\": \"x\"}".formatted(guest))))
                .hasSize(1);
        assertThat(head.post(path, "{}").status()).isEqualTo(400);
        String inThePast = invitation(guest, here).replace("}", ", \"until\": \"2020-01-01\"}");
        assertThat(errors(head.post(path, inThePast)).get(0).path("message").asText())
                .contains("liegt vor dem ersten");

        assertThat(signedIn(CLERK).post(path, invitation(guest, here)).status()).isEqualTo(403);
        for (String other : List.of("klima-leitung", "admin")) {
            Http browser = signedIn(other);
            assertThat(browser.get(path).status()).as(other).isIn(403, 404);
            assertThat(browser.post(path, invitation(guest, here)).status())
                    .as(other)
                    .isIn(403, 404);
        }
        String elsewhere = MEASURES + workshops.measureOf(there) + "/moderation";
        assertThat(head.get(elsewhere).status()).isEqualTo(404);
        assertThat(head.post(elsewhere, invitation(guest, there)).status()).isEqualTo(404);
        assertThat(rights.today(guest)).isEmpty();
    }

    @Test
    void whoIsLetInHearsOfWhatWaitsAndOfWhatComesAndOfNothingAnyMoreAfterwards() throws Exception {
        Http head = signedIn(HEAD);
        String right =
                head.post(path, invitation(guest, here)).json().path("id").asText();

        MimeMessage called = only(postman.lettersSent());
        assertThat(called.getAllRecipients()[0]).hasToString(mail);
        assertThat(called.getSubject()).contains("Neue Aufgabe", workshops.measureOf(here), "Tagesordnung abstimmen");
        assertThat(MailParts.content(called, "text/plain"))
                .contains(TestMail.BASE_URL + "/camunda/app/tasklist/default/", workshops.taskOf(here));
        assertThat(postman.lettersSent()).as("told once").isEmpty();

        String next = workshops.again(here);
        assertThat(MailParts.content(only(postman.lettersSent()), "text/plain")).contains(next);

        head.post(path + "/" + right + "/withdraw", "{}");
        workshops.again(here);
        assertThat(postman.lettersSent()).isEmpty();
    }

    private static MimeMessage only(List<MimeMessage> mails) {
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private static List<JsonNode> errors(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.json().path("errors").findParents("message");
    }

    private static String invitation(String person, UUID workshop) {
        return "{\"person\": \"%s\", \"workshop\": \"%s\"}".formatted(person, workshop);
    }

    private Http signedIn(String user) {
        Http browser = new Http(port);
        assertThat(browser.signIn(user, "tasklist").status()).isEqualTo(200);
        return browser;
    }
}
