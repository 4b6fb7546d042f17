package de.kreislaufstadt.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.account.PersonAccounts;
import de.kreislaufstadt.credential.Credentials;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Passwords;
import de.kreislaufstadt.process.SingleRights;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import de.kreislaufstadt.support.TestClock;
import de.kreislaufstadt.support.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody of no city works on single workshops of two cities, over HTTP, and on nothing else of theirs. */
@ApplicationTest
class OutsidersTest {

    private static final String MODERATION = WorkshopsOfCities.MODERATION;
    private static final String API = "/camunda/api/kreislaufstadt/";

    @LocalServerPort
    int port;

    @Autowired
    ExternalAccounts externals;

    @Autowired
    Rights rights;

    @Autowired
    GuestRetention retention;

    @Autowired
    ExternalAccountsGo deletion;

    @Autowired
    Accounts accounts;

    @Autowired
    PersonAccounts people;

    @Autowired
    Passwords passwords;

    @Autowired
    Credentials credentials;

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Movable clock;

    private final List<String> created = new ArrayList<>();
    private WorkshopsOfCities workshops;
    private UUID here;
    private UUID alsoHere;
    private UUID there;
    private UUID alsoThere;

    @BeforeEach
    void twoWorkshopsInEachOfTwoCities() {
        OtherCity.found(jdbc, accounts);
        workshops = new WorkshopsOfCities(office, jdbc, port);
        here = workshops.in(Office.MUNICIPALITY);
        alsoHere = workshops.in(Office.MUNICIPALITY);
        there = workshops.in(OtherCity.ID);
        alsoThere = workshops.in(OtherCity.ID);
    }

    @AfterEach
    void asBefore() {
        clock.putBack();
        jdbc.sql("delete from failing_address").update();
        workshops.end();
        created.forEach(id -> deletion.delete(Office.MUNICIPALITY, null, found(id)));
    }

    @Test
    void oneInboxShowsExactlyTheTwoWorkshopsOfTheTwoCities() {
        String guest = guest(today().plusMonths(3));
        give(Office.MUNICIPALITY, here, guest);
        give(OtherCity.ID, there, guest);
        Http browser = signedIn(guest);

        assertThat(inbox(browser)).containsExactlyInAnyOrder(id(here), id(there));
        JsonNode cards = browser.get(API + "tasks?ids=" + id(here) + "," + id(there) + "," + id(alsoHere))
                .json();
        assertThat(cards.findValuesAsText("municipality")).containsExactlyInAnyOrder("Stadt Münster", "Andere Stadt");
        assertThat(open(browser, here).path("context").path("municipality").asText())
                .isEqualTo("Stadt Münster");
        assertThat(open(browser, there).path("context").path("municipality").asText())
                .isEqualTo("Andere Stadt");
        assertThat(browser.get(API + "form/task/" + id(alsoHere)).status()).isEqualTo(404);
        assertThat(browser.get("/camunda/api/engine/engine/default/task/" + id(alsoThere))
                        .status())
                .isIn(403, 404);
    }

    @Test
    void nothingElseOfTheCitiesIsShown() {
        String guest = guest(today().plusMonths(3));
        give(Office.MUNICIPALITY, here, guest);
        Http browser = signedIn(guest);
        String engine = "/camunda/api/engine/engine/default/";

        assertThat(browser.get(engine + "process-instance").body()).doesNotContain(id(here), "\"id\"");
        assertThat(browser.get(engine + "user").body()).doesNotContain("wfm-");
        assertThat(browser.get(engine + "group").body()).doesNotContain("muenster-wfm");
        assertThat(browser.get("/camunda/app/cockpit/default/").status()).isEqualTo(403);
        assertThat(browser.get(API + "measures").body()).doesNotContain("wfm", "WW-");
        assertThat(browser.get(API + "deputies").body()).doesNotContain("sachbearbeitung");
        assertThat(browser.get(API + "tasks/" + id(here) + "/choices").body()).doesNotContain("sachbearbeitung");
        assertThat(browser.get(API + "form/start/measure-lifecycle").status()).isIn(403, 404);
        assertThat(browser.get("/camunda/api/kreislaufstadt/admin/accounts").status())
                .isEqualTo(403);
        assertThat(browser.post(engine + "process-definition/key/measure-lifecycle/submit-form", "{\"variables\": {}}")
                        .status())
                .isBetween(400, 404);
        assertThat(browser.get(API + "tasks/" + id(here) + "/documents").status())
                .isEqualTo(200);
        assertThat(browser.get(API + "tasks/" + id(alsoHere) + "/documents").status())
                .isEqualTo(404);
        assertThat(accounts.people(Office.MUNICIPALITY))
                .extracting(Accounts.Person::user)
                .doesNotContain(guest);
    }

