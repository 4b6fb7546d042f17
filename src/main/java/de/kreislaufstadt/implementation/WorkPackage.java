package de.kreislaufstadt.implementation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A work package as it stands.
 *
 * @param department key of the responsible department
 * @param progress percent
 * @param actualCost in euros, null while nothing is reported
 */
record WorkPackage(
        UUID id,
        String code,
        String title,
        String department,
        LocalDate beginsOn,
        LocalDate endsOn,
        PackageStatus status,
        int progress,
        BigDecimal actualCost) {}
