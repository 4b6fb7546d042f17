package de.kreislaufstadt.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.kreislaufstadt.notification.CalendarEvent.Method;
import de.kreislaufstadt.notification.CalendarEvent.Participation;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.util.Configurator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendar files, read back by the library that calendars use too. */
class CalendarWriterTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    private final CalendarWriter writer = new CalendarWriter(Clock.fixed(NOW, ZoneId.of("Europe/Berlin")));

    /** Local times of Berlin, on both sides of both switches in 2026: 29 March and 25 October. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-28T10:00, 2026-03-28T09:00:00Z",
        "2026-03-29T01:30, 2026-03-29T00:30:00Z",
        "2026-03-29T10:00, 2026-03-29T08:00:00Z",
        "2026-10-24T10:00, 2026-10-24T08:00:00Z",
        "2026-10-25T10:00, 2026-10-25T09:00:00Z",
        "2031-07-01T10:00, 2031-07-01T08:00:00Z",
    })
    void localTimesMeanTheSameMomentWhereTheyAreRead(LocalDateTime local, Instant moment) {
        String text = writer.write(on(local, Method.REQUEST), "wfm@example.org", "guest@example.org");
        Calendar read = MailParts.calendar(text);

        assertThat(MailParts.begin(read)).isEqualTo(moment);
        assertThat(text)
                .contains("DTSTART;TZID=Europe/Berlin:"
                        + local.toString().replaceAll("[-:]", "").concat("00"));
        assertThat(read.getComponents(Component.VTIMEZONE)).singleElement().satisfies(zone -> {
            assertThat(((VTimeZone) zone)
                            .getProperty(Property.TZID)
                            .orElseThrow()
                            .getValue())
                    .isEqualTo("Europe/Berlin");
            assertThat(((VTimeZone) zone).getObservances()).hasSize(2);
        });
    }

    @Test
    void aRequestSaysWhoInvitesWhomWhenAndWhere() {
        Calendar read = MailParts.calendar(writer.write(
                on(LocalDateTime.of(2026, 5, 14, 10, 0), Method.REQUEST), "wfm@example.org", "guest+1@example.org"));

        assertThat(read.getProperty(Property.METHOD).orElseThrow().getValue()).isEqualTo("REQUEST");
        assertThat(MailParts.value(read, Property.UID)).isEqualTo("1@example.org");
        assertThat(MailParts.value(read, Property.SEQUENCE)).isEqualTo("3");
        assertThat(MailParts.value(read, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(MailParts.value(read, Property.DTSTAMP)).isEqualTo("20260203T040506Z");
        assertThat(MailParts.value(read, Property.SUMMARY)).isEqualTo("Bauen; Wohnen, \"Kreislauf\" BEGIN:VALARM");
        assertThat(MailParts.value(read, Property.LOCATION)).isEqualTo("Rathaus, Saal 1");
        assertThat(MailParts.value(read, Property.DESCRIPTION)).isEqualTo("Erste Zeile\nzweite; Zeile");
        assertThat(MailParts.value(read, Property.URL)).isEqualTo("https://kreislauf.example.org/einladung/a?b=c");
        Property organizer =
                MailParts.event(read).getProperty(Property.ORGANIZER).orElseThrow();
        assertThat(organizer.getValue()).isEqualTo("mailto:wfm@example.org");
        Property attendee = MailParts.event(read).getProperty(Property.ATTENDEE).orElseThrow();
        assertThat(attendee.getValue()).isEqualTo("mailto:guest+1@example.org");
        assertThat(attendee.getParameter(Parameter.RSVP).orElseThrow().getValue())
                .isEqualTo("FALSE");
        assertThat(attendee.getParameter(Parameter.PARTSTAT).orElseThrow().getValue())
                .isEqualTo("NEEDS-ACTION");
    }

    @Test
    void namesCannotBreakOutOfTheirLine() {
        String text = writer.write(
                on(LocalDateTime.of(2026, 5, 14, 10, 0), Method.REQUEST), "wfm@example.org", "guest@example.org");

        assertThat(text.lines()).noneMatch(line -> line.startsWith("BEGIN:VALARM") || line.startsWith("X-INJECTED"));
        assertThat(MailParts.calendar(text).getComponents(Component.VEVENT)).hasSize(1);
    }

    @Test
    void aCancellationTakesTheDateOut() {
        Calendar read = MailParts.calendar(writer.write(
                on(LocalDateTime.of(2026, 5, 14, 10, 0), Method.CANCEL), "wfm@example.org", "guest@example.org"));

        assertThat(read.getProperty(Property.METHOD).orElseThrow().getValue()).isEqualTo("CANCEL");
        assertThat(MailParts.value(read, Property.STATUS)).isEqualTo("CANCELLED");
    }

    @Test
    void theLibraryLooksUpNothingInTheNet() {
        assertThat(Configurator.getProperty("net.fortuna.ical4j.timezone.update.enabled"))
                .contains("false");
    }

    @Test
    void whatNoCalendarCanReadIsRefused() {
        CalendarEvent event = on(LocalDateTime.of(2026, 5, 14, 10, 0), Method.REQUEST);
        assertThatExceptionOfType(MailRefused.class).isThrownBy(() -> writer.write(event, "wfm@example.org", ""));
    }

    private static CalendarEvent on(LocalDateTime begin, Method method) {
        return new CalendarEvent(
                method,
                "1@example.org",
                3,
                begin,
                begin.plusHours(6),
                "Bauen; Wohnen, \"Kreislauf\"\r\nBEGIN:VALARM",
                "Rathaus,\nSaal 1",
                "Erste Zeile\nzweite; Zeile",
                URI.create("https://kreislauf.example.org/einladung/a?b=c"),
                "Wirtschaftsförderung \"Münster\"; GmbH",
                "Gast\r\nX-INJECTED:1",
                Participation.NEEDS_ACTION);
    }
}
