package de.kreislaufstadt.guest;

import de.kreislaufstadt.association.Association;
import de.kreislaufstadt.association.Member;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.People;
import de.kreislaufstadt.process.SingleRights;
import de.kreislaufstadt.process.SingleRights.SingleRight;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.workshop.WorkshopChoice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What people of the association may work on in cities: the moderation's tasks of all open workshops of its members whose files let
 * the association moderate. It follows from these files and from the day; no row says it.
 *
 * <p>Whoever looks everywhere at the association's office is left out: the engine's grants for that name no tenant, and would open
 * the cities as well.
 */
@Component
class AssociationModeration {

    /** Role of the department whose people moderate: they draft the model approach, too. */
    private static final String MODERATING = "COMPONENT_DRAFTING";

    private final Association association;
    private final Municipalities municipalities;
    private final DepartmentDirectory departments;
    private final WorkshopChoice workshops;
    private final People people;
    private final Accounts accounts;
    private final Clock clock;

    AssociationModeration(
            Association association,
            Municipalities municipalities,
            DepartmentDirectory departments,
            WorkshopChoice workshops,
            People people,
            Accounts accounts,
            Clock clock) {
        this.association = association;
        this.municipalities = municipalities;
        this.departments = departments;
        this.workshops = workshops;
        this.people = people;
        this.accounts = accounts;
        this.clock = clock;
    }

    List<SingleRight> of(Collection<String> groups, Collection<String> tenants) {
        return tenants.stream().anyMatch(tenant -> moderates(tenant, groups)) ? everywhere() : List.of();
    }

    private boolean moderates(String tenant, Collection<String> groups) {
        return municipalities.isAssociation(tenant)
                && group(tenant).filter(groups::contains).isPresent()
                && Role.of(groups, List.of(tenant)).stream().noneMatch(Role::looksEverywhere);
    }

    private Optional<String> group(String office) {
        return departments.departmentWithRole(office, MODERATING).map(department -> office + "-" + department);
    }

    private List<SingleRight> everywhere() {
        Set<String> cities = new HashSet<>(municipalities.all());
        List<String> letting = association.members(LocalDate.now(clock)).stream()
                .map(Member::municipality)
                .filter(city -> cities.contains(city) && municipalities.isModeratedByAssociation(city))
                .toList();
        return workshops.openIn(letting).stream()
                .map(open -> new SingleRight(open.municipality(), SingleRights.workshop(open.id())))
                .toList();
    }

    boolean isOf(String municipality, String user) {
        return lets(municipality)
                && accounts.loginOf(user).map(Login::tenants).orElse(List.of()).stream()
                        .anyMatch(tenant -> moderates(
                                tenant, accounts.groupsOf(List.of(user)).getOrDefault(user, List.of())));
    }

    /** @return ids of those who may work on the workshops of the municipality */
    List<String> holders(String municipality) {
        if (!lets(municipality)) {
            return List.of();
        }
        return association
                .office()
                .map(Association.Office::municipality)
                .flatMap(office -> group(office).map(group -> moderating(office, group)))
                .orElse(List.of());
    }

    private List<String> moderating(String office, String group) {
        List<String> ids =
                people.membersOf(office, group).stream().map(People.Person::id).toList();
        Map<String, List<String>> groups = accounts.groupsOf(ids);
        return ids.stream()
                .filter(id -> moderates(office, groups.getOrDefault(id, List.of())))
                .toList();
    }

    private boolean lets(String municipality) {
        return municipalities.isModeratedByAssociation(municipality)
                && association.members(LocalDate.now(clock)).stream()
                        .anyMatch(member -> member.municipality().equals(municipality));
    }
}
