/** How far a municipality is with each component of the model approach: what it enters, releases to the association and withdraws. */
package de.kreislaufstadt.association.standing;
