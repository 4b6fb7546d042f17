package de.kreislaufstadt.process;

/**
 * People whose data is restricted (Art. 18 DSGVO): it stays as it is, and is neither shown nor mailed nor deleted until the
 * restriction is lifted.
 */
public interface Restrictions {

    /** @return those of the municipality, as they are now: ask once for a list, not once for a row */
    Of of(String municipality);

    /** The restricted people of one municipality. */
    interface Of {

        /** @return whether somebody with this name, mail address or phone is restricted; each may be null */
        boolean cover(String name, String mail, String phone);

        /** @return whether the account is a restricted person's */
        boolean coverUser(String user);
    }
}
