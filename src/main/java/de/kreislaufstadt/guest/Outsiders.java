package de.kreislaufstadt.guest;

import java.util.UUID;

/** Lets people of no municipality in from elsewhere than the page of the administration. */
public interface Outsiders {

    /**
     * Creates an account whose password its holder knows and that needs no second factor; nothing happens if it is there.
     * For a city with which nobody really works.
     *
     * @param id id of the account
     * @param name what others read
     */
    void settle(String id, String name, String organisation, String password);

    /** Gives a right on a workshop for as long as the account lasts, unless the person has one. */
    void letModerate(String municipality, UUID workshop, String account);
}
