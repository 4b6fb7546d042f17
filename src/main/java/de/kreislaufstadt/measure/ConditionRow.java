package de.kreislaufstadt.measure;

import java.time.LocalDate;

/**
 * A condition as a decision sets it.
 *
 * @param department key of the department that has to meet it
 * @param due last day
 */
public record ConditionRow(String text, String department, LocalDate due) {

    public ConditionRow {
        text = Blank.toNull(text);
    }
}
