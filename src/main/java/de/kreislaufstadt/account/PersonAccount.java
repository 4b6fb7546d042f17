package de.kreislaufstadt.account;

/**
 * What is known of an account beside its name.
 *
 * @param provider key of the identity provider; null for a local account
 * @param municipality municipality the provider has named; null for a local account
 */
public record PersonAccount(String id, String provider, String municipality, boolean enabled) {}
