package de.kreislaufstadt.implementation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One version of a closure report as stored, without its reported values and indicators.
 *
 * @param returnComment what the second person found missing; null while it was not returned
 */
record Closure(
        UUID id,
        LocalDate closedOn,
        GoalLevel goalLevel,
        String result,
        String publicSummary,
        BigDecimal actualCost,
        String lessons,
        String continuation,
        String returnComment) {}
