/**
 * Accounts of people beside what the engine keeps of them: whether an account is enabled, where it comes from, and which of
 * its sessions still hold. Checks passwords of local accounts ({@link de.kreislaufstadt.account.LocalSignIn}).
 */
package de.kreislaufstadt.account;
