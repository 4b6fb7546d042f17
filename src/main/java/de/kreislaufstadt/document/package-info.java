/**
 * Documents of a measure: files attached to its steps and its record, checked by content, kept in versions, shown where they
 * matter. Who may see a task or a measure is asked from {@code process}; the files live in tables of this module.
 */
package de.kreislaufstadt.document;
