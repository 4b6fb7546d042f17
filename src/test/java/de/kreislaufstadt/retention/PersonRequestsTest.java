package de.kreislaufstadt.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Restrictions;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import de.kreislaufstadt.support.TestClock;
import de.kreislaufstadt.support.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person may ask for, as the tab Datenschutz asks it; and what is refused. */
@ApplicationTest
class PersonRequestsTest {

    private static final String PRIVACY = "/camunda/api/kreislaufstadt/admin/privacy/";

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Restrictions restrictions;

    @Autowired
    private NightlyDeletion deletion;

    @Autowired
    private DeletionLog log;

    @Autowired
    private TestClock.Movable clock;

    private JdbcClient jdbc;
    private Http admin;
    private String number;
    private UUID measure;
    private UUID workshop;
    private String mail;
    private String name;

    @BeforeEach
    void somebodyIsInvited() {
        jdbc = office.jdbc();
        admin = new Http(port);
        admin.signIn("admin", "tasklist");
        number = office.as("wfm-sachbearbeitung").proposes();
        measure = jdbc.sql("select id from measure where number = :number")
                .param("number", number)
                .query(UUID.class)
                .single();
        String mark = UUID.randomUUID().toString().substring(0, 8);
        name = "Testgast " + mark;
        mail = "gast-" + mark + "@beispiel.example";
        workshop = invited("muenster", measure);
    }

    @AfterEach
    void today() {
        clock.putBack();
        jdbc.sql("delete from data_block").update();
    }

