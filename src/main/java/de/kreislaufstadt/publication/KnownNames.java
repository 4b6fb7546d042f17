package de.kreislaufstadt.publication;

import java.util.Collection;

/**
 * Names of people that a module keeps, for the check of texts before they are published. A bean of every module with a column of
 * names; the check looks for them and forgets them, nothing of them is stored or logged.
 */
public interface KnownNames {

    /** @return names as they are kept, e.g. given and family name in one text; without those of organisations */
    Collection<String> of(String municipality);
}
