package de.kreislaufstadt.implementation;

import java.math.BigDecimal;

/**
 * Data of the form {@code work-on-package}.
 *
 * @param progress percent; null for a finished package
 * @param actualCost in euros so far; null if nothing new is known
 * @param evidence what proves the result; only for a finished package
 * @param reason why it is blocked or dropped
 */
record PackageForm(PackageResult status, Integer progress, BigDecimal actualCost, String evidence, String reason) {

    private static final int FINISHED = 100;

    /** @return percent, also for a finished package */
    int percent() {
        return status == PackageResult.DONE ? FINISHED : progress;
    }
}
