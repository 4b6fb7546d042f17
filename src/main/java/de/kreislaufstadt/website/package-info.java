/**
 * The public pages: overview, measure, versions and what changed between them, feeds, questions, and the texts of a municipality.
 * Plain HTML that needs no script, no cookie and nothing from elsewhere. It reads {@code released} and knows nothing else.
 */
package de.kreislaufstadt.website;
