/**
 * The association of municipalities and its common model approach: who belongs to it and when, six components that are drafted,
 * commented by all members, consolidated, adopted and published in rounds, and how far each municipality has come with them.
 */
package de.kreislaufstadt.association;
