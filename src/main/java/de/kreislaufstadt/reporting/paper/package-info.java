/** Papers that everybody can read: tagged PDF with its fonts, its charts and words for them. */
package de.kreislaufstadt.reporting.paper;
