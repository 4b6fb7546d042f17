package de.kreislaufstadt.measure;

/**
 * A field of action of a municipality.
 *
 * @param prefix what the numbers of its measures begin with, e.g. {@code WW}
 */
record FieldOfAction(String code, String label, String prefix, int position) {}
