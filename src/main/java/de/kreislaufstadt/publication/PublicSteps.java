package de.kreislaufstadt.publication;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Which steps the public may read of as what happens next; every other one is nobody's business outside. */
final class PublicSteps {

    private static final ResourceBundle FILE = ResourceBundle.getBundle("reference.public-steps", Locale.ROOT);

    private PublicSteps() {}

    /** @return ids of the user tasks that have a public name */
    static List<String> named() {
        return list("steps");
    }

    /** @return ids of the user tasks that are never mentioned */
    static List<String> internal() {
        return list("internal");
    }

    private static List<String> list(String key) {
        return Arrays.stream(FILE.getString(key).split(",")).map(String::strip).toList();
    }
}
