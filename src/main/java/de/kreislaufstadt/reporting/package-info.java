/**
 * Reporting rounds of the climate staff unit: one report of every running measure for a common cut-off date, council paper,
 * release with four eyes, and reports that never change afterwards. Also writes table B-2.2 of the Climate City Contract, and the
 * half-yearly and annual reports of a municipality.
 */
package de.kreislaufstadt.reporting;
