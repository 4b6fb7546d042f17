/** The half-yearly and yearly report: its figures, its frozen state, and the files people read it in. */
package de.kreislaufstadt.reporting.periodic;
