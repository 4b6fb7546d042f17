package de.kreislaufstadt.form;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The language of whoever reads what is being put together: German, unless somebody is answered who asked for English. It holds
 * for reading only; what is written to the record is German whatever language its author's browser has.
 */
public final class ReadersLanguage {

    private static final ThreadLocal<Locale> OTHER_THAN_GERMAN = new ThreadLocal<>();
    private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private ReadersLanguage() {}

    /** @return {@link Locale#GERMAN} or {@link Locale#ENGLISH} */
    public static Locale current() {
        Locale language = OTHER_THAN_GERMAN.get();
        return language == null ? Locale.GERMAN : language;
    }

    /** @return whether English is read */
    public static boolean isEnglish() {
        return Locale.ENGLISH.equals(current());
    }

    /** @return the locale that numbers are written in */
    public static Locale numbers() {
        return isEnglish() ? Locale.UK : Locale.GERMANY;
    }

    /** @return a day as people of the language write it: 04.12.2026 in German, 04/12/2026 in English */
    public static String day(LocalDate day) {
        return (isEnglish() ? ENGLISH_DAY : GERMAN_DAY).format(day);
    }

    /**
     * Puts something together for a reader of a language.
     *
     * @param language German or English
     * @param work runs on this thread; afterwards the language is what it was
     */
    public static <T> T in(Locale language, Supplier<T> work) {
        Scope reading = enter(language);
        try {
            return work.get();
        } finally {
            reading.close();
        }
    }

    /**
     * Begins to put things together for a reader of a language on this thread.
     *
     * @param language German or English
     * @return to be closed on the same thread; afterwards the language is what it was
     */
    public static Scope enter(Locale language) {
        Locale before = OTHER_THAN_GERMAN.get();
        set(Locale.ENGLISH.equals(language) ? Locale.ENGLISH : null);
        return () -> set(before);
    }

    /** How long a language is read. */
    public interface Scope {

        /** Ends it. */
        void close();
    }

    private static void set(Locale language) {
        if (language == null) {
            OTHER_THAN_GERMAN.remove();
        } else {
            OTHER_THAN_GERMAN.set(language);
        }
    }
}
