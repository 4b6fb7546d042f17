/** Tokens for people without account, signed with their municipality's own key: what they open is the business of others. */
package de.kreislaufstadt.link;
