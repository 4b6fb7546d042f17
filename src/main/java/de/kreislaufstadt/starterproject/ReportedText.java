package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.measure.ReportedValue;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** Reported values as one line of German text. */
final class ReportedText {

    private ReportedText() {}

    /** @return whether the value is a number or a range of numbers */
    static boolean isNumber(ReportedValue value) {
        return value instanceof ReportedValue.Value || value instanceof ReportedValue.Range;
    }

    static String of(ReportedValue value) {
        if (value instanceof ReportedValue.Value number) {
            return german(number.number()) + " " + symbol(number.unit());
        }
        if (value instanceof ReportedValue.Range range) {
            return german(range.from()) + " bis " + german(range.to()) + " " + symbol(range.unit());
        }
        return value == null ? "keine Angabe" : statusText(value.status());
    }

    private static String statusText(ReportedValue.Status status) {
        return switch (status) {
            case NOT_RELEVANT -> "nicht zutreffend";
            case NOT_APPLICABLE -> "nicht anwendbar";
            case NOT_QUANTIFIABLE -> "nicht bezifferbar";
            case BEING_DETERMINED -> "wird ermittelt";
            case NONE -> "keine";
            case SEE_REFERENCE -> "siehe Verweis";
            default -> "keine Angabe";
        };
    }

    private static String symbol(ReportedValue.Unit unit) {
        return switch (unit) {
            case T_CO2 -> "t CO2";
            case T_CO2_A -> "t CO2/a";
            case KG_CO2E_A -> "kg CO2e/a";
            case GWH_A -> "GWh/a";
            case KWH_A -> "kWh/a";
            case L -> "l";
            case EUR -> "€";
            case EUR_A -> "€/a";
            case EUR_T_CO2 -> "€/t CO2";
            case T -> "t";
            case PERCENT -> "%";
            case PIECES -> "Stück";
        };
    }

    private static String german(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.GERMANY);
        format.setMaximumFractionDigits(3);
        return format.format(number);
    }
}
