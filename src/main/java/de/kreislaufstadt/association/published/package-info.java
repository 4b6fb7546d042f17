/**
 * What of the association everybody may read: it is put into the types of {@code released}, which have no place for anything else.
 */
package de.kreislaufstadt.association.published;
