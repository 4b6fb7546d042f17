package de.kreislaufstadt.process.web;

import de.kreislaufstadt.process.Accounts.Login;

/** A page of Tasklist that only few have a use for; its entry is shown to them alone. */
public interface OwnPage {

    /** @return key of the page, e.g. {@code rounds} */
    String page();

    /** @return whether the person has a use for the page */
    boolean isFor(Login who);
}
