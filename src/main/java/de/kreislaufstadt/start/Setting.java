package de.kreislaufstadt.start;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * A setting, as the configuration names it, and what it has to be.
 *
 * @param name e.g. {@code kreislaufstadt.retention.drafts}
 * @param kind what can be read as its value
 */
record Setting(String name, Kind kind) {

    /** What a value can be. */
    enum Kind {
        TIME_OF_DAY("eine Uhrzeit (HH:mm, etwa 23:00)", Kind::timeOfDay),
        PERIOD("eine Dauer in Tagen, Monaten oder Jahren nach ISO 8601 (etwa P90D, P12M oder P10Y)", Kind::period),
        DURATION(
                "eine Dauer (etwa PT5S, PT30M oder P30D)",
                value -> notNegative(DurationStyle.detectAndParse(value).isNegative())),
        SIZE(
                "eine Größe (etwa 25MB)",
                value -> notNegative(DataSize.parse(value).isNegative())),
        NUMBER("eine ganze Zahl, nicht negativ", value -> notNegative(Integer.parseInt(value) < 0));

        private static final int LENGTH_OF_TIME = 5;

        private final String description;
        private final Consumer<String> reader;

        Kind(String description, Consumer<String> reader) {
            this.description = description;
            this.reader = reader;
        }

        boolean reads(String value) {
            try {
                reader.accept(value);
                return true;
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                return false;
            }
        }

        private static void timeOfDay(String value) {
            notNegative(value.length() != LENGTH_OF_TIME);
            LocalTime.parse(value);
        }

        private static void period(String value) {
            Period period = Period.parse(value);
            notNegative(period.isNegative() || period.isZero());
        }

        private static void notNegative(boolean isWrong) {
            if (isWrong) {
                throw new IllegalArgumentException();
            }
        }
    }

    /** @return what is wrong with its value and how to mend it, on one line; empty if nothing is or none is set */
    Optional<String> fault(Environment environment) {
        String value = environment.getProperty(name, "").strip();
        return value.isEmpty() || kind.reads(value)
                ? Optional.empty()
                : Optional.of("%s: „%s“ ist nicht lesbar; erwartet wird %s."
                        .formatted(named(name), oneLine(value), kind.description));
    }

    /** @return a setting under the two names an operator may have given it */
    static String named(String name) {
        return name + " (Umgebung: " + name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT) + ")";
    }

    static String oneLine(String value) {
        return value.replaceAll("\\s+", " ");
    }
}
