package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.notification.MailParts;
import de.kreislaufstadt.support.Http;
import jakarta.mail.internet.MimeMessage;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Letters about a workshop that does not take place, or is over, and about answers. */
class WorkshopLettersPathsTest extends LetterPaths {

    @LocalServerPort
    int port;

    @Test
    void aWorkshopThatIsCalledOffIsTakenOutOfTheCalendars() {
        String measure = agreed(data -> {});
        invite(measure, FIRST);
        Calendar first = MailParts.calendar(onlyOne(postman.lettersSent()));
        callOff(measure, FIRST);
        MimeMessage mail = onlyOne(postman.lettersSent());
        assertThat(MailParts.header(mail, "Subject")).startsWith("Abgesagt: ");
        Calendar off = MailParts.calendar(mail);
        assertThat(off.getProperty(Property.METHOD).orElseThrow().getValue()).isEqualTo("CANCEL");
        assertThat(uid(off)).isEqualTo(uid(first));
        assertThat(sequence(off)).isGreaterThan(sequence(first));
        assertThat(MailParts.value(off, Property.STATUS)).isEqualTo("CANCELLED");
    }

    @Test
    void whoWasNeverInvitedIsNotToldThatItIsOff() {
        String measure = agreed(data -> {});
        invite(measure, FIRST);
        postman.failsToSend();
        callOff(measure, FIRST);
        assertThat(postman.lettersSent()).isEmpty();
        assertThat(states()).containsExactly("OUTDATED", "OUTDATED");
    }

    @Test
    void whoCameIsAskedForFeedbackInWordsThatAreTheSameForAll() {
        String measure = agreed(today());
        invite(measure, FIRST, SECOND);
        clerk("wfm").completes(measure, "check-registrations", with(List.of(FIRST, SECOND)));
        postman.sent();
        office.fire(measure, "workshop-day");
        clerk("wfm").completes(measure, "confirm-workshop");

        List<MimeMessage> mails = postman.lettersSent();
        assertThat(byRecipient(mails)).containsOnlyKeys(FIRST, SECOND);
        assertThat(mails.stream().map(mail -> MailParts.header(mail, "Subject")).distinct())
                .singleElement()
                .asString()
                .startsWith("Ihre Rückmeldung: ");
        for (String type : List.of("text/plain", "text/html")) {
            assertThat(mails.stream().map(mail -> MailParts.content(mail, type)).distinct())
                    .singleElement()
                    .asString()
                    .contains("/rueckmeldung/", "anonym")
                    .doesNotContain("Bauunternehmen", "Geschäftsführung", "@firma");
        }
        assertThat(MailParts.types(mails.get(0))).doesNotContain("text/calendar");
    }

    @Test
    void whoCameGetsTheMinutesUntilTheLastDayToObject() {
        String measure = agreed(today());
        invite(measure, FIRST, SECOND);
        clerk("wfm").completes(measure, "check-registrations", with(List.of(FIRST, SECOND)));
        office.fire(measure, "workshop-day");
        clerk("wfm")
                .completes(
                        measure,
                        "confirm-workshop",
                        data -> ((ObjectNode) data.get("attendance").get(1)).put("attended", false));
        postman.sent();
        clerk("wfm").completes(measure, "write-minutes");
        clerk("difu").completes(measure, "check-minutes");
        // This city's file gives nobody time to object; another one's gives ten working days.
        office.jdbc()
                .sql("update mail set letter_cause = '2098-12-24 x' where letter_kind = 'workshop-minutes'")
                .update();
        MimeMessage mail = onlyOne(postman.lettersSent());
        assertThat(MailParts.recipient(mail)).isEqualTo(FIRST);
        assertThat(MailParts.content(mail, "text/plain"))
                .contains("/protokoll/", "bis zum Mittwoch, 24. Dezember 2098 Einwände");
    }

    @Test
    void anAnswerIsConfirmedAndWhoWaitedIsToldOfTheFreePlace() {
        String measure = agreed(data ->
                data.put("minParticipants", 1).put("targetParticipants", 1).put("maxParticipants", 1));
        invite(measure, FIRST, SECOND);
        Map<String, MimeMessage> invitations = byRecipient(postman.lettersSent());

        answer(invitations.get(FIRST), "ACCEPT");
        MimeMessage confirmed = onlyOne(postman.lettersSent());
        assertThat(MailParts.recipient(confirmed)).isEqualTo(FIRST);
        assertThat(MailParts.header(confirmed, "Subject")).startsWith("Ihre Antwort: ");
        assertThat(MailParts.content(confirmed, "text/plain")).contains("Notiert ist: Zusage.", "/einladung/");

        answer(invitations.get(SECOND), "ACCEPT");
        assertThat(MailParts.content(onlyOne(postman.lettersSent()), "text/plain"))
                .contains("Platz auf der Warteliste", "on the waiting list");

        answer(invitations.get(FIRST), "DECLINE");
        answer(invitations.get(FIRST), "DECLINE");
        Map<String, MimeMessage> mails = byRecipient(postman.lettersSent());
        assertThat(mails).as("the last answer is confirmed, not each").containsOnlyKeys(FIRST, SECOND);
        assertThat(MailParts.content(mails.get(FIRST), "text/plain")).contains("Notiert ist: Absage.");
        assertThat(MailParts.header(mails.get(SECOND), "Subject")).startsWith("Sie haben einen Platz: ");
    }

    @Test
    void theClerkSeesWhatHasBecomeOfTheInvitations() {
        String measure = agreed(data -> {});
        invite(measure, FIRST, SECOND);
        postman.failsToSend();
        assertThat(mailsShown(measure)).startsWith("Mail wartet auf den Versand", "Mail wartet auf den Versand");
        postman.sent();
        office.jdbc()
                .sql("update mail set state = 'FAILED', reason = 'Postfach unbekannt' where letter_subject ="
                        + " (select id from workshop_invitation where email = :mail and municipality_id = 'muenster'"
                        + " order by created_at desc limit 1)")
                .param("mail", SECOND)
                .update();
        String today = DateTimeFormatter.ofPattern("dd.MM.yyyy").format(today());
        assertThat(mailsShown(measure))
                .startsWith(
                        "Mail gesendet am " + today,
                        "Mail nicht zustellbar: Postfach unbekannt",
                        "keine E-Mail-Adresse, bitte per Post einladen");
    }

    private List<String> mailsShown(String measure) {
        Http browser = new Http(port);
        browser.signIn("wfm-sachbearbeitung", "tasklist");
        var rows = browser.get("/camunda/api/kreislaufstadt/form/task/"
                        + office.open(measure, "check-registrations").get(0).getId())
                .json()
                .at("/data/registrations");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("mail").asText())
                .toList();
    }

    /** Answers on the page that the letter leads to. */
    private void answer(MimeMessage invitation, String choice) {
        String link = MailParts.value(MailParts.calendar(invitation), Property.URL);
        Http.Answer answer = new Http(port)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .post(link.substring(link.indexOf("/einladung/")), "choice=" + choice);
        assertThat(answer.status()).as(answer.body()).isIn(200, 303);
    }
}
