/** Phase 3, workshops: agenda, invitations, minutes, objections, ideas, evaluation. */
package de.kreislaufstadt.workshop;
