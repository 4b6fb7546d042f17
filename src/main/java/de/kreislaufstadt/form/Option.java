package de.kreislaufstadt.form;

/**
 * A choice of a select, radio or check list whose choices come from the database.
 *
 * @param value what is submitted
 * @param label what people read, German
 */
public record Option(String value, String label) {}
