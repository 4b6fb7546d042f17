package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.notification.MailParts;
import de.kreislaufstadt.notification.Postman;
import de.kreislaufstadt.support.TestClock;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Workshops whose invited people have addresses, and what arrives there: read as their mail programs and calendars do. */
abstract class LetterPaths extends MeasurePaths {

    static final String FIRST = "bau@firma.example.org";
    static final String SECOND = "abbruch@firma.example.org";

    @Autowired
    Postman postman;

    @Autowired
    TestClock.Movable clock;

    @BeforeEach
    void emptyOutbox() {
        postman.begin();
    }

    @AfterEach
    void backToToday() {
        clock.putBack();
    }

    /** A measure with one workshop whose agenda is agreed. */
    String agreed(Consumer<ObjectNode> plan) {
        office.jdbc().sql("delete from mail where letter_kind is not null").update();
        String measure = oneWorkshop();
        clerk("wfm").completes(measure, "prepare-workshop", plan);
        clerk("difu").completes(measure, "agree-agenda");
        return measure;
    }

    String agreed(LocalDate day) {
        return agreed(data -> data.put("date", day.toString())
                .put("registrationUntil", day.minusDays(1).toString()));
    }

    void invite(String measure, String... emails) {
        clerk("wfm").completes(measure, "invite-participants", with(List.of(emails)));
    }

    void callOff(String measure, String... emails) {
        clerk("wfm")
                .completes(
                        measure,
                        "check-registrations",
                        with(List.of(emails))
                                .andThen(data ->
                                        data.put("registrationResult", "CANCEL").put("comment", "Zu wenige")));
    }

    /** Gives the first rows of a list of people these addresses. */
    static Consumer<ObjectNode> with(List<String> emails) {
        return data -> {
            ArrayNode rows = rows(data);
            for (int i = 0; i < emails.size(); i++) {
                ((ObjectNode) rows.get(i)).put("email", emails.get(i));
            }
        };
    }

    static Consumer<ObjectNode> numbered() {
        return data -> {
            ArrayNode rows = rows(data);
            for (int i = 0; i < rows.size(); i++) {
                ((ObjectNode) rows.get(i)).put("number", i + 1);
            }
        };
    }

    static ArrayNode rows(ObjectNode data) {
        return (ArrayNode) (data.has("invitations") ? data.get("invitations") : data.get("registrations"));
    }

    static <T> T onlyOne(List<T> items) {
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    static Map<String, MimeMessage> byRecipient(List<MimeMessage> mails) {
        return mails.stream().collect(Collectors.toMap(MailParts::recipient, Function.identity()));
    }

    List<String> states() {
        return office.jdbc()
                .sql("select state from mail where letter_kind is not null order by created_at")
                .query(String.class)
                .list();
    }

    static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(BERLIN).toInstant();
    }

    static String uid(Calendar calendar) {
        return MailParts.value(calendar, Property.UID);
    }

    static int sequence(Calendar calendar) {
        return Integer.parseInt(MailParts.value(calendar, Property.SEQUENCE));
    }

    static String participation(Calendar calendar) {
        return MailParts.event(calendar)
                .getProperty(Property.ATTENDEE)
                .orElseThrow()
                .getParameter(Parameter.PARTSTAT)
                .orElseThrow()
                .getValue();
    }
}
