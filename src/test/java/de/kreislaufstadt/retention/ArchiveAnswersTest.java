package de.kreislaufstadt.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.measure.ClosedRecords;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Records of measures that end before they are completed are offered to the archive, and go only when it has answered. */
@ApplicationTest
class ArchiveAnswersTest {

    private static final String PRIVACY = "/camunda/api/kreislaufstadt/admin/privacy/muenster";

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private ArchiveDesk desk;

    @Autowired
    private ClosedRecords records;

    @Autowired
    private Clock clock;

    private Http admin;
    private String number;
    private UUID measure;
    private LocalDate today;

    @BeforeEach
    void aMeasureIsRejected() {
        admin = new Http(port);
        admin.signIn("admin", "tasklist");
        today = LocalDate.now(clock);
        number = office.as("wfm-sachbearbeitung").proposes();
        measure = office.jdbc()
                .sql(
                        "update measure set state = 'REJECTED', state_reason = 'Zu teuer' where number = :number returning id")
                .param("number", number)
                .query(UUID.class)
                .single();
        desk.offer();
    }

    @Test
    void anEndedRecordIsOfferedOnceAndWaits() {
        desk.offer();

        JsonNode waiting = waiting();
        assertThat(waiting.get("state").asText()).isEqualTo("Abgelehnt");
        assertThat(waiting.get("offeredOn").asText()).isEqualTo(today.toString());
        assertThat(records.endedUntil("muenster", today))
                .as("nothing is deleted without an answer")
                .doesNotContain(measure);
        assertThat(admin.with("Accept", "text/html").get(PRIVACY + "/archive").body())
                .contains("Anbietungsliste", number);
    }

    @Test
    void theAnswerEndsTheWaitingAndCannotBeGivenTwice() {
        String declined = "{\"answer\": \"DECLINED\", \"answeredOn\": \"" + today + "\"}";

        assertThat(answer(declined).status()).isEqualTo(204);

        assertThat(waiting()).isNull();
        assertThat(records.endedUntil("muenster", today)).contains(measure);
        assertThat(records.endedUntil("muenster", today.minusDays(1))).doesNotContain(measure);
        Http.Answer again = answer(declined);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.json().get("message").asText()).contains("wartet auf keine Antwort");
        desk.offer();
        assertThat(waiting()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"answeredOn": "%s"}                                                     | answer     | wie das Archiv geantwortet
            {"answer": "TAKEN", "answeredOn": "%s"}                                  | reference  | Zeichen des Archivs
            {"answer": "DECLINED"}                                                   | answeredOn | nicht vor dem Angebot
            {"answer": "DECLINED", "answeredOn": "2001-01-01"}                       | answeredOn | nicht vor dem Angebot
            {"answer": "DECLINED", "answeredOn": "2999-01-01"}                       | answeredOn | nicht vor dem Angebot
            {"answer": "DECLINED", "answeredOn": "gestern"}                          | answeredOn | nicht lesbar
            {"answer": "VIELLEICHT", "answeredOn": "%s"}                             | answer     | nicht lesbar
            """)
    void aWrongAnswerIsRefusedAtItsFieldAndNothingIsNoted(String body, String field, String reason) {
        Http.Answer refused = answer(body.replace("%s", today.toString()));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(refused.json().at("/errors/0/message").asText()).contains(reason);
        assertThat(waiting()).isNotNull();
    }

    private Http.Answer answer(String body) {
        return admin.post(PRIVACY + "/archive/" + measure, body);
    }

    private JsonNode waiting() {
        return StreamSupport.stream(admin.get(PRIVACY).json().get("archive").spliterator(), false)
                .filter(record -> record.get("number").asText().equals(number))
                .findFirst()
                .orElse(null);
    }
}