    private UUID invited(String municipality, UUID ofMeasure) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into workshop (id, municipality_id, measure_id, number) values (:id, :city, :measure, 1)")
                .param("id", id)
                .param("city", municipality)
                .param("measure", ofMeasure)
                .update();
        jdbc.sql("""
                        insert into workshop_invitation (id, municipality_id, workshop_id, number, organisation,
                            participant_group, contact, email, invited_on, purpose, legal_basis, source, delete_on)
                        values (gen_random_uuid(), :city, :workshop, 1, 'Verein', 'CLUB', :name, :mail, date '2030-01-01',
                            'Einladung zum Workshop', 'PUBLIC_TASK', 'FORM', date '2030-06-01')
                        """)
                .param("city", municipality)
                .param("workshop", id)
                .param("name", name)
                .param("mail", mail)
                .update();
        return id;
    }

    @Test
    void whatIsStoredIsToldWithPurposeLegalBasisSourceAndDayOfDeletion() {
        JsonNode item = find().at("/items/0");

        assertThat(item.get("table").asText()).isEqualTo("workshop_invitation");
        assertThat(item.get("measure").asText()).isEqualTo(number);
        assertThat(item.at("/content/email").asText()).isEqualTo(mail);
        assertThat(item.get("purpose").asText()).isEqualTo("Einladung zum Workshop");
        assertThat(item.get("legalBasis").asText()).contains("Art. 6 Abs. 1 Buchst. e DSGVO", "DSG NRW");
        assertThat(item.get("source").asText()).contains("Formular");
        assertThat(item.get("deleteOn").asText()).isEqualTo("2030-06-01");
    }

    @Test
    void theNameBesideTheAddressIsOfferedForTheSearch() {
        assertThat(find().at("/alsoKnownAs/names/0").asText()).isEqualTo(name);
    }

    @Test
    void theAnswerComesAsAFileForPeopleAndOneForMachines() {
        Http.Answer readable = admin.with("Accept", "text/html").post(PRIVACY + "muenster/person/export", query());
        assertThat(readable.status()).isEqualTo(200);
        assertThat(readable.header("Content-Disposition")).contains("auskunft.html");
        assertThat(readable.body()).contains("Auskunft über gespeicherte Daten", mail, "Rechtsgrundlage", "DSG NRW");

        Http.Answer data = admin.with("Accept", "application/json").post(PRIVACY + "muenster/person/export", query());
        assertThat(data.json().at("/items/0/content/contact").asText()).isEqualTo(name);
        assertThat(log.latest("muenster", 5)).anyMatch(entry -> entry.cause() == DeletionLog.Cause.PERSON_EXPORTED);
    }

    @Test
    void whoeverIsUnknownIsNotFound() {
        Http.Answer answer = admin.post(PRIVACY + "muenster/person", "{\"mails\": [\"niemand@beispiel.example\"]}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("nichts gespeichert").doesNotContain("niemand@");
        assertThat(admin.post(PRIVACY + "nirgendwo/person", query()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                              | names  | mindestens eine Angabe
            {"names": ["ab"]}               | names  | Mindestens 3 Zeichen
            {"mails": ["keine Adresse"]}    | mails  | keine Mailadresse
            {"names": "ein Text"}           | names  | nicht lesbar
            {"surname": ["x"]}              | surname | nicht lesbar
            """)
    void aWrongSearchIsRefusedAtItsField(String body, String field, String reason) {
        Http.Answer answer = admin.post(PRIVACY + "muenster/person", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/message").asText()).contains(reason);
    }

    @Test
    void anAddressIsCorrectedButNotToNonsense() {
        String item = find().at("/items/0/id").asText();

        Http.Answer wrong = correct(item, "email", "kein Klammeraffe");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/errors/0/field").asText()).isEqualTo("value");
        assertThat(wrong.json().at("/errors/0/message").asText()).contains("keine Mailadresse");
        assertThat(correct(item, "organisation", "Anderer Verein").status()).isEqualTo(400);
        assertThat(correct("workshop_invitation/" + UUID.randomUUID() + "/row", "email", "neu@beispiel.example")
                        .status())
                .isEqualTo(409);
        assertThat(stored("email")).isEqualTo(mail);

        assertThat(correct(item, "email", "neu@beispiel.example").status()).isEqualTo(204);
        assertThat(stored("email")).isEqualTo("neu@beispiel.example");
    }

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
    void whatHasChangedSinceItWasSeenIsNotDeleted() {
        String seen = find().get("fingerprint").asText();
        invited("muenster", measureOf("wfm-sachbearbeitung"));

        assertThat(delete(seen).status()).isEqualTo(409);
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
    void eachCityAnswersForItself() {
        OtherCity.found(jdbc, accounts);
        UUID theirs = UUID.randomUUID();
        jdbc.sql("insert into measure (id, municipality_id, number, lead, state, created_by)"
                        + " values (:id, :city, :number, 'klima', 'PROPOSED', 'x')")
                .param("id", theirs)
                .param("city", OtherCity.ID)
                .param("number", "DS-" + (10 + Math.floorMod(theirs.hashCode(), 89_000)))
                .update();
        jdbc.sql("insert into field_of_action (municipality_id, code, label, prefix, position)"
                        + " select :city, code, label, prefix, position from field_of_action"
                        + " where municipality_id = 'muenster' on conflict do nothing")
                .param("city", OtherCity.ID)
                .update();
        jdbc.sql("""
                        insert into measure_version
                        select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(),
                            'municipality_id', cast(:city as text), 'measure_id', cast(:theirs as uuid)))).*
                        from measure_version v where v.measure_id = :ours
                        """)
                .param("city", OtherCity.ID)
                .param("theirs", theirs)
                .param("ours", measure)
                .update();
        UUID there = invited(OtherCity.ID, theirs);

        assertThat(find().get("items")).hasSize(1);
        assertThat(delete(find().get("fingerprint").asText()).status()).isEqualTo(200);

        assertThat(admin.post(PRIVACY + "muenster/person", query()).status()).isEqualTo(404);
        assertThat(admin.post(PRIVACY + OtherCity.ID + "/person", query()).status())
                .isEqualTo(200);
        assertThat(jdbc.sql("select email from workshop_invitation where workshop_id = :id")
                        .param("id", there)
                        .query(String.class)
                        .single())
                .isEqualTo(mail);
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

    private JsonNode find() {
        Http.Answer answer = admin.post(PRIVACY + "muenster/person", query());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String restrict() {
        Http.Answer answer = admin.post(
                PRIVACY + "muenster/person/restriction",
                "{\"person\": {\"names\": [\"" + name + "\"], \"mails\": [\"" + mail
                        + "\"]}, \"reason\": \"Widerspruch wird geprüft\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private Http.Answer correct(String item, String field, String value) {
        return admin.post(
                PRIVACY + "muenster/person/correction",
                "{\"person\": %s, \"item\": \"%s\", \"field\": \"%s\", \"value\": \"%s\"}"
                        .formatted(query(), item, field, value));
    }

    private Http.Answer delete(String seen) {
        return admin.post(
                PRIVACY + "muenster/person/deletion", "{\"person\": " + query() + ", \"seen\": \"" + seen + "\"}");
    }

    private String query() {
        return "{\"mails\": [\"" + mail + "\"]}";
    }

    private String stored(String column) {
        return jdbc.sql("select " + column + " from workshop_invitation where workshop_id = :id")
                .param("id", workshop)
                .query(String.class)
                .single();
    }

    private UUID measureOf(String user) {
        return jdbc.sql("select id from measure where number = :number")
                .param("number", office.as(user).proposes())
                .query(UUID.class)
                .single();
    }
}
