package de.kreislaufstadt.notification;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * A letter as its source words it; the outbox makes text and HTML of it, in one layout for all.
 *
 * @param to address of the recipient
 * @param replyTo where answers go, usually the mailbox of the lead department; {@code null} if nobody reads them
 * @param subject subject of the mail, one line
 * @param parts what it says, once per language, the city's first
 * @param calendar date for the recipient's calendar, {@code null} if none
 */
public record Letter(String to, String replyTo, String subject, List<Part> parts, CalendarEvent calendar) {

    /** The parts may not be changed afterwards. */
    public Letter {
        parts = List.copyOf(parts);
    }

    /**
     * The letter in one language.
     *
     * @param heading its title
     * @param paragraphs what it is about, beginning with the salutation
     * @param facts date, place and the like
     * @param links what the recipient can do
     * @param notes what is small print in the end
     */
    public record Part(
            Locale language,
            String heading,
            List<String> paragraphs,
            List<Fact> facts,
            List<Link> links,
            List<String> notes) {

        /** The lists may not be changed afterwards. */
        public Part {
            paragraphs = List.copyOf(paragraphs);
            facts = List.copyOf(facts);
            links = List.copyOf(links);
            notes = List.copyOf(notes);
        }
    }

    /** A line with a label. */
    public record Fact(String label, String value) {}

    /** Something the recipient can open. */
    public record Link(String label, URI address) {}
}
