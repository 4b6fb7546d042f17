/** The measure's record: number, versions with source and date, reported values, decisions, status. Nothing in it is overwritten. */
package de.kreislaufstadt.measure;
