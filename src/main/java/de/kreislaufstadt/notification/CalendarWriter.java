package de.kreislaufstadt.notification;

import de.kreislaufstadt.notification.CalendarEvent.Method;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import net.fortuna.ical4j.validate.ValidationException;
import org.springframework.stereotype.Component;

/**
 * Writes dates as calendars read them (RFC 5545, 5546). Times are local with a zone and its rules, so that they stay right
 * whatever is decided about daylight saving; the zone is written here, since those of the library are looked up in the net.
 */
@Component
class CalendarWriter {

    private static final ZoneOffset WINTER = ZoneOffset.ofHours(1);
    private static final ZoneOffset SUMMER = ZoneOffset.ofHours(2);

    private final Clock clock;

    CalendarWriter(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param organizer address of who invites
     * @param attendee address of who is invited
     * @throws MailRefused if the date cannot be written
     */
    String write(CalendarEvent event, String organizer, String attendee) {
        try {
            Calendar calendar = new Calendar();
            calendar.add(new ProdId("-//Kreislaufstadt//Workshops//DE"));
            calendar.add(ImmutableVersion.VERSION_2_0);
            calendar.add(event.method() == Method.CANCEL ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
            calendar.add(berlin());
            calendar.add(component(event, organizer, attendee));
            StringWriter text = new StringWriter();
            new CalendarOutputter(true).output(calendar, text);
            return text.toString();
        } catch (URISyntaxException | IOException | ValidationException e) {
            throw new MailRefused("Der Kalendereintrag ließ sich nicht schreiben: " + MailServer.reason(e));
        }
    }

    private VEvent component(CalendarEvent event, String organizer, String attendee) throws URISyntaxException {
        ZoneId zone = clock.getZone();
        VEvent component = new VEvent(false);
        component.add(new Uid(event.uid()));
        component.add(new DtStamp(clock.instant()));
        component.add(new Sequence(event.sequence()));
        component.add(new DtStart<>(event.begin().atZone(zone)));
        component.add(new DtEnd<>(event.end().atZone(zone)));
        component.add(new Summary(HeaderLine.folded(event.summary())));
        component.add(new Location(HeaderLine.folded(event.location())));
        component.add(new Description(event.description()));
        if (event.link() != null) {
            component.add(new Url(event.link()));
        }
        component.add(
                event.method() == Method.CANCEL ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        component.add(ImmutableTransp.OPAQUE);
        component.add(named(new Organizer(mailto(organizer)), event.organizer()));
        component.add(named(new Attendee(mailto(attendee)), event.attendee())
                .add(Role.REQ_PARTICIPANT)
                .add(participation(event))
                // Answers are given on the page that the letter links to; nobody reads those of a calendar.
                .add(Rsvp.FALSE));
        return component;
    }

    private static PartStat participation(CalendarEvent event) {
        return switch (event.participation()) {
            case NEEDS_ACTION -> PartStat.NEEDS_ACTION;
            case ACCEPTED -> PartStat.ACCEPTED;
            case DECLINED -> PartStat.DECLINED;
            case TENTATIVE -> PartStat.TENTATIVE;
        };
    }

    private static Property named(Property person, String name) {
        // A name that begins like a value of its own is not read by every calendar.
        String written = name == null ? "" : HeaderLine.folded(name).replaceFirst("^[=\\s]+", "");
        return written.isBlank() ? person : person.add(new Cn(written));
    }

    private static URI mailto(String address) throws URISyntaxException {
        return new URI("mailto", address, null);
    }

    /** The rules of the European Union since 1996. */
    private VTimeZone berlin() {
        VTimeZone zone = new VTimeZone();
        zone.add(new TzId(clock.getZone().getId()));
        zone.add(rules(new Daylight(), LocalDateTime.of(1996, 3, 31, 2, 0), WINTER, SUMMER, "CEST", 3));
        zone.add(rules(new Standard(), LocalDateTime.of(1996, 10, 27, 3, 0), SUMMER, WINTER, "CET", 10));
        return zone;
    }

    private static Observance rules(
            Observance time, LocalDateTime since, ZoneOffset before, ZoneOffset after, String name, int month) {
        time.add(new DtStart<>(since));
        time.add(new TzOffsetFrom(before));
        time.add(new TzOffsetTo(after));
        time.add(new TzName(name));
        time.add(new RRule<LocalDateTime>("FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=-1SU"));
        return time;
    }
}
