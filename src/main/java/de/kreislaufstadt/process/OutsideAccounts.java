package de.kreislaufstadt.process;

/** Accounts of people who belong to no municipality, as the engine keeps them. */
public interface OutsideAccounts {

    /**
     * Creates an account that is in the group of outsiders and in no other, and in no tenant.
     *
     * @param id id nobody has
     * @param name what others read
     * @param organisation whom the person works for; others read it behind the name
     * @param mail where mail reaches the person; null if there is none
     * @param password the first one
     */
    void create(String id, String name, String organisation, String mail, String password);

    /** Deletes an account with everything that hangs on it; nothing happens if there is none. */
    void delete(String id);
}
