package de.kreislaufstadt.process;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * By what a person is recognised in the data of a municipality: everything that is theirs, each in all spellings known.
 * Never part of a log, a key or an address.
 *
 * @param users engine ids of their accounts
 * @param names as they may stand in a text
 * @param others anything else that leads to them, such as the subject an identity provider knows them by
 */
public record Identity(
        Set<String> users, Set<String> names, Set<String> mails, Set<String> phones, Set<String> others) {

    public Identity {
        users = cleaned(users);
        names = cleaned(names);
        mails = cleaned(mails);
        phones = cleaned(phones);
        others = cleaned(others);
    }

    /** @return somebody of whom nothing is known */
    public static Identity unknown() {
        return new Identity(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** What a term says. */
    public enum Sort {
        USER,
        NAME,
        MAIL,
        PHONE,
        OTHER
    }

    public boolean isUnknown() {
        return Arrays.stream(Sort.values()).allMatch(sort -> of(sort).isEmpty());
    }

    public Set<String> of(Sort sort) {
        return switch (sort) {
            case USER -> users;
            case NAME -> names;
            case MAIL -> mails;
            case PHONE -> phones;
            case OTHER -> others;
        };
    }

    /** @return the same in lower case, as stored values are compared */
    public List<String> lower(Sort sort) {
        return of(sort).stream().map(term -> term.toLowerCase(Locale.ROOT)).toList();
    }

    /** @return all that would give the person away in a text, the longest first; ids of accounts are not among it */
    public List<String> telling() {
        return Stream.of(names, mails, phones, others)
                .flatMap(Collection::stream)
                .distinct()
                .sorted((a, b) -> b.length() - a.length())
                .toList();
    }

    public Identity and(Identity more) {
        return new Identity(
                both(users, more.users),
                both(names, more.names),
                both(mails, more.mails),
                both(phones, more.phones),
                both(others, more.others));
    }

    /** Says nothing of anybody: whoever logs it by mistake logs no person. */
    @Override
    public String toString() {
        return "Identity";
    }

    private static Set<String> both(Set<String> a, Set<String> b) {
        Set<String> both = new LinkedHashSet<>(a);
        both.addAll(b);
        return both;
    }

    private static Set<String> cleaned(Set<String> terms) {
        Set<String> clean = new LinkedHashSet<>();
        if (terms != null) {
            terms.stream()
                    .filter(Objects::nonNull)
                    .map(String::strip)
                    .filter(term -> !term.isEmpty())
                    .forEach(clean::add);
        }
        return java.util.Collections.unmodifiableSet(clean);
    }
}
