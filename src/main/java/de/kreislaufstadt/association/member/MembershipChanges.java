package de.kreislaufstadt.association.member;

import de.kreislaufstadt.department.DeclaredAssociation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * What has to become of the memberships that are held so that they are those that are declared. A membership is known by its city
 * and its first day; one whose first day was corrected is still the same where nothing else of that city could be meant.
 *
 * @param kept those that stay, as they are declared now
 * @param gone those that nothing declares any more
 */
record MembershipChanges(List<Held> kept, List<Held> gone, List<DeclaredAssociation.Member> added) {

    /** A membership with its id. */
    record Held(UUID id, DeclaredAssociation.Member declared) {}

    static MembershipChanges between(List<Held> held, List<DeclaredAssociation.Member> declared) {
        List<Held> kept = new ArrayList<>();
        List<Held> gone = new ArrayList<>(held);
        List<DeclaredAssociation.Member> added = new ArrayList<>(declared);
        added.sort(Comparator.comparing(DeclaredAssociation.Member::joined));
        pair(gone, added, kept, true);
        pair(gone, added, kept, false);
        return new MembershipChanges(kept, gone, added);
    }

    private static void pair(
            List<Held> gone, List<DeclaredAssociation.Member> added, List<Held> kept, boolean sameFirstDay) {
        for (Iterator<DeclaredAssociation.Member> rest = added.iterator(); rest.hasNext(); ) {
            DeclaredAssociation.Member member = rest.next();
            gone.stream()
                    .filter(held -> held.declared().municipality().equals(member.municipality()))
                    .filter(held -> !sameFirstDay || held.declared().joined().equals(member.joined()))
                    .findFirst()
                    .ifPresent(held -> {
                        kept.add(new Held(held.id(), member));
                        gone.remove(held);
                        rest.remove();
                    });
        }
    }
}
