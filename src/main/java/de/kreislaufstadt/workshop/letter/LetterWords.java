package de.kreislaufstadt.workshop.letter;

import de.kreislaufstadt.notification.Letter.Fact;
import de.kreislaufstadt.workshop.record.Answer;
import de.kreislaufstadt.workshop.record.Workshop;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** What letters say, in one language. */
final class LetterWords {

    private static final DateTimeFormatter NUMBERS = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final MessageSource messages;
    private final Locale language;

    LetterWords(MessageSource messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    Locale language() {
        return language;
    }

    /** @param key key below {@code letter.} */
    String of(String key, Object... values) {
        return messages.getMessage("letter." + key, values, language);
    }

    String of(Answer answer) {
        return of("answer." + answer.name());
    }

    /** @return e.g. Donnerstag, 14. Mai 2026 */
    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(Locale.GERMAN.equals(language) ? "EEEE, d. MMMM uuuu" : "EEEE, d MMMM uuuu")
                .withLocale(language)
                .format(day);
    }

    /** @return the day as Tasklist and the mails to staff show it, e.g. 14.05.2026 */
    String shortDay(LocalDate day) {
        return NUMBERS.format(day);
    }

    /** @return when and where */
    List<Fact> facts(Workshop workshop) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("when", of("when", day(workshop.date()), time(workshop.begin()), time(workshop.end()))));
        add(facts, "place", workshop.place());
        add(facts, "link", workshop.link());
        return facts;
    }

    /** @return when and where, and what who comes should know */
    List<Fact> allFacts(Workshop workshop) {
        List<Fact> facts = facts(workshop);
        facts.add(fact("until", day(workshop.registrationUntil())));
        add(facts, "accessibility", workshop.accessibility());
        add(facts, "moderation", workshop.moderation());
        return facts;
    }

    private void add(List<Fact> facts, String key, String value) {
        if (value != null) {
            facts.add(fact(key, value));
        }
    }

    private Fact fact(String key, String value) {
        return new Fact(of("fact." + key), value);
    }

    private static String time(LocalTime time) {
        return TIME.format(time);
    }
}
