package de.kreislaufstadt.implementation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and amounts as German readers expect them in the text of a form. */
final class GermanText {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private GermanText() {}

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    static String euro(BigDecimal amount) {
        return String.format(Locale.GERMANY, "%,.2f €", amount);
    }
}
