/**
 * A city's whole contract at once: files of measures are read within bounds, every field of every record is accounted for, and a
 * plan says row by row what would be created, updated, left alone or refused before anything is.
 */
package de.kreislaufstadt.imports;
