package de.kreislaufstadt.measure;

import de.kreislaufstadt.measure.ReportedValue.Unit;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Units as German documents write them. */
final class WrittenUnits {

    private static final String CO2 = "\\s*(?:an\\s+)?CO\\s?[2₂](?:[- ]?(?:e|eq|äq\\.?|äquivalent\\w*))?";
    private static final String MONEY = "€|EUR(?:OS?)?(?!\\p{L})";

    /** Alternatives of a regular expression, the longer ones first; matched without regard to case. */
    static final String ANY = String.join(
            "|",
            "(?:" + MONEY + ")\\s*(?:/|pro|je)\\s*(?:t|tonne)" + CO2,
            MONEY,
            "(?:kg|kilogramm|tonnen?|t)" + CO2 + "(?!\\p{L})",
            "(?:[gmk]wh|(?:giga|mega|kilo)wattstunden?)(?!\\p{L})",
            "(?:liter|l|tonnen?|t|prozent|stück)(?!\\p{L})",
            "%");

    /** Ways to say that an amount applies to one year. */
    static final String PER_YEAR =
            "/\\s*(?:a|jahr)(?!\\p{L})|(?:pro|je|im|per)\\s+(?:jahr|annum|anno)(?!\\p{L})|jährlich|p\\.\\s?a\\.";

    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    private static final List<Kind> KINDS = List.of(
            new Kind("(?:" + MONEY + ")\\s*(?:/|pro|je).*", Unit.EUR_T_CO2, null, BigDecimal.ONE),
            new Kind(MONEY, Unit.EUR, Unit.EUR_A, BigDecimal.ONE),
            new Kind("(?:kg|kilogramm)" + CO2, null, Unit.KG_CO2E_A, BigDecimal.ONE),
            new Kind("(?:tonnen?|t)" + CO2, Unit.T_CO2, Unit.T_CO2_A, BigDecimal.ONE),
            new Kind("gwh|gigawattstunden?", null, Unit.GWH_A, BigDecimal.ONE),
            new Kind("mwh|megawattstunden?", null, Unit.KWH_A, THOUSAND),
            new Kind("kwh|kilowattstunden?", null, Unit.KWH_A, BigDecimal.ONE),
            new Kind("liter|l", Unit.L, null, BigDecimal.ONE),
            new Kind("tonnen?|t", Unit.T, null, BigDecimal.ONE),
            new Kind("prozent|%", Unit.PERCENT, null, BigDecimal.ONE),
            new Kind("stück", Unit.PIECES, null, BigDecimal.ONE));

    private WrittenUnits() {}

    /** Compiles a regular expression that is to find German units whatever their case. */
    static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * @param written one of the alternatives of {@link #ANY}
     * @return how the unit is counted here; empty if it is none of the family's, or written in a way that has no unit of ours
     */
    static Optional<Counted> counted(String written, boolean perYear) {
        return kind(written).flatMap(kind -> kind.counted(perYear));
    }

    /** @return whether the family's numbers could be meant: a kilowatt-hour is about energy even where no year is named */
    static boolean concerns(String written, Set<Unit> family) {
        return kind(written)
                .map(kind -> kind.units().stream().anyMatch(family::contains))
                .orElse(false);
    }

    private static Optional<Kind> kind(String written) {
        return KINDS.stream()
                .filter(kind -> kind.pattern().matcher(written).matches())
                .findFirst();
    }

    /**
     * A unit of ours and what a number has to be multiplied with to be in it.
     *
     * @param factor a thousand for megawatt-hours, which are counted in kilowatt-hours
     */
    record Counted(Unit unit, BigDecimal factor) {}

    private record Kind(Pattern pattern, Unit once, Unit perYear, BigDecimal factor) {

        Kind(String regex, Unit once, Unit perYear, BigDecimal factor) {
            this(WrittenUnits.pattern(regex), once, perYear, factor);
        }

        Optional<Counted> counted(boolean eachYear) {
            return Optional.ofNullable(eachYear ? perYear : once).map(unit -> new Counted(unit, factor));
        }

        Set<Unit> units() {
            Set<Unit> units = EnumSet.noneOf(Unit.class);
            if (once != null) {
                units.add(once);
            }
            if (perYear != null) {
                units.add(perYear);
            }
            return units;
        }
    }
}
