/**
 * Accounts of this application itself: rules for their passwords, the lock after failed attempts, the second factor, the
 * pages on which people change what is theirs, and the tab in which administrators do it for them.
 */
package de.kreislaufstadt.credential;
