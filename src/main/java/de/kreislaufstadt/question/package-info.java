/**
 * Questions that people ask about a measure on its public page, without account and without cookie: each becomes a task of the
 * lead, whose answer goes out by mail if an address was given. Keeps out programs that fill in forms, and forgets questions when
 * their time has come.
 */
package de.kreislaufstadt.question;
