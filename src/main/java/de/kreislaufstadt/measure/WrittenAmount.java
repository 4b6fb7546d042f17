package de.kreislaufstadt.measure;

import de.kreislaufstadt.measure.ReportedValue.Operator;
import de.kreislaufstadt.measure.ReportedValue.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount within German text: a number or two of them, with a unit and what is said about its exactness.
 *
 * @param to second number of a range, null for a single one
 * @param doubts why no number is taken from it; empty if one is
 */
record WrittenAmount(
        BigDecimal from, BigDecimal to, Operator operator, Unit unit, Set<WrittenValue.Peculiarity> doubts) {

    private static final String NUMBER = "\\d(?:[\\d.,'\\u202f]*\\d)?(?: \\d{3}(?!\\d))*(?:,(?:\\d+|[-–]{1,2}))?";
    private static final String SCALE =
            "mio\\.?|millionen|million|mrd\\.?|milliarden?|tsd\\.?|tausend|[tk](?=\\s?(?:€|EUR))";

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry(">", Operator.GREATER),
            Map.entry("mehr als", Operator.GREATER),
            Map.entry("über", Operator.GREATER),
            Map.entry("<", Operator.LESS),
            Map.entry("weniger als", Operator.LESS),
            Map.entry("unter", Operator.LESS),
            Map.entry(">=", Operator.AT_LEAST),
            Map.entry("≥", Operator.AT_LEAST),
            Map.entry("mindestens", Operator.AT_LEAST),
            Map.entry("min.", Operator.AT_LEAST),
            Map.entry("ab", Operator.AT_LEAST),
            Map.entry("<=", Operator.AT_MOST),
            Map.entry("≤", Operator.AT_MOST),
            Map.entry("höchstens", Operator.AT_MOST),
            Map.entry("maximal", Operator.AT_MOST),
            Map.entry("max.", Operator.AT_MOST),
            Map.entry("bis zu", Operator.AT_MOST),
            Map.entry("genau", Operator.EQUAL),
            Map.entry("ca.", Operator.ABOUT),
            Map.entry("ca", Operator.ABOUT),
            Map.entry("circa", Operator.ABOUT),
            Map.entry("etwa", Operator.ABOUT),
            Map.entry("rund", Operator.ABOUT),
            Map.entry("ungefähr", Operator.ABOUT),
            Map.entry("knapp", Operator.ABOUT),
            Map.entry("~", Operator.ABOUT),
            Map.entry("≈", Operator.ABOUT));

    private static final Pattern AMOUNT = WrittenUnits.pattern("(?<![\\p{L}\\d.,])(?<yearly>jährlich\\s+)?"
            + "(?:(?<operator>" + operators() + ")\\s*)?"
            + "(?<from>" + NUMBER + ")"
            + "(?:\\s*(?:" + WrittenUnits.ANY + ")?\\s*(?:–|—|-|bis)\\s*(?:ca\\.\\s*)?(?<to>" + NUMBER + "))?"
            + "\\s*(?<scale>" + SCALE + ")?\\s*(?<unit>" + WrittenUnits.ANY + ")"
            + "(?:\\s*(?<year>" + WrittenUnits.PER_YEAR + "))?"
            + "(?<following>\\s*(?:ab\\s+)?(?:\\d{4}\\s*)?ff\\b\\.?)?");

    /** Amounts that begin with their currency are read as if it stood behind them. */
    private static final Pattern CURRENCY_FIRST =
            WrittenUnits.pattern("(?<![\\p{L}\\d.,]|[\\d.,]\\s)(€|EUR|Euro)\\s*(" + NUMBER + ")(?!\\s*(?:€|EUR))");

    private static final int IMPLAUSIBLE_DECIMALS = 3;
    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    /** @return the amounts of a text in their order that the family could mean */
    static List<WrittenAmount> in(String text, Set<Unit> family) {
        List<WrittenAmount> found = new ArrayList<>();
        Matcher matcher = AMOUNT.matcher(CURRENCY_FIRST.matcher(text).replaceAll("$2 $1"));
        while (matcher.find()) {
            if (WrittenUnits.concerns(matcher.group("unit"), family)) {
                found.add(amount(matcher, family));
            }
        }
        return found;
    }

    boolean isRange() {
        return to != null;
    }

    private static WrittenAmount amount(Matcher matcher, Set<Unit> family) {
        Set<WrittenValue.Peculiarity> doubts = EnumSet.noneOf(WrittenValue.Peculiarity.class);
        boolean perYear = matcher.group("year") != null || matcher.group("yearly") != null;
        Optional<WrittenUnits.Counted> unit =
                WrittenUnits.counted(matcher.group("unit"), perYear).filter(counted -> family.contains(counted.unit()));
        if (unit.isEmpty()) {
            doubts.add(WrittenValue.Peculiarity.UNIT_UNKNOWN);
        }
        if (matcher.group("following") != null) {
            doubts.add(WrittenValue.Peculiarity.FOLLOWING_YEARS);
        }
        Optional<BigDecimal> from = number(matcher.group("from"));
        Optional<BigDecimal> to = matcher.group("to") == null ? from : number(matcher.group("to"));
        if (from.isEmpty()
                || to.isEmpty()
                || isTorn(matcher, from.get(), to.get())
                || isEnglish(family, from.get())
                || isEnglish(family, to.get())) {
            doubts.add(WrittenValue.Peculiarity.NUMBER_UNCLEAR);
        }
        if (!doubts.isEmpty()) {
            return new WrittenAmount(null, null, null, null, doubts);
        }
        BigDecimal factor = scale(matcher.group("scale")).multiply(unit.get().factor());
        return new WrittenAmount(
                from.get().multiply(factor),
                matcher.group("to") == null ? null : to.get().multiply(factor),
                operator(matcher.group("operator")),
                unit.get().unit(),
                doubts);
    }

    /** A range that runs backwards, or {@code 15–25.000}, whose first number may have lost its thousands. */
    private static boolean isTorn(Matcher matcher, BigDecimal from, BigDecimal to) {
        return from.compareTo(to) > 0
                || matcher.group("to") != null && from.compareTo(THOUSAND) < 0 && to.compareTo(THOUSAND) >= 0;
    }

    /** Of euros, {@code 25,000} is more likely English thousands than thousandths. */
    private static boolean isEnglish(Set<Unit> family, BigDecimal number) {
        return family.contains(Unit.EUR) && number.scale() == IMPLAUSIBLE_DECIMALS;
    }

    private static Optional<BigDecimal> number(String written) {
        String plain = written.replaceAll(",[-–]{1,2}$", "").replaceAll("[ \\u202f](?=\\d{3})", ".");
        try {
            BigDecimal number = GermanNumber.parse(plain);
            return Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Operator operator(String written) {
        return written == null
                ? Operator.EQUAL
                : OPERATORS.get(written.toLowerCase(Locale.GERMAN).replaceAll("\\s+", " "));
    }

    private static BigDecimal scale(String written) {
        if (written == null) {
            return BigDecimal.ONE;
        }
        String scale = written.toLowerCase(Locale.GERMAN);
        if (scale.startsWith("mio") || scale.startsWith("million")) {
            return BigDecimal.TEN.pow(6);
        }
        return scale.startsWith("m") ? BigDecimal.TEN.pow(9) : THOUSAND;
    }

    private static String operators() {
        return OPERATORS.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow();
    }
}
