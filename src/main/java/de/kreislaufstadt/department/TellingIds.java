package de.kreislaufstadt.department;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells ids of accounts that give away whose they are. An id stays in the records as proof of who did which step, also after
 * the person was deleted: then it must lead to nobody.
 *
 * <p>The rule: an id must not contain a word of the person's name, nor have a part that begins with the first four letters of
 * one, as logins made of a surname and a number do. Words that name an office rather than a person may stand in both: those of
 * the municipality, its departments and their keys, and words such as Sachbearbeitung or Leitung. Words of two letters tell
 * nobody.
 */
final class TellingIds {

    /** Neither the id nor the name is repeated: it ends up in a log. */
    static final String REASON =
            "die Kennung enthält einen Teil des Namens; Kennungen bleiben als Nachweis in den Akten"
                    + " und dürfen niemanden erkennen lassen, zum Beispiel nach der Aufgabe: klima-sachbearbeitung-2";

    private static final int SHORTEST = 3;
    private static final int BEGINNING = 4;

    /** Parts of words for what somebody does, as they stand in names such as "Amtsleitung Klima". */
    private static final List<String> OFFICES = List.of(
            "sachbearbeit",
            "leitung",
            "verwaltung",
            "moderation",
            "koordination",
            "management",
            "manager",
            "beauftragt",
            "referat",
            "referent",
            "dezernat",
            "dezernent",
            "abteilung",
            "fachbereich",
            "fachstelle",
            "stabsstelle",
            "sekretariat",
            "assistenz",
            "vertretung",
            "geschaeftsstelle",
            "geschaeftsfuehrung",
            "revision",
            "pruefung",
            "beobachtung",
            "monitor",
            "auditor",
            "administrat",
            "betrieb",
            "buero");

    /** These are parts of surnames, too: they name an office only as they stand. */
    private static final Set<String> SHORT_OFFICES = Set.of(
            "dienst",
            "team",
            "gast",
            "stadt",
            "kommune",
            "gemeinde",
            "amt",
            "erste",
            "zweite",
            "dritte",
            "vierte",
            "neue");

    private final Set<String> organisation;

    TellingIds(City city) {
        this.organisation = Stream.concat(
                        Stream.of(city.id(), city.name()),
                        city.units().values().stream().flatMap(unit -> Stream.of(unit.key(), unit.name())))
                .flatMap(TellingIds::words)
                .collect(Collectors.toSet());
    }

    /**
     * @param name null where it is missing, which somebody else notices
     * @return whether the id contains a part of the name that is a person's
     */
    boolean gives(String id, String name) {
        if (name == null) {
            return false;
        }
        String plain = plain(id).replaceAll("[^a-z]", "");
        List<String> parts = words(id).toList();
        Predicate<String> stands = word -> plain.contains(word)
                || word.length() > BEGINNING
                        && parts.stream().anyMatch(part -> part.startsWith(word.substring(0, BEGINNING)));
        return words(name).filter(word -> !isOffice(word)).anyMatch(stands);
    }

    private boolean isOffice(String word) {
        return SHORT_OFFICES.contains(word)
                || OFFICES.stream().anyMatch(word::contains)
                || organisation.stream()
                        .anyMatch(known -> word.equals(known)
                                || known.length() > BEGINNING && word.contains(known)
                                || word.length() > BEGINNING && known.contains(word));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(plain(text).split("[^a-z]+")).filter(word -> word.length() >= SHORTEST);
    }

    private static String plain(String text) {
        String german = text.toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return Normalizer.normalize(german, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
