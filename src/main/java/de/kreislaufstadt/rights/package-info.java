/**
 * Who may do what: one file with a row for every operation of the application. The gate in front of it asks here, the page
 * "Rechte" shows it, and a test tries every role on every endpoint by it.
 */
package de.kreislaufstadt.rights;
