package de.kreislaufstadt.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Deputies;
import de.kreislaufstadt.process.Restrictions;
import de.kreislaufstadt.process.engine.people.Colleagues;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.OtherCity;
import de.kreislaufstadt.support.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What keeps a person's data from being deleted, shown or used, and how that ends; who may only read. */
@ApplicationTest
class PersonBlocksTest extends InvitedGuest {

    @Autowired
    private Restrictions restrictions;

    @Autowired
    private NightlyDeletion deletion;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private Deputies deputies;

    @Test
    void aBlockedPersonIsNotDeletedAndTheReasonIsTold() {
        String seen = find().get("fingerprint").asText();
        restrict();

        Http.Answer refused = delete(seen);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("message").asText()).contains("gesperrt (Widerspruch wird geprüft)");
        assertThat(stored("email")).isEqualTo(mail);
    }

    @Test
    void aBlockedMeasureKeepsItsRowsAndSaysSo() {
        admin.post(
                PRIVACY + "muenster/blocks",
                "{\"scope\": \"MEASURE\", \"measure\": \"" + number + "\", \"reason\": \"Prüfung\"}");

        JsonNode item = find().at("/items/0");
        assertThat(item.get("effect").asText()).isEqualTo("KEPT");
        assertThat(item.get("because").asText()).isEqualTo("gesperrt");
        assertThat(delete(find().get("fingerprint").asText()).status()).isEqualTo(200);
        assertThat(stored("email")).isEqualTo(mail);
    }

    @Test
    void aRestrictedPersonIsNeitherShownNorDeletedAtNightUntilTheBlockIsLifted() {
        String block = restrict();

        assertThat(restrictions.of("muenster").cover(name, null, null)).isTrue();
        assertThat(restrictions.of(OtherCity.ID).cover(name, mail, null)).isFalse();
        clock.moveTo(LocalDate.of(2031, 1, 1));
        deletion.run();
        assertThat(stored("email")).isEqualTo(mail);
        assertThat(log.latest("muenster", 50))
                .anyMatch(entry -> entry.kind().equals("invitations") && entry.heldBack() == 1);
        clock.putBack();

        assertThat(admin.send("DELETE", PRIVACY + "muenster/blocks/" + block, null)
                        .status())
                .isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from data_block_term")
                        .query(Long.class)
                        .single())
                .as("whose data it was is forgotten")
                .isZero();
        assertThat(admin.send("DELETE", PRIVACY + "muenster/blocks/" + block, null)
                        .status())
                .isEqualTo(404);
        clock.moveTo(LocalDate.of(2031, 1, 1));
        deletion.run();
        assertThat(jdbc.sql("select count(*) from workshop_invitation where workshop_id = :id")
                        .param("id", workshop)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"reason": "x"}                                                          | scope
            {"scope": "KIND", "kind": "unknown", "reason": "x"}                      | kind
            {"scope": "MEASURE", "measure": "XX-99", "reason": "x"}                  | measure
            {"scope": "MUNICIPALITY"}                                                | reason
            {"scope": "MUNICIPALITY", "reason": "x", "until": "2001-01-01"}          | until
            {"scope": "EVERYTHING", "reason": "x"}                                   | scope
            """)
    void aWrongBlockIsRefusedAtItsField(String body, String field) {
        Http.Answer answer = admin.post(PRIVACY + "muenster/blocks", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(jdbc.sql("select count(*) from data_block").query(Long.class).single())
                .isZero();
    }

    @Test
    void auditorsReadTheLogOfTheirCityAndLookForNobody() {
        accounts.ensureGroup("muenster", "muenster-auditors", "Revision", Accounts.Kind.AUDITORS);
        accounts.ensurePerson(
                "muenster", "revision-datenschutz", "Revision", List.of("muenster-auditors"), TestDatabase.PASSWORD);
        Http auditor = new Http(port);
        auditor.signIn("revision-datenschutz", "tasklist");

        assertThat(auditor.get(PRIVACY + "muenster").status()).isEqualTo(200);
        assertThat(auditor.get(PRIVACY + OtherCity.ID).status()).isEqualTo(404);
        assertThat(auditor.post(PRIVACY + "muenster/person", query()).status()).isEqualTo(403);
        assertThat(auditor.post(PRIVACY + "muenster/blocks", "{}").status()).isEqualTo(403);
        accounts.removePerson("muenster", "revision-datenschutz");
    }

    @Test
    void aPersonCanBeKeptFromDeletionOnlyAndThatIsLiftedAgain() {
        Http.Answer answer = admin.post(
                PRIVACY + "muenster/blocks",
                "{\"scope\": \"PERSON\", \"person\": " + query() + ", \"reason\": \"Rechtsstreit\", \"until\": null}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);

        assertThat(restrictions.of("muenster").cover(null, mail, null))
                .as("still shown and used")
                .isFalse();
        assertThat(delete(find().get("fingerprint").asText()).status()).isEqualTo(409);
        JsonNode shown = admin.get(PRIVACY + "muenster").json().at("/blocks/0");
        assertThat(shown.at("/person/0").asText()).isEqualTo(mail);
        assertThat(shown.get("by").asText()).isEqualTo("Administration");

        admin.send(
                "DELETE", PRIVACY + "muenster/blocks/" + answer.json().get("id").asText(), null);
        assertThat(delete(find().get("fingerprint").asText()).status()).isEqualTo(200);
        assertThat(admin.post(PRIVACY + "muenster/person", query()).status()).isEqualTo(404);
    }

    @Test
    void whoeverIsRestrictedCannotBeChosenAsColleagueOrDeputy() {
        String user = "p-eingeschraenkt";
        accounts.ensurePerson(
                "muenster",
                user,
                "Eingeschränkte Person",
                List.of("muenster-klima", "muenster-staff"),
                TestDatabase.PASSWORD);
        Login head = accounts.loginOf("klima-leitung").orElseThrow();
        assertThat(lists(head)).allSatisfy(list -> assertThat(list).contains(user));

        Http.Answer restricted = admin.post(
                PRIVACY + "muenster/person/restriction",
                "{\"person\": {\"users\": [\"" + user + "\"]}, \"reason\": \"Widerspruch\"}");
        assertThat(restricted.status()).as(restricted.body()).isEqualTo(201);
        assertThat(lists(head))
                .allSatisfy(list -> assertThat(list).doesNotContain(user).contains("klima-sachbearbeitung"));

        accounts.removePerson("muenster", user);
        assertThat(accounts.nameOf(user)).isEqualTo("gelöschte Person");
    }

    /** Where the head of the climate unit chooses among people. */
    private List<List<String>> lists(Login head) {
        Deputies.Page page = deputies.page(head);
        return List.of(
                colleagues.of("muenster").stream().map(Colleagues.Person::id).toList(),
                page.candidates().stream().map(Deputies.Candidate::user).toList(),
                page.absent().stream().map(Deputies.Absent::absent).toList());
    }
}
