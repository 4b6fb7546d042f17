package de.kreislaufstadt.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.OtherCity;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person may ask for, as the tab Datenschutz asks it; and what is refused. */
@ApplicationTest
class PersonRequestsTest extends InvitedGuest {

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
    void whatHasChangedSinceItWasSeenIsNotDeleted() {
        String seen = find().get("fingerprint").asText();
        invited("muenster", measureOf("wfm-sachbearbeitung"));

        assertThat(delete(seen).status()).isEqualTo(409);
        assertThat(stored("email")).isEqualTo(mail);
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
    void whatIsStoredIsToldInWordsOfTheReadersLanguage() {
        JsonNode german = find().at("/items/0");

        assertThat(german.get("place").asText()).isEqualTo("Einladungsliste des Workshops");
        assertThat(fields(german))
                .contains(
                        "Name oder Funktion: " + name,
                        "Gruppe von Teilnehmenden: Verein oder Initiative",
                        "Antwort: noch keine Antwort",
                        "Hat teilgenommen: nein",
                        "Eingeladen am: 01.01.2030")
                .noneMatch(field -> field.matches(".*(_id|OPEN|CLUB|[0-9a-f]{8}-).*"));
        assertThat(german.at("/correctable/0/label").asText()).isEqualTo("Name oder Funktion");

        assertThat(admin.with("Accept", "text/html")
                        .post(PRIVACY + "muenster/person/export", query())
                        .body())
                .contains("Einladungsliste des Workshops", "noch keine Antwort")
                .doesNotContain("workshop_id", "participant_group", "OPEN");

        JsonNode english = admin.with("Accept", "application/json")
                .with("Accept-Language", "en")
                .post(PRIVACY + "muenster/person", query())
                .json()
                .at("/items/0");
        assertThat(fields(english)).contains("Answer: no answer yet", "Invited on: 01/01/2030");
    }

    @Test
    void whereOnlyTheNameIsTheSameNothingGoesUnlessItIsChosen() {
        String byName = "{\"names\": [\"" + name + "\"]}";
        JsonNode found = admin.post(PRIVACY + "muenster/person", byName).json();

        assertThat(found.at("/items/0/certain").asBoolean()).isFalse();
        assertThat(found.at("/items/0/match").asText()).isEqualTo("nur der Name stimmt überein");
        assertThat(find().at("/items/0/certain").asBoolean()).isTrue();

        String body = "{\"person\": " + byName + ", \"seen\": \""
                + found.get("fingerprint").asText() + "\"%s}";
        JsonNode kept = admin.post(PRIVACY + "muenster/person/deletion", body.formatted(""))
                .json();
        assertThat(kept.at("/items/0/effect").asText()).isEqualTo("KEPT");
        assertThat(kept.at("/items/0/because").asText()).isEqualTo("nicht ausgewählt");
        assertThat(stored("email")).isEqualTo(mail);

        Http.Answer wrong =
                admin.post(PRIVACY + "muenster/person/deletion", body.formatted(", \"items\": [\"x/y/row\"]"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/errors/0/field").asText()).isEqualTo("items");

        JsonNode gone = admin.post(
                        PRIVACY + "muenster/person/deletion",
                        body.formatted(", \"items\": [" + found.at("/items/0/id") + "]"))
                .json();
        assertThat(gone.at("/items/0/effectName").asText()).isEqualTo("gelöscht");
        assertThat(admin.post(PRIVACY + "muenster/person", byName).status()).isEqualTo(404);
    }

    private static List<String> fields(JsonNode item) {
        List<String> fields = new ArrayList<>();
        item.get("fields")
                .forEach(field -> fields.add(
                        field.get("label").asText() + ": " + field.get("text").asText()));
        return fields;
    }
}
