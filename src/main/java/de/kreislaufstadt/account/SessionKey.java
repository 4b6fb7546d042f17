package de.kreislaufstadt.account;

import java.io.Serializable;
import java.time.Instant;

/**
 * What a session is recognized by with each of its requests.
 *
 * @param user id of the account
 * @param provider key of the identity provider; null for a local account
 * @param sid the provider's name of its session; null if it has none
 * @param generation how often all sessions of the account had been ended when this one began: no clock is compared
 * @param since when it began
 */
public record SessionKey(String user, String provider, String sid, long generation, Instant since)
        implements Serializable {}
