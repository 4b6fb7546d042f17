/** Signed links that expire, for people without account: which workshop and which seat they lead to, and nothing else. */
package de.kreislaufstadt.workshop.link;
