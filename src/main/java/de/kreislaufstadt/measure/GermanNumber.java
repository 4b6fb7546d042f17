package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.ReadersLanguage;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as German documents write them, points between thousands and a comma before decimals; written for English readers in their way. */
public final class GermanNumber {

    private static final Pattern FORM =
            Pattern.compile("([+\\-−]?)(\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,(\\d+))?(?:\\s*(?:€|EUR|Euro))?");

    private GermanNumber() {}

    /** @return the number with as many decimals as it has, e.g. {@code 862.139,7} */
    public static String format(BigDecimal number) {
        return format(number, "#,##0.##########");
    }

    /** @return the amount in euros with cents and sign, e.g. {@code 862.139,70 €} */
    public static String euros(BigDecimal amount) {
        return format(amount, "#,##0.00") + " €";
    }

    /**
     * Reads a German number, with or without a euro sign. A point is never a decimal point, so {@code 862.139} is more than
     * eight hundred thousand, and {@code 862.13} is refused rather than guessed.
     *
     * @throws NumberFormatException if the text is not such a number
     */
    public static BigDecimal parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().replace('\u00a0', ' '));
        if (!matcher.matches()) {
            throw new NumberFormatException("Not a German number");
        }
        String decimals = matcher.group(3) == null ? "" : "." + matcher.group(3);
        BigDecimal number = new BigDecimal(matcher.group(2).replace(".", "") + decimals);
        return matcher.group(1).isEmpty() || matcher.group(1).equals("+") ? number : number.negate();
    }

    private static String format(BigDecimal number, String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(ReadersLanguage.numbers())).format(number);
    }
}
