/**
 * Who acts: the account signed in, its groups, colleagues and departments, whom a person stands in for, and the rights
 * and filters that a municipality's accounts get.
 */
package de.kreislaufstadt.process.engine.people;
