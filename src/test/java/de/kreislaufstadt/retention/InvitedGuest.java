package de.kreislaufstadt.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestClock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody is invited to a workshop, and asks what a person may ask; as the tab Datenschutz sends it. */
abstract class InvitedGuest {

    static final String PRIVACY = "/camunda/api/kreislaufstadt/admin/privacy/";

    @LocalServerPort
    int port;

    @Autowired
    Office office;

    @Autowired
    Accounts accounts;

    @Autowired
    DeletionLog log;

    @Autowired
    TestClock.Movable clock;

    JdbcClient jdbc;
    Http admin;
    String number;
    UUID measure;
    UUID workshop;
    String mail;
    String name;

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

    UUID invited(String municipality, UUID ofMeasure) {
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

    JsonNode find() {
        Http.Answer answer = admin.post(PRIVACY + "muenster/person", query());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    String restrict() {
        Http.Answer answer = admin.post(
                PRIVACY + "muenster/person/restriction",
                "{\"person\": {\"names\": [\"" + name + "\"], \"mails\": [\"" + mail
                        + "\"]}, \"reason\": \"Widerspruch wird geprüft\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    Http.Answer correct(String item, String field, String value) {
        return admin.post(
                PRIVACY + "muenster/person/correction",
                "{\"person\": %s, \"item\": \"%s\", \"field\": \"%s\", \"value\": \"%s\"}"
                        .formatted(query(), item, field, value));
    }

    Http.Answer delete(String seen) {
        return admin.post(
                PRIVACY + "muenster/person/deletion", "{\"person\": " + query() + ", \"seen\": \"" + seen + "\"}");
    }

    String query() {
        return "{\"mails\": [\"" + mail + "\"]}";
    }

    String stored(String column) {
        return jdbc.sql("select " + column + " from workshop_invitation where workshop_id = :id")
                .param("id", workshop)
                .query(String.class)
                .single();
    }

    UUID measureOf(String user) {
        return jdbc.sql("select id from measure where number = :number")
                .param("number", office.as(user).proposes())
                .query(UUID.class)
                .single();
    }
}
