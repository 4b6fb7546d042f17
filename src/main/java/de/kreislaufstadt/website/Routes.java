package de.kreislaufstadt.website;

import java.util.regex.Pattern;

/** What parts of public addresses look like; anything else never reaches a statement. */
final class Routes {

    static final String MUNICIPALITY = "/{municipality:[a-z][a-z0-9]*}";
    static final String MEASURE = MUNICIPALITY + "/massnahmen/{slug:[A-Za-z0-9][A-Za-z0-9-]*}";

    static final int LONGEST_PART = 100;

    private static final int LONGEST_VERSION = 6;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]{0,63}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private Routes() {}

    static boolean isId(String part) {
        return ID.matcher(part).matches();
    }

    /** @return whether there can be such a version at all */
    static boolean isVersion(String part) {
        return part.length() <= LONGEST_VERSION;
    }

    static boolean isSlug(String part) {
        return part.length() <= LONGEST_PART && SLUG.matcher(part).matches();
    }
}
