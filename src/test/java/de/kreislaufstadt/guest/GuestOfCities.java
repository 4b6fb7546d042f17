package de.kreislaufstadt.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.account.PersonAccounts;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Passwords;
import de.kreislaufstadt.process.PersonalData;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody of no city who may work on single workshops of two cities, and what there is to be worked on. */
@ApplicationTest
abstract class GuestOfCities {

    static final String MODERATION = WorkshopsOfCities.MODERATION;
    static final String API = "/camunda/api/kreislaufstadt/";

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
    Office office;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Movable clock;

    final List<String> created = new ArrayList<>();
    private WorkshopsOfCities workshops;
    UUID here;
    UUID alsoHere;
    UUID there;
    UUID alsoThere;

    @BeforeEach
    void twoWorkshopsInEachOfTwoCities() {
        OtherCity.found(jdbc, accounts);
        workshops = new WorkshopsOfCities(office, jdbc);
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

    private PersonalData.Found found(String account) {
        return new PersonalData.Found(
                "external-accounts",
                "external_account",
                account,
                null,
                PersonalData.Effect.DELETED,
                null,
                null,
                Map.of(),
                Map.of());
    }

    /** @return an account that is through with its first sign-in; its second factor is tested elsewhere */
    String guest(LocalDate until) {
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

    UUID give(String city, UUID workshop, String guest) {
        return rights.give(new Rights.Wanted(city, guest, workshop, null, null), "admin");
    }

    Http signedIn(String guest) {
        Http browser = new Http(port);
        assertThat(browser.signIn(guest, "tasklist").status()).isEqualTo(200);
        return browser;
    }

    static List<String> inbox(Http browser) {
        JsonNode filter = browser.get("/camunda/api/engine/engine/default/filter?resourceType=Task")
                .json();
        assertThat(filter).as(filter.toString()).hasSize(1);
        JsonNode list = browser.get("/camunda/api/engine/engine/default/filter/"
                        + filter.get(0).path("id").asText() + "/list?firstResult=0&maxResults=15")
                .json();
        return list.findValuesAsText("id");
    }

    JsonNode open(Http browser, UUID workshop) {
        return browser.get(API + "form/task/" + id(workshop)).json();
    }

    Http.Answer complete(Http browser, UUID workshop) {
        String form = office.valid(MODERATION).toString().replace("\\", "\\\\").replace("\"", "\\\"");
        return browser.post(
                "/camunda/api/engine/engine/default/task/" + id(workshop) + "/complete",
                "{\"variables\": {\"form\": {\"type\": \"Json\", \"value\": \"" + form
                        + "\", \"valueInfo\": {\"transient\": true}}}}");
    }

    /** It is a step of the other city and of the department that moderates there, whoever from outside has done it. */
    void assertStepOfTheCity(UUID workshop, String by) {
        assertThat(jdbc.sql("select municipality_id, completed_by, department from step where task_id = :task")
                        .param("task", id(workshop))
                        .query()
                        .singleRow())
                .containsEntry("municipality_id", OtherCity.ID)
                .containsEntry("completed_by", by)
                .containsEntry("department", OtherCity.PORT);
    }

    String id(UUID workshop) {
        return workshops.taskOf(workshop);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
