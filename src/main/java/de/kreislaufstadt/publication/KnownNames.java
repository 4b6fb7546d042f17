package de.kreislaufstadt.publication;

import java.util.Collection;

/**
 * Names of people, for the check of texts before they are published: the check looks for them and forgets them, nothing of them is
 * stored or logged. What modules say they keep of people is known already ({@link KnownPeople}); a bean of its own is for names from
 * anywhere else.
 */
public interface KnownNames {

    /** @return names as they are kept, e.g. given and family name in one text; without those of organisations */
    Collection<String> of(String municipality);
}
