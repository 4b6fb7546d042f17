package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import de.kreislaufstadt.notification.MailParts;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters about a date that is still to come, while a workshop goes through its process. */
class InvitationLettersPathsTest extends LetterPaths {

    private static final LocalDate DAY = LocalDate.of(2099, 5, 14);

    @Test
    void whoHasAnAddressIsInvitedByMailWithADateForTheCalendar() {
        String measure = agreed(data -> {});
        invite(measure, FIRST, SECOND);
        Map<String, MimeMessage> mails = byRecipient(postman.lettersSent());

        assertThat(mails).containsOnlyKeys(FIRST, SECOND);
        MimeMessage mail = mails.get(FIRST);
        assertThat(MailParts.header(mail, "Subject"))
                .isEqualTo("Einladung: Kreislaufwirtschaft: Ideen für Starterprojekte am 14.05.2099");
        assertThat(MailParts.header(mail, "Reply-To")).isEqualTo("wfm@stadt-muenster.invalid");
        assertThat(MailParts.content(mail, "text/plain"))
                .contains("Donnerstag, 14. Mai 2099, 10:00 bis 16:00 Uhr", "Thursday, 14 May 2099, 10:00 to 16:00")
                .contains(
                        "bis zum Donnerstag, 30. April 2099",
                        "Großer Saal, Rathaus",
                        "Stufenloser Zugang",
                        "Bauunternehmen")
                .contains("https://kreislauf.example.org/einladung/", "drei Monate nach Freigabe")
                .doesNotContain("Abbruchunternehmen", "null", "{0}", "[(");
        Calendar date = MailParts.calendar(mail);
        assertThat(date.getProperty(Property.METHOD).orElseThrow().getValue()).isEqualTo("REQUEST");
        assertThat(MailParts.value(date, Property.SEQUENCE)).isEqualTo("0");
        assertThat(MailParts.value(date, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(MailParts.begin(date)).isEqualTo(at(DAY, 10));
        assertThat(MailParts.end(date)).isEqualTo(at(DAY, 16));
        assertThat(MailParts.value(date, Property.LOCATION)).isEqualTo("Großer Saal, Rathaus");
        assertThat(MailParts.value(date, Property.ORGANIZER)).isEqualTo("mailto:wfm@stadt-muenster.invalid");
        Property attendee = MailParts.event(date).getProperty(Property.ATTENDEE).orElseThrow();
        assertThat(attendee.getValue()).isEqualTo("mailto:" + FIRST);
        assertThat(attendee.getParameter(Parameter.RSVP).orElseThrow().getValue())
                .isEqualTo("FALSE");
        assertThat(date.getComponents(Component.VTIMEZONE)).hasSize(1);
        assertThat(MailParts.value(date, Property.URL)).contains("/einladung/");
        Calendar other = MailParts.calendar(mails.get(SECOND));
        assertThat(uid(other)).as("one date for all").isEqualTo(uid(date));
        assertThat(MailParts.value(other, Property.URL))
                .as("one link for each")
                .isNotEqualTo(MailParts.value(date, Property.URL));
        assertThat(postman.lettersSent()).as("once").isEmpty();
    }

    /** Days round both switches of 2028, on Sunday 26 March and Sunday 29 October; and a day before a weekend's workshop. */
    @ParameterizedTest
    @CsvSource({
        "2028-03-24, 2028-04-11, 2028-03-24",
        "2028-03-26, 2028-04-11, 2028-03-27",
        "2028-03-27, 2028-04-11, 2028-03-27",
        "2028-10-27, 2028-11-07, 2028-10-27",
        "2028-10-29, 2028-11-07, 2028-10-30",
        "2028-10-28, 2028-10-29, 2028-10-27"
    })
    void theLastDayToAnswerIsTheSameInTasklistMailLetterAndCalendar(LocalDate wished, LocalDate date, LocalDate until) {
        String measure = agreed(data -> data.put("date", date.toString()).put("registrationUntil", wished.toString()));
        invite(measure, FIRST);

        List<MimeMessage> mails = postman.sent();
        assertThat(due(measure, "check-registrations")).isEqualTo(until);
        String day = DateTimeFormatter.ofPattern("dd.MM.yyyy").format(until);
        assertThat(MailParts.content(about(mails, "Anmeldungen prüfen"), "text/plain"))
                .contains("Frist: " + day);
        Calendar calendar = MailParts.calendar(about(mails, "Einladung: "));
        assertThat(MailParts.value(calendar, Property.DESCRIPTION))
                .startsWith("Anmeldung bis " + day)
                .contains("Register by " + day);
        assertThat(MailParts.begin(calendar)).isEqualTo(at(date, 10));
    }

    private static MimeMessage about(List<MimeMessage> mails, String subject) {
        return onlyOne(mails.stream()
                .filter(mail -> MailParts.header(mail, "Subject").contains(subject))
                .toList());
    }

    @Test
    void aPostponedWorkshopMovesTheSameDateAndWhoIsAddedLaterGetsItAsItIs() {
        String measure = agreed(today());
        invite(measure, FIRST);
        Calendar first = MailParts.calendar(onlyOne(postman.lettersSent()));
        clerk("wfm").completes(measure, "check-registrations", with(List.of(FIRST)));
        office.fire(measure, "workshop-day");
        clerk("wfm")
                .completes(
                        measure,
                        "confirm-workshop",
                        only("confirmResult", "POSTPONED", "reason", "Saal gesperrt")
                                .andThen(data -> data.put("newDate", "2099-10-29")
                                        .put("newRegistrationUntil", "2099-10-15")
                                        .put("newPlace", "Stadthalle")));
        MimeMessage moved = onlyOne(postman.lettersSent());
        assertThat(MailParts.header(moved, "Subject")).startsWith("Geändert: ");
        assertThat(MailParts.content(moved, "text/plain")).contains("29. Oktober 2099", "Zusage", "Stadthalle");
        Calendar second = MailParts.calendar(moved);
        assertThat(uid(second)).isEqualTo(uid(first));
        assertThat(sequence(second)).isGreaterThan(sequence(first));
        assertThat(MailParts.begin(second)).isEqualTo(at(LocalDate.of(2099, 10, 29), 10));
        assertThat(MailParts.value(second, Property.LOCATION)).isEqualTo("Stadthalle");
        assertThat(participation(second)).isEqualTo("ACCEPTED");

        clerk("wfm")
                .completes(
                        measure,
                        "invite-participants",
                        with(List.of(FIRST, SECOND)).andThen(numbered()));
        MimeMessage added = onlyOne(postman.lettersSent());
        assertThat(MailParts.recipient(added)).isEqualTo(SECOND);
        assertThat(MailParts.header(added, "Subject")).startsWith("Einladung: ");
        Calendar third = MailParts.calendar(added);
        assertThat(uid(third)).isEqualTo(uid(first));
        assertThat(sequence(third)).isEqualTo(sequence(second));
        assertThat(MailParts.begin(third)).isEqualTo(MailParts.begin(second));
    }

    @Test
    void whoIsTakenOffTheListIsToldAtTheAddressThatWasInvited() {
        String measure = agreed(data -> {});
        invite(measure, FIRST, SECOND);
        Calendar first = MailParts.calendar(byRecipient(postman.lettersSent()).get(SECOND));
        clerk("wfm")
                .completes(
                        measure,
                        "check-registrations",
                        with(List.of("neu@firma.example.org", SECOND)).andThen(data -> {
                            ((ArrayNode) data.get("registrations")).remove(1);
                            data.put("registrationResult", "INVITE_MORE").put("comment", "Es fehlen noch Hochschulen.");
                        }));

        Map<String, MimeMessage> mails = byRecipient(postman.lettersSent());
        assertThat(mails).containsOnlyKeys(FIRST, SECOND, "neu@firma.example.org");
        for (String former : List.of(FIRST, SECOND)) {
            assertThat(MailParts.header(mails.get(former), "Subject")).startsWith("Einladung zurückgenommen: ");
            Calendar off = MailParts.calendar(mails.get(former));
            assertThat(off.getProperty(Property.METHOD).orElseThrow().getValue())
                    .isEqualTo("CANCEL");
            assertThat(uid(off)).isEqualTo(uid(first));
            assertThat(sequence(off)).isGreaterThan(sequence(first));
        }
        MimeMessage corrected = mails.get("neu@firma.example.org");
        assertThat(MailParts.header(corrected, "Subject")).startsWith("Einladung: ");
        assertThat(sequence(MailParts.calendar(corrected))).isEqualTo(sequence(MailParts.calendar(mails.get(FIRST))));
    }

    @Test
    void anAddressThatIsCorrectedAfterAFailureGetsANewLetter() {
        String measure = agreed(data -> {});
        invite(measure, FIRST);
        office.jdbc()
                .sql(
                        "update mail set state = 'FAILED', reason = 'unbekannt', settled_at = now() where letter_kind is not null")
                .update();
        clerk("wfm").completes(measure, "check-registrations", with(List.of("neu@firma.example.org")));
        MimeMessage mail = onlyOne(postman.lettersSent());
        assertThat(MailParts.recipient(mail)).isEqualTo("neu@firma.example.org");
        assertThat(MailParts.header(mail, "Subject")).startsWith("Einladung: ");
    }

    @Test
    void anAddressThatIsCorrectedInTimeGetsTheOnlyLetter() {
        String measure = agreed(data -> {});
        invite(measure, FIRST);
        postman.failsToSend();
        clerk("wfm").completes(measure, "check-registrations", with(List.of("neu@firma.example.org")));
        assertThat(MailParts.recipient(onlyOne(postman.lettersSent()))).isEqualTo("neu@firma.example.org");
    }

    @Test
    void aLetterThatWaitedUntilTheDayHasPassedIsNotSent() {
        String measure = agreed(today());
        invite(measure, FIRST);
        clock.moveTo(today().plusDays(1));
        assertThat(postman.lettersSent()).isEmpty();
        assertThat(states()).containsExactly("OUTDATED");
    }

    @Test
    void anAddressThatNoMailGoesToIsRefusedAtTheFormAndNobodyIsInvited() {
        String measure = agreed(data -> {});
        for (String bad :
                List.of("gäste@firma.example.org", "a@b.de\r\nBcc: c@d.de", "Gast <a@b.de>", "a@b.de,c@d.de")) {
            assertThat(refusal(() -> invite(measure, FIRST, bad)))
                    .as(bad)
                    .singleElement()
                    .asString()
                    .startsWith("invitations[1].email ");
        }
        assertThat(waiting(measure)).containsExactly("invite-participants@wfm");
        assertThat(states()).isEmpty();
    }
}
