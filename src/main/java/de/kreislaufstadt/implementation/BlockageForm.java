package de.kreislaufstadt.implementation;

import java.time.LocalDate;

/**
 * Data of the form {@code resolve-blockage}.
 *
 * @param newEndsOn null where the package keeps its end
 */
record BlockageForm(BlockageResult result, String resolution, LocalDate newEndsOn) {}
