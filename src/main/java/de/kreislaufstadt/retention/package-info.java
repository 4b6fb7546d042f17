/**
 * Deletes personal data when its time has come: one look every night at what the rules of all modules say. The rules and the
 * tables stay with their modules.
 */
package de.kreislaufstadt.retention;