    @Test
    void whatTheyCompleteBelongsToTheCityOfTheTaskAndNamesTheirOrganisation() {
        String guest = guest(today().plusMonths(3));
        give(Office.MUNICIPALITY, here, guest);
        give(OtherCity.ID, there, guest);
        Http browser = signedIn(guest);

        assertThat(complete(browser, there).status()).isEqualTo(204);

        Map<String, Object> step = jdbc.sql(
                        "select municipality_id, completed_by, department from step where task_id = :task")
                .param("task", id(there))
                .query()
                .singleRow();
        assertThat(step)
                .containsEntry("municipality_id", OtherCity.ID)
                .containsEntry("completed_by", guest)
                .containsEntry("department", OtherCity.PORT);
        assertThat(accounts.nameOf(guest)).isEqualTo("Moderation (Institut für Probe)");
        assertThat(inbox(browser)).containsExactly(id(here));
    }

    @Test
    void aWithdrawnRightClosesThePageThatIsOpenAndGivesTheTaskBack() {
        String guest = guest(today().plusMonths(3));
        UUID right = give(Office.MUNICIPALITY, here, guest);
        Http browser = signedIn(guest);
        assertThat(browser.post(
                                "/camunda/api/engine/engine/default/task/" + id(here) + "/claim",
                                "{\"userId\": \"" + guest + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(browser.get(API + "form/task/" + id(here)).status()).isEqualTo(200);

        assertThat(rights.withdraw(OtherCity.ID, right, "admin"))
                .as("of another city")
                .isEmpty();
        assertThat(browser.get(API + "form/task/" + id(here)).status()).isEqualTo(200);
        rights.withdraw(Office.MUNICIPALITY, right, "admin");

        assertThat(browser.get(API + "form/task/" + id(here)).status()).isEqualTo(404);
        assertThat(complete(browser, here).status()).isIn(403, 404);
        assertThat(inbox(browser)).isEmpty();
        assertThat(office.tasks()
                        .createTaskQuery()
                        .taskId(id(here))
                        .singleResult()
                        .getAssignee())
                .isNull();
    }

    @Test
    void aRightEndsWithItsLastDayAndNoSweepHasToRunForIt() {
        String guest = guest(today().plusMonths(3));
        rights.give(new Rights.Wanted(Office.MUNICIPALITY, guest, here, null, today().plusDays(2)), "admin");
        rights.give(new Rights.Wanted(OtherCity.ID, guest, there, today().plusDays(3), null), "admin");
        assertThat(rights.today(guest))
                .extracting(SingleRights.SingleRight::municipality)
                .containsExactly(Office.MUNICIPALITY);

        clock.moveTo(today().plusDays(3));
        Http browser = signedIn(guest);
        assertThat(inbox(browser)).containsExactly(id(there));
        assertThat(complete(browser, here).status()).isIn(403, 404);
    }

    @Test
    void anAccountEndsWithItsLastDayAndIsDeletedLater() {
        String guest = guest(today().plusMonths(3));
        give(Office.MUNICIPALITY, here, guest);
        Http browser = signedIn(guest);
        LocalDate end = today().plusMonths(3);

        clock.moveTo(end.plusDays(1));
        retention.tidy();
        assertThat(new Http(port).as(guest).get("/engine-rest/task").status()).isEqualTo(401);
        assertThat(rights.today(guest)).isEmpty();
        assertThat(browser.get(API + "mail").status()).isEqualTo(401);

        assertThat(deletion.forget(Office.MUNICIPALITY, end.plusMonths(6).minusDays(1)))
                .isZero();
        assertThat(deletion.forget(Office.MUNICIPALITY, end.plusMonths(6))).isEqualTo(1);
        assertThat(people.find(guest)).isEmpty();
        assertThat(jdbc.sql("select (select count(*) from single_right where account = :guest)"
                                + " + (select count(*) from local_credential where account = :guest)")
                        .param("guest", guest)
                        .query(Integer.class)
                        .single())
                .isZero();
        created.clear();
    }

    @Test
    void administratorsGiveAndWithdrawOverHttpAndWrongInputChangesNothing() {
        Http admin = new Http(port);
        admin.signIn("admin", "tasklist");
        String external = API + "admin/accounts/external";

        JsonNode refused = admin.post(external, "{\"name\": \"\", \"mail\": \"x\", \"until\": \"2020-01-01\"}")
                .json();
        assertThat(refused.path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("name", "organisation", "mail", "until");
        JsonNode made = admin.post(external, "{\"name\": \"Moderation\", \"organisation\": \"Institut für Probe\"}")
                .json();
        String guest = made.path("account").asText();
        created.add(guest);
        assertThat(guest).matches("p-[a-z2-7]{16}");
        assertThat(new Http(port)
                        .sendSignIn(guest, made.path("startPassword").asText(), "/")
                        .header("Location"))
                .isEqualTo("/anmelden/zweiter-faktor");

        String right = "{\"municipality\": \"%s\", \"account\": \"%s\", \"workshop\": \"%s\"}";
        assertThat(admin.post(external + "/rights", right.formatted(OtherCity.ID, guest, here))
                        .body())
                .contains("workshop", "gibt es in der Kommune nicht");
        assertThat(admin.post(external + "/rights", right.formatted(Office.MUNICIPALITY, "wfm-leitung", here))
                        .body())
                .contains("niemandem von außen");
        assertThat(admin.post(external + "/rights", right.formatted("nirgends", guest, here))
                        .body())
                .contains("Diese Kommune gibt es nicht");
        assertThat(rights.today(guest)).isEmpty();
        JsonNode given = admin.post(external + "/rights", right.formatted(Office.MUNICIPALITY, guest, here))
                .json();
        assertThat(rights.today(guest)).hasSize(1);
        assertThat(admin.post(external + "/rights", right.formatted(Office.MUNICIPALITY, guest, here))
                        .status())
                .isEqualTo(400);
        assertThat(admin.get(external + "/muenster").body()).contains(guest, here.toString());
        String withdrawal = external + "/rights/%s/" + given.path("id").asText() + "/withdraw";
        assertThat(admin.post(withdrawal.formatted(OtherCity.ID), "{}").status())
                .isEqualTo(404);
        assertThat(admin.post(withdrawal.formatted("muenster"), "{}").status()).isEqualTo(204);
        assertThat(rights.today(guest)).isEmpty();

        assertThat(new Http(port).signIn("wfm-leitung", "tasklist").status()).isEqualTo(200);
        Http manager = new Http(port);
        manager.signIn("wfm-leitung", "tasklist");
        assertThat(manager.post(external + "/rights", right.formatted("muenster", guest, here))
                        .status())
                .isEqualTo(403);
    }

    private de.kreislaufstadt.process.PersonalData.Found found(String account) {
        return new de.kreislaufstadt.process.PersonalData.Found(
                "external-accounts",
                "external_account",
                account,
                null,
                de.kreislaufstadt.process.PersonalData.Effect.DELETED,
                null,
                null,
                Map.of(),
                Map.of());
    }

    /** @return an account that is through with its first sign-in; its second factor is tested elsewhere */
    private String guest(LocalDate until) {
        String id = externals
                .create(new ExternalAccounts.Wanted("Moderation", "Institut für Probe", null, until), "admin")
                .account();
        created.add(id);
        passwords.set(id, TestDatabase.PASSWORD);
        jdbc.sql("update local_credential set must_change = false, start_until = null, factor_required = false"
                        + " where account = :id")
                .param("id", id)
                .update();
        return id;
    }

    private UUID give(String city, UUID workshop, String guest) {
        return rights.give(new Rights.Wanted(city, guest, workshop, null, null), "admin");
    }

    private Http signedIn(String guest) {
        Http browser = new Http(port);
        assertThat(browser.signIn(guest, "tasklist").status()).isEqualTo(200);
        return browser;
    }

    private static List<String> inbox(Http browser) {
        JsonNode filter = browser.get("/camunda/api/engine/engine/default/filter?resourceType=Task")
                .json();
        assertThat(filter).as(filter.toString()).hasSize(1);
        JsonNode list = browser.get("/camunda/api/engine/engine/default/filter/"
                        + filter.get(0).path("id").asText() + "/list?firstResult=0&maxResults=15")
                .json();
        return list.findValuesAsText("id");
    }

    private JsonNode open(Http browser, UUID workshop) {
        return browser.get(API + "form/task/" + id(workshop)).json();
    }

    private Http.Answer complete(Http browser, UUID workshop) {
        String form = office.valid(MODERATION).toString().replace("\\", "\\\\").replace("\"", "\\\"");
        return browser.post(
                "/camunda/api/engine/engine/default/task/" + id(workshop) + "/complete",
                "{\"variables\": {\"form\": {\"type\": \"Json\", \"value\": \"" + form
                        + "\", \"valueInfo\": {\"transient\": true}}}}");
    }

    private String id(UUID workshop) {
        return workshops.taskOf(workshop);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
