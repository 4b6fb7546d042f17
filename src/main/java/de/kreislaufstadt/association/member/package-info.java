/** What the association's file declares of it, its members and its partners, as rows. */
package de.kreislaufstadt.association.member;
