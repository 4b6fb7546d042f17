package de.kreislaufstadt.association.exchange;

import de.kreislaufstadt.association.Association;
import de.kreislaufstadt.association.Association.Office;
import de.kreislaufstadt.association.Member;
import de.kreislaufstadt.association.standing.Coordination;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.web.OwnPage;
import de.kreislaufstadt.rights.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who sees Verbund: heads, managers and the coordinating department of cities that are members today, people of the association's office
 * and its coordinators. A city that has left sees what is its own.
 */
@Component
class Sight implements OwnPage {

    private static final Set<Role> OF_A_CITY = EnumSet.of(Role.HEAD, Role.MANAGER);
    private static final Set<Role> OF_THE_OFFICE = EnumSet.of(Role.CLERK, Role.HEAD, Role.MANAGER);

    private final Association association;
    private final Coordination coordination;
    private final Clock clock;

    Sight(Association association, Coordination coordination, Clock clock) {
        this.association = association;
        this.coordination = coordination;
        this.clock = clock;
    }

    /**
     * What somebody sees.
     *
     * @param own id of their city; null for people of none and of the association's office
     * @param others whether they see what others have released
     * @param members members of today; of a city that has left, itself
     */
    record Seen(String own, boolean others, List<Member> members) {

        /** @return ids of the cities whose released data they see */
        List<String> cities() {
            return members.stream().map(Member::municipality).toList();
        }
    }

    @Override
    public String page() {
        return "exchange";
    }

    @Override
    public boolean isFor(Login who) {
        return find(who).isPresent();
    }

    /** @throws InterventionRefused if Verbund is not for them */
    Seen of(Login who) {
        return find(who).orElseThrow(() -> new InterventionRefused(Cause.FORBIDDEN, "association.exchange.notYours"));
    }

    private Optional<Seen> find(Login who) {
        Optional<Office> office = association.office();
        if (office.isEmpty()) {
            return Optional.empty();
        }
        List<Member> ever = association.allMembers();
        LocalDate today = LocalDate.now(clock);
        List<Member> members =
                ever.stream().filter(member -> member.isMemberOn(today)).toList();
        Set<Role> roles = Role.of(who.groups(), who.tenants());
        if (roles.contains(Role.ASSOCIATION_COORDINATOR)) {
            return Optional.of(new Seen(null, true, members));
        }
        if (who.tenants().size() != 1) {
            return Optional.empty();
        }
        String city = who.tenants().get(0);
        if (city.equals(office.get().municipality())) {
            return Optional.of(new Seen(null, true, members))
                    .filter(seen -> !Collections.disjoint(roles, OF_THE_OFFICE));
        }
        boolean theirs =
                !Collections.disjoint(roles, OF_A_CITY) || coordination.of(who).isPresent();
        if (!theirs) {
            return Optional.empty();
        }
        return isOf(members, city) ? Optional.of(new Seen(city, true, members)) : hasLeft(ever, city);
    }

    /** @return what is its own, by its last membership; empty for a city that never was a member */
    private static Optional<Seen> hasLeft(List<Member> ever, String city) {
        return ever.stream()
                .filter(member -> member.municipality().equals(city))
                .max(Comparator.comparing(Member::joined))
                .map(member -> new Seen(city, false, List.of(member)));
    }

    private static boolean isOf(List<Member> members, String city) {
        return members.stream().map(Member::municipality).anyMatch(city::equals);
    }
}
