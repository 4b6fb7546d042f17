/** What all pages about time have in common in their answers. */
package de.kreislaufstadt.monitoring.web;
