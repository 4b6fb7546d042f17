package de.kreislaufstadt.notification;

import java.net.URI;
import java.time.LocalDateTime;

/**
 * A date for the calendar of who gets a letter. Organizer is the address the letter names for answers, attendee its
 * recipient; the time zone is the city's.
 *
 * @param uid the same for all letters about the same date, in the whole world
 * @param sequence higher with every change of the date, and with its cancellation
 * @param begin local time of the city
 * @param end local time of the city, after {@code begin}
 * @param location place or address of an online meeting
 * @param link page about it, {@code null} if none
 * @param organizer name of who invites
 * @param attendee name of the recipient, {@code null} if unknown
 */
public record CalendarEvent(
        Method method,
        String uid,
        int sequence,
        LocalDateTime begin,
        LocalDateTime end,
        String summary,
        String location,
        String description,
        URI link,
        String organizer,
        String attendee,
        Participation participation) {

    /** What the recipient's calendar is asked to do (RFC 5546). */
    public enum Method {
        /** Enter the date, or change it. */
        REQUEST,
        /** Take the date out. */
        CANCEL
    }

    /** How the recipient has answered so far (RFC 5545, PARTSTAT). */
    public enum Participation {
        NEEDS_ACTION,
        ACCEPTED,
        DECLINED,
        TENTATIVE
    }
}
