package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.ReportedValue.Elsewhere;
import de.kreislaufstadt.measure.ReportedValue.NoNumber;
import de.kreislaufstadt.measure.ReportedValue.Operator;
import de.kreislaufstadt.measure.ReportedValue.Range;
import de.kreislaufstadt.measure.ReportedValue.Statement;
import de.kreislaufstadt.measure.ReportedValue.Status;
import de.kreislaufstadt.measure.ReportedValue.Unit;
import de.kreislaufstadt.measure.ReportedValue.Value;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a value as German documents write it: {@code ca. 25.000 € pro Jahr}, {@code 15.000–25.000 €/a}, {@code > 30.000 Euro},
 * {@code nicht quantifizierbar}, {@code Siehe Investmentplan}. A number is taken only where the text leaves no choice; in every
 * other case the value is the pointer to the wording, which is kept, and the reading says what was peculiar about it. It reads
 * whatever {@link ReportedValueText#of} writes.
 */
public final class WrittenValue {

    private static final Texts TEXTS = Texts.of("measure");
    private static final int LONGEST_REFERENCE = 200;

    /** Longer texts are reports, not values; looking for amounts in them costs more than it finds. */
    private static final int LONGEST_VALUE = 10_000;

    private static final Pattern SEE = WrittenUnits.pattern("(?:siehe|s\\.|vgl\\.|vergleiche)\\s+(.+)");
    private static final Pattern FOLLOWING = WrittenUnits.pattern("(?<!\\p{L})ff\\.");
    private static final Pattern STATUS_INSIDE =
            WrittenUnits.pattern("(?<!\\p{L})(?:keine angaben?|nicht zutreffend|nicht anwendbar)(?!\\p{L})");

    private static final Map<String, Status> WORDS = words();

    private WrittenValue() {}

    /** What a value is about, with the units that the forms offer for it. */
    public enum Family {
        RENEWABLE_ENERGY(Unit.GWH_A, Unit.KWH_A, Unit.PERCENT),
        REPLACED_ENERGY(Unit.GWH_A, Unit.KWH_A, Unit.L, Unit.T, Unit.PERCENT),
        CO2(Unit.T_CO2, Unit.T_CO2_A, Unit.KG_CO2E_A, Unit.T, Unit.PERCENT),
        COST(Unit.EUR, Unit.EUR_A, Unit.EUR_T_CO2);

        private final Set<Unit> units;

        Family(Unit first, Unit... others) {
            this.units = Collections.unmodifiableSet(EnumSet.of(first, others));
        }

        /** @return units that a value of this kind may have */
        public Set<Unit> units() {
            return units;
        }
    }

    /** What is worth knowing about how a value was written. */
    public enum Peculiarity {
        /** "ca." and its like. */
        ABOUT(true),
        /** ">", "mindestens" and their like. */
        COMPARISON(true),
        RANGE(true),
        /** "ff.": the amount goes on in later years, which no single number says. */
        FOLLOWING_YEARS(false),
        SEVERAL_AMOUNTS(false),
        /** A number that can be read in more than one way. */
        NUMBER_UNCLEAR(false),
        /** A number without unit, or in one that is not counted here. */
        UNIT_UNKNOWN(false),
        /** Words that state neither a number nor why there is none. */
        WORDS_ONLY(false),
        /** Words for two different reasons of having no number. */
        TWO_REASONS(true),
        /** An amount and, beside it, that there is none: often two cells of a table in one. */
        NUMBER_AND_NONE(true);

        private final boolean readable;

        Peculiarity(boolean readable) {
            this.readable = readable;
        }

        /** @return whether a value can be taken all the same */
        public boolean readable() {
            return readable;
        }
    }

    /** What was read. */
    public record Reading(ReportedValue value, Set<Peculiarity> peculiarities) {

        public Reading {
            peculiarities = Set.copyOf(peculiarities);
        }

        /** @return whether the value says what the text says; false if it only points to the wording */
        public boolean understood() {
            return peculiarities.stream().allMatch(Peculiarity::readable);
        }
    }

    /**
     * Reads a value.
     *
     * @param text as written; blank means that nothing is stated
     * @param source document or office that states it
     * @param asOf day the statement was true
     */
    public static Reading read(String text, Family family, String source, LocalDate asOf) {
        String original = Blank.toNull(text);
        String plain = original == null
                ? ""
                : original.replaceAll("[\\s\\u00a0]+", " ").strip();
        Reader reader = new Reader(original, plain, source, asOf);
        if (plain.isEmpty() || plain.matches("[-–—/]+")) {
            return new Reading(new NoNumber(Status.NOT_STATED, reader.statement(null, null)), Set.of());
        }
        if (plain.length() > LONGEST_VALUE) {
            return reader.inWords(Set.of(Peculiarity.WORDS_ONLY));
        }
        return reader.status().or(reader::pointer).orElseGet(() -> reader.amount(family.units()));
    }

    private record Reader(String original, String plain, String source, LocalDate asOf) {

        Statement statement(String wording, String reference) {
            return new Statement(null, null, false, wording, reference, source, asOf);
        }

        Optional<Reading> status() {
            Set<Status> named = Stream.of(plain.split("\\s*[/;]\\s*"))
                    .map(WrittenValue::key)
                    .map(word -> WORDS.getOrDefault(word, Status.VALUE))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Status.class)));
            Status whole = WORDS.get(key(plain));
            if (whole != null) {
                String name = german(new NoNumber(whole, statement(null, null)));
                return Optional.of(new Reading(
                        new NoNumber(whole, statement(plain.equals(name) ? null : original, null)), Set.of()));
            }
            if (named.isEmpty() || named.contains(Status.VALUE)) {
                return Optional.empty();
            }
            // "Keine Angabe/trifft nicht zu": whoever wrote it did not decide, so the weaker of the two is taken.
            return Optional.of(new Reading(
                    new NoNumber(
                            named.contains(Status.NOT_STATED)
                                    ? Status.NOT_STATED
                                    : named.iterator().next(),
                            statement(original, null)),
                    Set.of(Peculiarity.TWO_REASONS)));
        }

        Optional<Reading> pointer() {
            Matcher see = SEE.matcher(plain);
            if (!see.matches() || plain.length() > LONGEST_REFERENCE) {
                return Optional.empty();
            }
            return Optional.of(new Reading(new Elsewhere(statement(null, see.group(1))), Set.of()));
        }

        Reading amount(Set<Unit> family) {
            Set<Peculiarity> found = EnumSet.noneOf(Peculiarity.class);
            List<WrittenAmount> amounts = WrittenAmount.in(plain, family);
            if (STATUS_INSIDE.matcher(plain).find() && !amounts.isEmpty()) {
                found.add(Peculiarity.NUMBER_AND_NONE);
            }
            if (FOLLOWING.matcher(plain).find()) {
                found.add(Peculiarity.FOLLOWING_YEARS);
            }
            if (amounts.size() != 1) {
                found.add(several(amounts));
                return inWords(found);
            }
            WrittenAmount amount = amounts.get(0);
            found.addAll(amount.doubts());
            if (!new Reading(new NoNumber(Status.NOT_STATED, statement(null, null)), found).understood()) {
                return inWords(found);
            }
            return exactly(amount, found);
        }

        private Peculiarity several(List<WrittenAmount> amounts) {
            if (!amounts.isEmpty()) {
                return Peculiarity.SEVERAL_AMOUNTS;
            }
            return plain.matches(".*\\d.*") && plain.matches("[^\\p{L}]*")
                    ? Peculiarity.UNIT_UNKNOWN
                    : Peculiarity.WORDS_ONLY;
        }

        private Reading exactly(WrittenAmount amount, Set<Peculiarity> found) {
            if (amount.operator() == Operator.ABOUT) {
                found.add(Peculiarity.ABOUT);
            } else if (amount.operator() != Operator.EQUAL) {
                found.add(Peculiarity.COMPARISON);
            }
            if (amount.isRange()) {
                found.add(Peculiarity.RANGE);
            }
            ReportedValue bare = value(amount, null);
            return new Reading(plain.equals(german(bare)) ? bare : value(amount, original), found);
        }

        private ReportedValue value(WrittenAmount amount, String wording) {
            Statement statement = statement(wording, null);
            return amount.isRange()
                    ? new Range(amount.from(), amount.to(), amount.unit(), statement)
                    : new Value(amount.from(), amount.operator(), amount.unit(), statement);
        }

        private Reading inWords(Set<Peculiarity> found) {
            return new Reading(
                    new Elsewhere(statement(original, TEXTS.german("measure.reportedValue.inWords"))), found);
        }
    }

    private static String german(ReportedValue value) {
        return ReadersLanguage.in(Locale.GERMAN, () -> ReportedValueText.of(value))
                .replace('\u00a0', ' ');
    }

    private static String key(String words) {
        return words.toLowerCase(Locale.GERMAN).replaceAll("[.:!]+$", "").strip();
    }

    private static Map<String, Status> words() {
        Map<Status, String> all = Map.of(
                Status.NOT_RELEVANT, "nicht zutreffend;trifft nicht zu;nicht relevant",
                Status.NOT_APPLICABLE, "nicht anwendbar",
                Status.NOT_STATED, "keine angabe;keine angaben;k. a;k.a;ka;unbekannt;nicht angegeben;ohne angabe",
                Status.NOT_QUANTIFIABLE,
                        "nicht quantifizierbar;nicht bezifferbar;nicht zu beziffern;derzeit nicht quantifizierbar",
                Status.BEING_DETERMINED,
                        "wird ermittelt;in ermittlung;wird derzeit ermittelt;wird noch ermittelt;noch offen",
                Status.NONE, "keine;kein;keiner;keine kosten");
        return all.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getValue().split(";")).map(word -> Map.entry(word, entry.getKey())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
