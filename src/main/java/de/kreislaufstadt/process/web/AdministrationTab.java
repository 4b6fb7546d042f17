package de.kreislaufstadt.process.web;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.engine.people.SignedIn;

/**
 * A tab of the page Verwaltung. The module that has something to administer declares one as a bean; its endpoints lie below
 * {@link #ROOT}{@code /<key>}, and {@link AdministrationGuard} lets nobody reach them whom the tab is not for.
 */
public interface AdministrationTab {

    /** Below the web applications, so that their sign-in and their protection against cross-site requests cover it. */
    String ROOT = "/camunda/api/kreislaufstadt/admin";

    /** @return first segment of the addresses below {@link #ROOT} and name of the tab's module in the browser */
    String key();

    /**
     * @param who the signed-in person
     * @param changing whether something is to be changed, not only read
     * @return whether the person may; by default administrators may everything and nobody else anything
     */
    default boolean isFor(Login who, boolean changing) {
        return SignedIn.isAdministrator(who);
    }
}
