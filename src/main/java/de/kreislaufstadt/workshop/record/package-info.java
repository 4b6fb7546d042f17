/**
 * What is known about a workshop: agenda, invitations, minutes, objections, ideas and evaluation, each with its table, the
 * forms they come from, and how long they are kept. Nothing here knows a task, a letter or a page.
 */
package de.kreislaufstadt.workshop.record;
