package de.kreislaufstadt.account;

import de.kreislaufstadt.process.Accounts.Login;
import java.util.List;
import java.util.Optional;

/** Accounts of people, local ones and those of identity providers. Ids are those of the engine's users. */
public interface PersonAccounts {

    /** @return the account; empty where there is none of this id */
    Optional<PersonAccount> find(String id);

    /** @return whether nobody has disabled the account; true, too, of one that does not exist */
    boolean enabled(String id);

    /** Locks somebody out at once: no sign-in, no request of a session that is open, no token. */
    void disable(String id);

    /** Takes back {@link #disable}; sessions that ended stay ended. */
    void enable(String id);

    /** Ends all sessions of the account, on every node with its next request. */
    void endSessions(String id);

    /** Ends the session that a provider names; nothing happens if nobody has it. */
    void endSession(String provider, String sid);

    /** @return whether the session holds: account there and enabled, session neither ended nor signed out at the provider */
    boolean holds(SessionKey session);

    /** @return what a session that begins now is recognized by later */
    SessionKey begin(String id, String provider, String sid);

    /**
     * Signs somebody in whom a provider vouches for: creates the account at the first time, and sets name, mail, municipality
     * and groups to what the provider says now.
     *
     * @param name what colleagues read; never null
     * @param mail null if the provider tells none
     * @param municipality key of the municipality the provider may speak for
     * @param groups all groups of the municipality the person is to be in, e.g. {@code muenster-wfm}
     * @return empty if the account is disabled
     */
    Optional<Login> fromProvider(
            String provider, String subject, String name, String mail, String municipality, List<String> groups);

    /** Takes away what a provider no longer vouches for: the person's groups; their sessions end. Nothing if nobody is known. */
    void withdraw(String provider, String subject);

    /** Ends all sessions of the person whom the provider knows by this subject; nothing happens if nobody is known. */
    void endSessionsOf(String provider, String subject);
}
