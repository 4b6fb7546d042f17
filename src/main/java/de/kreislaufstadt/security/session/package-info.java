/**
 * Sessions of browsers in the database, so that every node knows them. Everything here is about keeping them; what is in them,
 * and whether they still hold, is the business of those who put it there.
 */
package de.kreislaufstadt.security.session;
