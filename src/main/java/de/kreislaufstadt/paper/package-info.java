/**
 * Papers that everybody can read: tagged PDF with its fonts, its charts and words for them. Modules say what stands in a paper;
 * how it is set is the same for all.
 */
package de.kreislaufstadt.paper;
