package de.kreislaufstadt.retention;

import de.kreislaufstadt.department.MailAddress;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Identity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is asked about, as somebody has typed it: each list may be missing.
 *
 * @param names in all spellings to look for
 */
record PersonQuery(
        List<String> users, List<String> names, List<String> mails, List<String> phones, List<String> others) {

    /** Shorter ones would be found, and replaced, in half of all words. */
    private static final int SHORTEST = 3;

    private static final int LONGEST = 254;

    /** @throws de.kreislaufstadt.form.FormRefused if nothing is asked for, or something that would be found everywhere */
    Identity checked() {
        Identity person = new Identity(set(users), set(names), set(mails), set(phones), set(others));
        Problems problems = new Problems();
        problems.check(!person.isUnknown(), "names", "privacy.search.empty");
        for (Identity.Sort sort : Identity.Sort.values()) {
            for (String term : person.of(sort)) {
                problems.check(term.length() >= SHORTEST, field(sort), "privacy.search.short");
                problems.check(term.length() <= LONGEST, field(sort), "privacy.search.long");
            }
        }
        person.mails().forEach(mail -> problems.check(MailAddress.isValid(mail), "mails", "privacy.search.mail"));
        problems.throwIfAny();
        return person;
    }

    private static String field(Identity.Sort sort) {
        return switch (sort) {
            case USER -> "users";
            case NAME -> "names";
            case MAIL -> "mails";
            case PHONE -> "phones";
            case OTHER -> "others";
        };
    }

    private static Set<String> set(List<String> terms) {
        return terms == null ? Set.of() : new LinkedHashSet<>(terms);
    }
}
