/**
 * The handbook for clerks, as people read it in the product: the Markdown files of {@code docs/handbuch}, which the jar carries,
 * become pages behind the login. Every user task has its page; what it says is checked against models, forms and tables by a
 * test, so that no page outlives what it explains.
 */
package de.kreislaufstadt.handbook;
