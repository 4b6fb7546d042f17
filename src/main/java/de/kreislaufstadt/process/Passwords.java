package de.kreislaufstadt.process;

/** Passwords of accounts of this application, kept by the engine as hashes. */
public interface Passwords {

    /**
     * Checks a password at full cost, which is the same for an account that does not exist, for a wrong password and for a
     * right one, so that the time taken tells nothing. A right one that is still kept in an older way is kept anew.
     */
    boolean matches(String user, String password);

    /**
     * Whether this very password was found right a short while ago on this node and has not been changed since; programs
     * send theirs with every request. Tells nothing about a password that was not.
     *
     * @param kept what the engine's table {@code act_id_user} holds as {@code pwd_} now; null if it holds none
     */
    boolean matchedLately(String user, String password, String kept);

    /** Sets a password without asking for the old one; what rules it has to keep to is the caller's business. */
    void set(String user, String password);
}
