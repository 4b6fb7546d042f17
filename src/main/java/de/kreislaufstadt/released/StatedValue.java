package de.kreislaufstadt.released;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A reported value as it is published: a number, a range, or the honest statement that there is none and why. Codes are those of
 * the domain ({@code VALUE}, {@code NOT_STATED} …); pages put them into words. Zero is a number.
 *
 * @param status kind of statement
 * @param number set only with {@code VALUE}
 * @param from first number of a {@code RANGE}; null otherwise
 * @param to last number of a {@code RANGE}; null otherwise
 * @param operator how exact a number is, e.g. {@code ABOUT}; null without a number
 * @param unit code of the unit, e.g. {@code T_CO2_A}; null without a number
 * @param baseYear year it is compared with; null if none is named
 * @param targetYear year it is to be reached in; null if none is named
 * @param cumulative whether the value adds up over the years
 * @param text wording of the source; null if there is none beyond the number
 * @param reference where more is written; null if nowhere
 * @param source document or office that states it
 * @param asOf day the statement was true
 */
public record StatedValue(
        String status,
        BigDecimal number,
        BigDecimal from,
        BigDecimal to,
        String operator,
        String unit,
        Integer baseYear,
        Integer targetYear,
        boolean cumulative,
        String text,
        String reference,
        String source,
        LocalDate asOf) {}
